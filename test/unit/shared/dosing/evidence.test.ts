import { checkDose, findingsOnRecord } from '../../../../shared/dosing/check-dose.ts'
import { medicineLogOf } from '../../../../shared/dosing/medicine-log.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { micrograms } from '../../../../shared/units/medicine.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { ask, bornOn, one, reasons, server } from '../support/guard.ts'
import { at, dose, ibuprofen, paracetamol, recordOf, symptom } from '../support/record.ts'

const weighed = (on: string, kg: number) => ({ weights: [{ on: on as DateText, weight: grams(kg) }] })

/** What one reason of an answer rests on: every word of it is shown to a parent. */
const evidence = (reason: string, ...args: Parameters<typeof ask>) =>
  one(...args).evidence.find((found) => found.reason === reason)

describe('the evidence', () => {
  it.each<[string, Parameters<typeof ask>, object]>([
    [
      'short_interval',
      [[paracetamol(-6), paracetamol('15T00:00:30')], { ingredient: 'paracetamol' }, 4.5],
      { rule: 'caution', entryIds: ['para@15T00:00:30'], values: { sinceMinutes: 269, intervalMinutes: 360 } },
    ],
    [
      'fourth_dose',
      [[ibuprofen(0), ibuprofen(6), ibuprofen(12)], { ingredient: 'ibuprofen' }, 18],
      { rule: 'caution', entryIds: ['ibu@0', 'ibu@6', 'ibu@12'], values: { doses: 3 } },
    ],
    [
      'high_mg_per_kg',
      [[ibuprofen(0, 'a', 300), ibuprofen(1, 'b', 130)], { ingredient: 'ibuprofen' }, 8],
      { rule: 'caution', entryIds: ['a', 'b'], values: { mg: 430, mgPerKg: 30, kg: 14.2 } },
    ],
    [
      'consecutive_days',
      [[ibuprofen('12T08:00'), ibuprofen('13T08:00'), ibuprofen('14T08:00')], { ingredient: 'ibuprofen' }, '15T20:00'],
      { rule: 'caution', entryIds: [], values: { days: 4, maxDays: 3 } },
    ],
    [
      'disease',
      [[], { ingredient: 'ibuprofen' }, 0, { record: { conditions: [{ code: 'asthma', present: true }] } }],
      { rule: 'caution', entryIds: [], values: { condition: 'asthma' } },
    ],
    [
      'birth_date_missing',
      [[], { ingredient: 'ibuprofen' }, 0, { record: bornOn(null) }],
      { rule: 'cannot_confirm', entryIds: [], values: {} },
    ],
    [
      'birth_date_missing',
      [[], { ingredient: 'aspirin' }, 0, { record: bornOn(null) }],
      { rule: 'cannot_confirm', entryIds: [], values: {} },
    ],
    [
      'weight_outdated',
      [[], { ingredient: 'ibuprofen' }, 0, { record: weighed('2025-06-01', 14) }],
      { rule: 'cannot_confirm', entryIds: [], values: { on: '2025-06-01' } },
    ],
    [
      'weight_implausible',
      [[], { ingredient: 'ibuprofen' }, 0, { record: weighed('2026-01-10', 29) }],
      { rule: 'cannot_confirm', entryIds: [], values: { kg: 29, jin: 58 } },
    ],
    [
      'unsent_changes',
      [[], { ingredient: 'ibuprofen' }, 0, { situation: { ...server, unsentChanges: 2 } }],
      { rule: 'cannot_confirm', entryIds: [], values: { changes: 2 } },
    ],
    [
      'earlier_amount_unknown',
      [[dose(-8, { ingredient: 'ibuprofen' }, 'x')], { ingredient: 'ibuprofen' }, 0],
      { rule: 'cannot_confirm', entryIds: ['x'], values: {} },
    ],
    [
      'below_age',
      [[], { ingredient: 'ibuprofen' }, 12, { record: bornOn('2025-10-15') }],
      { rule: 'not_for_age', entryIds: [], values: { months: 3, fromMonths: 6 } },
    ],
    ['no_rules', [[], { ingredient: 'cetirizine' }, 0], { rule: 'not_covered', entryIds: [], values: {} }],
    ['ingredient_unknown', [[], {}, 0], { rule: 'cannot_confirm', entryIds: [], values: {} }],
  ])('of %s', (reason, args, expected) => {
    expect(evidence(reason, ...args)).toEqual({ reason, ...expected })
  })

  it('of a ban names the age, the limit and who set it, and nothing of the record', () => {
    expect(evidence('banned_below_age', [], { ingredient: 'aspirin' }, 12)).toEqual({
      rule: 'banned',
      reason: 'banned_below_age',
      entryIds: [],
      values: { months: 38, belowMonths: 192, source: expect.any(String) },
    })
  })

  it.each([
    ['in_progress', 'intent', '16T03:10', false],
    ['cannot_confirm', 'intent_unanswered', '16T03:20', true],
  ])('of %s names nobody where nobody is known', (rule, reason, now, own) => {
    const medicine = { productId: null, ingredient: null, medicine: '退烧药' }
    const intents = [{ id: 'i', at: at('16T03:08'), by: null, own, medicine }]
    expect(evidence(reason, [], { ingredient: 'ibuprofen' }, now, { situation: { ...server, intents } })).toEqual({
      rule,
      reason,
      entryIds: [],
      values: { at: '2026-01-16T03:08:00+08:00', medicine: '退烧药' },
    })
  })

  it('of what was never asked names allergies and diseases, never symptoms', () => {
    expect(evidence('never_asked', [], { ingredient: 'ibuprofen' }, 0)?.values).toEqual({
      conditions: 'ibuprofen_allergy nsaid_allergy aspirin_allergy asthma kidney_disease heart_disease',
    })
    expect(evidence('never_asked', [], { ingredient: 'paracetamol' }, 0)?.values).toEqual({
      conditions: 'paracetamol_allergy',
    })
  })

  it('looks for a disease among conditions and for a symptom among entries', () => {
    const conditions = [{ code: 'vomiting', present: true }]
    expect(reasons([symptom(0, 'asthma')], { ingredient: 'ibuprofen' }, 1, { record: { conditions } })).toEqual([])
  })
})

