import { fitEntries, fitView, stopwatch } from '../../../../miniprogram/pages/fit/fit.view.ts'
import { MINUTE, SECOND, formatStamp, shift } from '../../../../shared/time/instant.ts'
import { at } from '../../shared/support/record.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const FROM = at('16T03:10')
const running = { from: FROM, to: null, isLogged: false }
const after = (ms: number) => ({ ...screenOf([], '16T03:10'), now: shift(FROM, ms) })

describe('the card for a fit', () => {
  it('is there without a child, a family or a network', () => {
    const view = fitView(emptyScreen('16T03:10', { connection: { hasNetwork: false } }), running)
    expect(view).toMatchObject({ call: '打 120', time: '0:00' })
    expect(view.steps).toEqual([
      '让孩子侧躺。',
      '嘴里什么都别塞。',
      '看着时间：超过 5 分钟没停，打 120。',
      '停了也要马上就医。',
    ])
  })

  it('turns to 120 alone at five minutes, and not before', () => {
    expect(fitView(after(5 * MINUTE - SECOND), running)).toMatchObject({ isEmergency: false, time: '4:59' })
    expect(fitView(after(5 * MINUTE), running)).toMatchObject({ isEmergency: true, call: '还没停：现在打 120' })
  })

  it('stands still once it has stopped, and asks whether to log it', () => {
    const view = fitView(after(9 * MINUTE), { ...running, to: shift(FROM, 125 * SECOND) })
    expect(view).toMatchObject({ time: '2:05', isEmergency: false, stopped: '', log: '记给乐乐' })
  })

  it('logs nothing by itself, and asks nobody twice', () => {
    expect(fitView(after(MINUTE), running).log).toBe('')
    const logged = fitView(after(MINUTE), { from: FROM, to: shift(FROM, MINUTE), isLogged: true })
    expect(logged).toMatchObject({ log: '', done: '已经记下。' })
    expect(fitView(emptyScreen('16T03:12'), { from: FROM, to: shift(FROM, MINUTE), isLogged: false }).log).toBe('')
  })

  it('becomes a seizure at its beginning and a note of how long it was timed', () => {
    const stamp = (moment: typeof FROM) => formatStamp({ at: moment, offsetMinutes: 480 })
    const fit = { from: FROM, to: shift(FROM, 125 * SECOND), isLogged: false }
    expect(fitEntries(fit, after(0), stamp)).toEqual([
      { kind: 'symptom', at: '2026-01-16T03:10:00+08:00', code: 'seizure', present: true },
      { kind: 'note', at: '2026-01-16T03:12:05+08:00', text: '抽搐卡：03:10 开始计时，2:05 后按了“停了”。' },
    ])
    expect(fitEntries(running, after(0), stamp)).toEqual([])
  })

  it('counts in minutes and seconds', () => {
    expect([0, 59_999, 60_000, 3_600_000].map(stopwatch)).toEqual(['0:00', '0:59', '1:00', '60:00'])
  })
})
