import { FIRST_SEEN, nowView } from '../../../../miniprogram/pages/now/now.view.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { answer, symptom, temperature as t } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const hintsOf = (entries: readonly Entry[], hint = '', more: Difference = {}) =>
  nowView(screenOf(entries, '16T07:00', more), { ...FIRST_SEEN, hint }).hints

describe('hints on 此刻', () => {
  it('say without any that nothing logged is no all-clear', () => {
    const { alarms, hints, note } = hintsOf([t('16T06:00', 37.0)])
    expect([alarms, hints]).toEqual([[], []])
    expect(note).toBe('未记录到提示项，不代表没有问题；您觉得不对劲，就值得就医。')
  })

  it('put what cannot wait above the number, with 120 and its source', () => {
    const { alarms, hints, note } = hintsOf([symptom('16T06:30', 'cyanosis'), symptom('16T06:30', 'low_urine')])
    expect(alarms.map(({ sentence }) => sentence)).toEqual(['您记了“口唇发青”。请现在打 120。（来源：NICE NG143）'])
    expect(hints.map(({ level }) => level)).toEqual(['same_day'])
    expect(note).toBe('没提示不代表没问题，觉得不对劲就去。')
  })

  it('open to the entries they rest on, and to no others', () => {
    const entries = [t('16T05:00', 41.2), t('16T06:00', 38.0)]
    const [closed] = hintsOf(entries).alarms
    expect(closed).toMatchObject({ basis: '依据：1 条记录', isOpen: false, entries: [] })
    const [open] = hintsOf(entries, closed!.id).alarms
    expect(open?.entries.map(({ title }) => title)).toEqual(['41.2 ℃'])
  })

  it('follow the last answer to a question, and call no disease by name', () => {
    expect(hintsOf([answer('16T05:00', 'Q6', 'yes')]).alarms).toHaveLength(1)
    expect(hintsOf([answer('16T05:00', 'Q6', 'yes'), answer('16T06:00', 'Q6', 'no')]).alarms).toEqual([])
    expect(hintsOf([answer('16T05:00', 'Q6', 'yes')]).alarms[0]?.sentence).not.toMatch(/脑膜炎|疑似|败血/)
  })

  it('are told in the language of the phone', () => {
    const { alarms } = hintsOf([symptom('16T06:30', 'cyanosis')], '', { preferences: { language: 'en' } })
    expect(alarms[0]?.sentence).toBe('You noted “blue lips”. Call 120 now. (Source: NICE NG143)')
  })
})
