import { FIRST_SEEN, LINES, nowView } from '../../../../miniprogram/pages/now/now.view.ts'
import type { Verdict } from '../../../../shared/dosing/verdict.ts'
import { MEILIN, meilin, note, temperature as t } from '../../shared/support/record.ts'
import { night } from '../../shared/support/night.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const dawn = screenOf(night.entries, '16T07:00', { record: night })

describe('此刻', () => {
  it('begins with what to do where nothing has been measured', () => {
    const view = nowView(screenOf([], '16T07:00'), FIRST_SEEN)
    expect(view).toMatchObject({ status: 'ready', hero: null, timeline: [], timelineNote: '这两天还没有记录。' })
    expect(view.message.title).toBe('还没记过体温')
  })

  it('has the child with its age, the four large ways to write, and the small ones, and the latest entries first', () => {
    const view = nowView(dawn, FIRST_SEEN)
    expect(view).toMatchObject({ childName: '乐乐', initial: '乐', age: '3 岁 2 个月', siblings: [] })
    expect(view.actions.map(({ name }) => name)).toEqual(['体温', '用药', '症状', '一句话'])
    expect(view.smallActions.map(({ name }) => name)).toEqual(['记事'])
    expect(view.fit.name).toBe('抽搐卡')
    expect(view.timeline[0]?.time).toBe('06:52')
  })

  it('offers other children only where there are any', () => {
    const view = nowView(screenOf([], '16T07:00', { siblings: ['安安'] }), FIRST_SEEN)
    expect(view.siblings).toMatchObject([
      { name: '乐乐', isChosen: true },
      { name: '安安', isChosen: false },
    ])
  })

  it('shows two days, and older entries when asked', () => {
    const entries = [t('10T08:00', 38.6), t('16T06:00', 37.9)]
    const view = nowView(screenOf(entries, '16T07:00'), FIRST_SEEN)
    expect(view.timeline).toHaveLength(1)
    expect(view.more).toBe('更早的记录')
    expect(nowView(screenOf(entries, '16T07:00'), { ...FIRST_SEEN, lines: 2 * LINES })).toMatchObject({
      timeline: { length: 2 },
      more: '',
    })
  })

  it('never lets an old entry that did not arrive out of sight', () => {
    const old = t('10T08:00', 38.6)
    const rows = { [old.id]: { state: 'failed' } } as const
    expect(nowView(screenOf([old], '16T07:00', { rows }), FIRST_SEEN).timeline).toMatchObject([{ id: old.id }])
  })

  it('shows the first forty of a busy night', () => {
    const entries = Array.from({ length: 60 }, (_, index) => note(24 + index / 60, `第 ${index} 条`))
    expect(nowView(screenOf(entries, 26), FIRST_SEEN).timeline).toHaveLength(LINES)
  })

  it('says why there is nothing to show: still coming, a guest, a family without a child', () => {
    const noNetwork = { connection: { hasNetwork: false } }
    const noChild = { family: { id: 'family', isWhole: true } }
    expect(nowView(emptyScreen(3), FIRST_SEEN).status).toBe('loading')
    expect(nowView(emptyScreen(3, noNetwork), FIRST_SEEN)).toMatchObject({ status: 'guest', timeline: [] })
    expect(nowView(emptyScreen(3, noChild), FIRST_SEEN).status).toBe('no_child')
  })

  it('tells in a quiet line of a dose that another one has put in a different light, either way', () => {
    const given = { ...meilin('16T03:40', 5), by: '爸爸' }
    const state = screenOf([given], '16T06:00', { record: { products: [MEILIN] } })
    const linesOf = (was: Verdict, is: Verdict) =>
      nowView(state, { ...FIRST_SEEN, news: [{ entryId: given.id, was, is }] }).news?.lines
    expect(linesOf('allowed', 'too_soon')).toEqual(['别的记录变了，再看 03:40 的美林 5 mL：间隔没隔满。'])
    expect(linesOf('too_soon', 'caution')).toEqual(['别的记录变了，03:40 的美林 5 mL 不再提示“间隔没隔满”。'])
    expect(linesOf('allowed', 'caution')).toBeUndefined()
  })

  it('keeps to large type where it is wanted', () => {
    expect(nowView(screenOf([], 3, { preferences: { isLarge: true } }), FIRST_SEEN).isLarge).toBe(true)
  })
})
