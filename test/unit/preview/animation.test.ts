import { createAnimation } from '../../preview/runtime/wx/animation.ts'

type Animation = Record<string, (...args: unknown[]) => Animation> & { export(): unknown }

describe('wx.createAnimation', () => {
  it('collects steps as CSS, units added where WeChat adds them', () => {
    const animation = createAnimation({ duration: 200, timingFunction: 'ease-out' }) as Animation
    animation['translateY']!(10)['rotate']!(45)['scale']!(2)['step']!()['opacity']!(0)['width']!(8)['backgroundColor']!(
      'red',
    )['step']!({ duration: 100, delay: 50 })
    expect(animation.export()).toEqual({
      steps: [
        {
          css: 'transition:all 200ms ease-out 0ms;transform-origin:50% 50% 0;transform:translateY(10px) rotate(45deg) scale(2)',
          duration: 200,
        },
        {
          css: 'transition:all 100ms ease-out 50ms;transform-origin:50% 50% 0;opacity:0;width:8px;background-color:red',
          duration: 150,
        },
      ],
    })
  })

  it('is empty after an export', () => {
    const animation = createAnimation() as Animation
    animation['opacity']!(1)['step']!()
    animation.export()
    expect(animation.export()).toEqual({ steps: [] })
  })
})
