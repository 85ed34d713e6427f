import { checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { ask, server } from '../support/guard.ts'
import { dose, ibuprofen, recordOf, shanghai, symptom, temperature } from '../support/record.ts'

describe('a recorded dose', () => {
  const list = [
    ibuprofen(0, 'a'),
    ibuprofen(3, 'b'),
    ibuprofen(3, 'c'),
    ibuprofen(9, 'd', 50),
    temperature(1, 38, 'axillary', 't'),
    symptom(10, 'vomiting'),
  ]

  it.each([
    ['a', 'allowed', []],
    ['b', 'too_soon', ['a']],
    ['c', 'too_soon', ['b']],
    ['d', 'caution', ['a', 'b', 'c']],
  ])('%s is looked at against those before it', (id, verdict, against) => {
    const check = checkRecordedDose(recordOf(list), id, server)!
    const [found] = check.ingredients[0]!.evidence.filter(({ rule }) => rule !== null)
    expect([check.verdict, found?.entryIds ?? []]).toEqual([verdict, against])
  })

  it('is null where there is none', () => {
    expect([checkRecordedDose(recordOf(list), 't', server), checkRecordedDose(recordOf(list), 'x', server)]).toEqual([
      null,
      null,
    ])
  })
})

describe('the answer in JSON', () => {
  it('has times in the zone, milligrams, and null for what is not known', () => {
    const list = [ibuprofen(0, 'a', 72.5), dose(1, { ingredient: 'paracetamol' })]
    const json = (ingredient: string) => doseCheckToJson(ask(list, { ingredient }, 2), shanghai)
    expect(json('ibuprofen')).toMatchObject({
      now: '2026-01-15T02:00:00+08:00',
      verdict: 'too_soon',
      earliestAt: '2026-01-15T06:00:00+08:00',
      ingredients: [{ earliestAt: '2026-01-15T06:00:00+08:00', mgIn24h: 72.5, mgPerKgIn24h: 5.1, dosesIn24h: 1 }],
    })
    expect(json('paracetamol').ingredients[0]).toMatchObject({ mgIn24h: null, mgPerKgIn24h: null })
    expect(doseCheckToJson(ask([], { ingredient: 'ibuprofen' }, 2), shanghai)).toMatchObject({ earliestAt: null })
  })
})
