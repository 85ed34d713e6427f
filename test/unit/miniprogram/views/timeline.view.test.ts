import { timelineRows } from '../../../../miniprogram/views/timeline.view.ts'
import type { EntryRow } from '../../../../miniprogram/stores/records/entry-row.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { answer, at, dose, meilin, note, symptom, temperature as t, type When } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

function rowsAt(entries: readonly Entry[], when: When, more: Difference = {}, isConnected = true) {
  const { now, current, preferences, texts } = screenOf(entries, when, more)
  return timelineRows(entries, { now, current: current!, preferences, texts, isConnected })
}

const reading = { ...t('16T02:00', 38.9), by: '妈妈' }
const rowWith = (row: Partial<EntryRow>, isConnected = true) =>
  rowsAt([reading], '16T03:00', { rows: { [reading.id]: row } }, isConnected)[0]!

describe('the timeline', () => {
  it('has the latest first, under the days they belong to', () => {
    const rows = rowsAt([t('14T23:00', 38), t('15T23:50', 38.4), t('16T00:10', 38.5), t('16T02:00', 38.9)], '16T03:00')
    expect(rows.map(({ heading, time }) => [heading, time])).toEqual([
      ['今天', '02:00'],
      ['', '00:10'],
      ['昨天', '23:50'],
      ['1 月 14 日', '23:00'],
    ])
  })

  it('says each kind in its own words', () => {
    const entries = [
      note('16T02:05', '喝了半杯水'),
      answer('16T02:04', 'Q5', 'no'),
      symptom('16T02:03', 'vomiting', false),
      symptom('16T02:02', 'sweating'),
      { ...meilin('16T02:01', 5), outcome: 'vomited' as const },
      t('16T02:00', 38.9, 'tympanic'),
    ]
    expect(rowsAt(entries, '16T03:00').map(({ title, detail }) => [title, detail])).toEqual([
      ['喝了半杯水', ''],
      ['压之不褪色的疹：没有', ''],
      ['没有呕吐', ''],
      ['出汗', ''],
      ['美林 5 mL', '吐了'],
      ['38.9 ℃', '耳温'],
    ])
  })

  it('tells medicines apart by shape, as the chart does', () => {
    const icons = rowsAt(
      [
        meilin('16T02:02', 5),
        dose('16T02:01', { ingredient: 'paracetamol' }),
        dose('16T02:00', { medicine: '阿莫西林', antipyretic: 'no' }),
      ],
      '16T03:00',
    ).map(({ icon }) => icon)
    expect(icons).toEqual(['ibuprofen', 'paracetamol', 'other'])
  })

  it('names who wrote it, and who changed it when', () => {
    expect(rowWith({ by: '妈妈' })).toMatchObject({ by: '妈妈', detail: '腋温' })
    const edited = { by: '妈妈', editedAt: at('16T02:30') }
    expect(rowWith({ ...edited, editedBy: '爸爸' }).detail).toBe('腋温 · 爸爸 02:30 改过')
    expect(rowWith({ ...edited, editedBy: '妈妈' }).detail).toBe('腋温 · 妈妈 02:30 改过')
    expect(rowsAt([t('16T02:00', 38.9)], '16T03:00')[0]?.by).toBe('家里人')
  })

  it('tells what waits for a network from what is on its way', () => {
    expect(rowWith({ state: 'pending' }, false)).toMatchObject({ state: 'pending', stateText: '待同步' })
    expect(rowWith({ state: 'pending' }).state).toBe('sending')
    expect(rowWith({ state: 'saved' }).state).toBe('')
  })

  it('says what did not arrive, and why', () => {
    const failure = { kind: 'rejected', rejection: 'role_forbidden' } as const
    const failed = (op: 'entry.create' | 'entry.edit' | 'entry.delete') =>
      rowWith({ state: 'failed', failure: { changeId: 'c', op, failure } })
    expect(failed('entry.create')).toMatchObject({ state: 'failed', stateText: '没送到', reason: '您只能看，不能记。' })
    expect(failed('entry.edit').stateText).toBe('修改没送到')
    expect(failed('entry.delete').stateText).toBe('没删成')
  })

  it('gives a reason that a person can do something with', () => {
    const reasonOf = (failure: NonNullable<EntryRow['failure']>['failure']) =>
      rowWith({ state: 'failed', failure: { changeId: 'c', op: 'entry.create', failure } }).reason
    expect(reasonOf({ kind: 'too_large' })).toBe('太长了，缩短再存。')
    expect(reasonOf({ kind: 'invalid', message: 'x' })).toContain('改一下再存')
    expect(reasonOf({ kind: 'rejected', rejection: 'product_not_found' })).toContain('药箱')
  })

  it('shows a conflict rather than merging it in silence', () => {
    expect(rowWith({ conflicts: 1 })).toMatchObject({ state: 'conflict', stateText: '两边都改过' })
  })

  it('keeps what the guard had against a dose that was given', () => {
    const given = meilin('16T02:00', 5)
    const warned = (verdict: string) =>
      rowsAt([given], '16T03:00', { rows: { [given.id]: { check: { verdict } as EntryRow['check'] } } })[0]!
    expect(warned('too_soon')).toMatchObject({ state: 'warned', stateText: '间隔没隔满' })
    expect(warned('allowed')).toMatchObject({ state: '', stateText: '' })
  })

  it('marks a danger sign that is there, not one that is absent', () => {
    const [there] = rowsAt([symptom('16T02:00', 'grunting')], '16T03:00')
    const [absent] = rowsAt([symptom('16T02:00', 'grunting', false)], '16T03:00')
    expect([there?.tint, absent?.tint]).toEqual(['danger', 'plain'])
  })

  it('is heard whole, with its state', () => {
    const { aria } = rowWith({ state: 'pending', by: '妈妈' }, false)
    for (const part of ['02:00', '38.9 ℃', '腋温', '妈妈', '待同步', '打开修改']) expect(aria).toContain(part)
  })

  it('leaves out an entry that has no row any more', () => {
    const { now, current, preferences, texts } = screenOf([reading], '16T03:00')
    const frame = { now, current: { ...current!, rows: [] }, preferences, texts, isConnected: true }
    expect(timelineRows([reading], frame)).toEqual([])
  })
})
