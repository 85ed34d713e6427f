import type { AnimationStep } from '../wx/animation.ts'
import type { Host } from './builtin.ts'

/** Plays what wx.createAnimation().export() gave, one step after the other. */
export function playAnimation(host: Host<{ animation: unknown }>): void {
  const { steps = [] } = (host.data.animation ?? {}) as { steps?: AnimationStep[] }
  let delay = 0
  for (const { css, duration } of steps) {
    setTimeout(() => {
      for (const declaration of css.split(';')) {
        const colon = declaration.indexOf(':')
        host.element.style.setProperty(declaration.slice(0, colon), declaration.slice(colon + 1))
      }
    }, delay)
    delay += duration
  }
}
