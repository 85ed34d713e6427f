import { NOW } from '../../miniprogram/views/time-choice.ts'
import { render } from './support/render.ts'
import { context } from './support/sheet-context.ts'

const options = [
  { value: 'no', name: '没有' },
  { value: 'yes', name: '有' },
]

describe('the sheet that changes an answer', () => {
  it('changes it and keeps its time', async () => {
    const sheet = await render(
      'choice-sheet',
      { context: { ...context, isEdit: true }, title: '呕吐', options, initial: { value: 'no', time: NOW } },
      ['save', 'remove', 'close'],
    )
    expect(sheet.attribute('没有', 'aria-checked')).toBe(true)
    await sheet.tap('有')
    await sheet.tap('保存给乐乐')
    expect(sheet.told('save')).toEqual([{ draft: { value: 'yes', time: NOW } }])
    await sheet.tap('删除')
    expect(sheet.told('remove')).toHaveLength(1)
  })
})
