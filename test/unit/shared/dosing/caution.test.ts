import { one, reasons, rules } from '../support/guard.ts'
import { dose, ibuprofen, paracetamol, symptom, type When } from '../support/record.ts'

describe('caution', () => {
  it.each<[string, When, string[]]>([
    ['ibuprofen', 3.99, ['other_antipyretic']],
    ['ibuprofen', 4, []],
  ])('%s when the other was given %s h ago', (ingredient, now, expected) => {
    expect(reasons([paracetamol(0)], { ingredient }, now)).toEqual(expected)
  })

  it('names the other dose and how long ago it was', () => {
    expect(one([ibuprofen(0)], { ingredient: 'paracetamol' }, 1.5).evidence[0]).toEqual({
      rule: 'caution',
      reason: 'other_antipyretic',
      entryIds: ['ibu@0'],
      values: { ingredient: 'ibuprofen', sinceMinutes: 90 },
    })
  })

  it.each<[string, When[], boolean]>([
    ['three days before', ['12T20:00', '13T08:00', '14T08:00'], true],
    ['three days before, one of them only just', ['12T00:00', '13T23:59', '14T12:00'], true],
    ['a day in between without', ['11T20:00', '12T20:00', '14T08:00'], false],
    ['two days before', ['13T08:00', '14T08:00'], false],
    ['today only', ['15T01:00'], false],
    ['three days before and today already', ['12T08:00', '13T08:00', '14T08:00', '15T01:00'], true],
  ])('about antipyretics on more than three days in a row: %s', (_, days, expected) => {
    const list = days.map((when) => ibuprofen(when, undefined, 50))
    expect(reasons(list, { ingredient: 'paracetamol' }, '15T20:00').includes('consecutive_days')).toBe(expected)
  })

  it('counts antipyretics of any kind for the days, and nothing else', () => {
    const list = [
      dose('12T08:00', { ingredient: 'diclofenac' }),
      dose('13T08:00', { medicine: '退烧药', antipyretic: 'yes' }),
      paracetamol('14T01:00'),
    ]
    const found = one(list, { ingredient: 'ibuprofen' }, '15T20:00')
    expect(found.evidence[0]).toMatchObject({ reason: 'consecutive_days', values: { days: 4, maxDays: 3 } })
    const other = [...list.slice(1), dose('12T08:00', { medicine: '阿莫西林', antipyretic: 'no' })]
    expect(rules(other, { ingredient: 'ibuprofen' }, '15T20:00')).toEqual(['allowed'])
  })

  it.each(['vomiting', 'diarrhoea', 'dry_mouth_tears', 'low_urine', 'wheeze', 'chickenpox'])(
    'about ibuprofen with %s logged in the last 24 hours',
    (code) => {
      const found = (when: When, present: boolean, ingredient: string) =>
        reasons([symptom(when, code, present)], { ingredient }, '16T12:00')
      expect(found('15T12:00:01', true, 'ibuprofen')).toEqual(['symptom'])
      expect(found('16T12:00', true, 'ibuprofen')).toEqual(['symptom'])
      expect(found('15T12:00', true, 'ibuprofen')).toEqual([])
      expect(found('16T12:00:01', true, 'ibuprofen')).toEqual([])
      expect(found('16T11:00', false, 'ibuprofen')).toEqual([])
      expect(found('16T11:00', true, 'paracetamol')).toEqual([])
    },
  )

  it('names every time a symptom was logged, once', () => {
    const list = [symptom(1, 'vomiting'), symptom(2, 'vomiting'), symptom(2, 'cough')]
    expect(one(list, { ingredient: 'ibuprofen' }, 3).evidence[0]).toEqual({
      rule: 'caution',
      reason: 'symptom',
      entryIds: ['s-vomiting@1', 's-vomiting@2'],
      values: { symptom: 'vomiting' },
    })
  })

  it.each([
    ['asthma', ['disease']],
    ['kidney_disease', ['disease']],
    ['heart_disease', ['disease']],
    ['liver_disease', []],
  ])('about ibuprofen with %s on record', (code, expected) => {
    const record = { conditions: [{ code, present: true }] }
    expect(reasons([], { ingredient: 'ibuprofen' }, 0, { record })).toEqual(expected)
    expect(reasons([], { ingredient: 'paracetamol' }, 0, { record })).toEqual([])
    expect(reasons([], { ingredient: 'ibuprofen' }, 0, { record: { conditions: [{ code, present: false }] } })).toEqual(
      [],
    )
  })
})