describe('a compound', () => {
  const compound = (...ingredients: Product['ingredients']): { record: { products: Product[] } } => ({
    record: {
      products: [{ id: 'both', name: '复方', form: 'sachet', minAgeMonths: null, maxDosesPerDay: null, ingredients }],
    },
  })
  const read = { code: 'paracetamol', perMl: null, perPiece: micrograms(125) }
  const unread = { code: 'chlorphenamine', perMl: null, perPiece: null }

  it('has its strength read per ingredient, whichever comes first on the label', () => {
    const found = (...parts: Product['ingredients']) =>
      ask([], { productId: 'both' }, 0, compound(...parts)).ingredients.find(
        ({ ingredient }) => ingredient === 'paracetamol',
      )?.rules
    expect(found(unread, read)).toEqual(['allowed'])
    expect(found(unread, { ...read, perPiece: null })).toEqual(['cannot_confirm'])
  })

  it('is not told apart by milligrams written for the whole of it', () => {
    expect(reasons([], { productId: 'both', mg: 100 }, 0, compound(read, unread))).toEqual(['concentration_missing'])
  })

  it('that somebody is giving stands against each of its ingredients', () => {
    const medicine = { productId: 'huangnamin', ingredient: null, medicine: null }
    const intents = [{ id: 'i', at: at(1), by: null, own: false, medicine }]
    expect(one([], { ingredient: 'paracetamol' }, 1.1, { situation: { ...server, intents } }).verdict).toBe(
      'in_progress',
    )
  })
})

describe('the earliest time', () => {
  it('is told overall where only the count stands in the way', () => {
    const list = [ibuprofen(0), ibuprofen(1), ibuprofen(2), ibuprofen(3)].map((entry) => ({
      ...entry,
      mass: micrograms(20),
    }))
    const check = ask(list, { ingredient: 'ibuprofen' }, 10)
    expect([check.verdict, check.rules.includes('too_soon'), check.earliestAt]).toEqual(['max_reached', false, at(24)])
  })

  it('is a lower bound only where there is one and something is not known', () => {
    const known = one([ibuprofen(0)], { ingredient: 'ibuprofen' }, 2)
    expect([known.earliestAt, known.earliestIsLowerBound]).toEqual([at(6), false])
    const unknown = one([dose(0, { ingredient: 'ibuprofen' })], { ingredient: 'ibuprofen' }, 2)
    expect([unknown.earliestAt, unknown.earliestIsLowerBound]).toEqual([at(6), true])
    const free = one([dose(0, { ingredient: 'ibuprofen' })], { ingredient: 'ibuprofen' }, 8)
    expect([free.earliestAt, free.earliestIsLowerBound]).toEqual([null, false])
  })
})

describe('what stood against doses on record', () => {
  const found = (from: number, birthDate: string | null) => {
    const record = recordOf(
      [0, 5, 10].map((when) => dose(when, { ingredient: 'aspirin' }, `a${when}`)),
      bornOn(birthDate),
    )
    return findingsOnRecord(record, medicineLogOf(record), server, at(from)).map(({ dose: { id }, reason }) => [
      id,
      reason,
    ])
  }

  it('is looked for from a moment on, that moment included', () => {
    expect(found(5, '2022-11-03')).toEqual([
      ['a5', 'banned_below_age'],
      ['a10', 'banned_below_age'],
    ])
  })

  it('does not hold what could not be confirmed', () => {
    expect(found(0, null)).toEqual([])
  })
})

describe('a medicine that is known to lower no fever', () => {
  it('is simply not covered, whatever is in it', () => {
    const question = { ...doseQuestion({}), medicine: '阿莫西林', antipyretic: 'no' as const }
    expect(checkDose(recordOf([]), question, at(0), server).ingredients[0]!.evidence).toEqual([
      { rule: 'not_covered', reason: 'no_rules', entryIds: [], values: {} },
    ])
  })
})
