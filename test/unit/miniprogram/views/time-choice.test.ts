import { NOW, choiceOf, momentOf, timeChipsView, type TimeChoice } from '../../../../miniprogram/views/time-choice.ts'
import { textsIn } from '../../../../miniprogram/texts/texts.ts'
import { at, shanghai } from '../../shared/support/record.ts'

const now = at('16T03:10')
const frame = { now, zone: shanghai, language: 'zh', texts: textsIn('zh') } as const
const clock = (text: string): TimeChoice => ({ kind: 'clock', clock: text })

describe('the moment a person means', () => {
  it('is so many minutes ago', () => {
    expect(momentOf(NOW, now, shanghai)).toBe(now)
    expect(momentOf({ kind: 'ago', minutes: 15 }, now, shanghai)).toBe(at('16T02:55'))
  })

  it('is the last time the clock showed that', () => {
    expect(momentOf(clock('02:00'), now, shanghai)).toBe(at('16T02:00'))
    expect(momentOf(clock('03:10'), now, shanghai)).toBe(now)
    expect(momentOf(clock('03:11'), now, shanghai)).toBe(at('15T03:11'))
  })

  it('is in the zone of the child, across midnight too', () => {
    expect(momentOf(clock('23:59'), at('16T00:05'), shanghai)).toBe(at('15T23:59'))
  })

  it('is the day and the clock of an entry, and comes back the same', () => {
    const then = at('14T22:10')
    expect(choiceOf(then, shanghai)).toEqual({ kind: 'date', date: '2026-01-14', clock: '22:10' })
    expect(momentOf(choiceOf(then, shanghai), now, shanghai)).toBe(then)
  })
})

describe('the chips for a time', () => {
  it('have now chosen at first, and nothing to explain', () => {
    const view = timeChipsView(NOW, frame)
    expect(view.chips.map(({ name }) => name)).toEqual(['现在', '−5 分', '−15 分', '−30 分'])
    expect(view.chips.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(['现在'])
    expect(view).toMatchObject({ note: '', isPicked: false, isFuture: false })
  })

  it('say the moment that some minutes ago was', () => {
    expect(timeChipsView({ kind: 'ago', minutes: 30 }, frame).note).toBe('记在 02:40')
  })

  it('say that a clock time still to come means yesterday', () => {
    expect(timeChipsView(clock('23:50'), frame)).toMatchObject({
      note: '23:50 还没到，记成昨天 23:50',
      pickName: '23:50',
      isPicked: true,
    })
  })

  it('name the day of an entry that is there already', () => {
    const view = timeChipsView({ kind: 'date', date: '2026-01-15', clock: '22:10' }, frame)
    expect(view).toMatchObject({ hasDate: true, dateName: '昨天', chips: [], isFuture: false })
  })

  it('take no time that has not been', () => {
    const view = timeChipsView({ kind: 'date', date: '2026-01-16', clock: '03:11' }, frame)
    expect(view).toMatchObject({ isFuture: true, note: '这个时间还没到' })
  })
})
