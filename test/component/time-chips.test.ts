import { timeChipsOf } from '../../miniprogram/views/sheet-context.ts'
import { NOW, type TimeChoice } from '../../miniprogram/views/time-choice.ts'
import { render } from './support/render.ts'
import { context } from './support/sheet-context.ts'

const opened = (choice: TimeChoice) => render('time-chips', { view: timeChipsOf(choice, context) }, ['choose'])

describe('the chips for a time', () => {
  it('begin with now and go back by a tap', async () => {
    const chips = await opened(NOW)
    expect(chips.attribute('现在', 'aria-checked')).toBe(true)
    await chips.tap('30 分钟前')
    expect(chips.told('choose')).toEqual([{ choice: { kind: 'ago', minutes: 30 } }])
  })

  it('say that a clock time still to come means yesterday', async () => {
    const chips = await opened({ kind: 'clock', clock: '23:50' })
    expect(chips.text()).toContain('23:50 还没到，记成昨天 23:50')
  })

  it('show day and clock of an entry that is there already', async () => {
    const chips = await opened({ kind: 'date', date: '2026-01-15', clock: '22:10' })
    expect(chips.text()).toContain('昨天')
    expect(chips.text()).toContain('22:10')
    expect(chips.labels()).not.toContain('现在')
  })
})
