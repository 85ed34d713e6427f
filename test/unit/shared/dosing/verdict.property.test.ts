import * as fc from 'fast-check'
import { checkDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import { VERDICTS } from '../../../../shared/dosing/verdict.ts'
import { DoseCheckSchema } from '../../../../shared/contract/schemas/dose-check.schema.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { entries } from '../support/arbitrary.ts'
import { ask, one, server } from '../support/guard.ts'
import { at, dose, ibuprofen, paracetamol, recordOf, shanghai, symptom, temperature } from '../support/record.ts'
import { rulesByTheBook } from '../support/verdict-by-the-book.ts'

/** Times on a grid of a quarter of an hour, so that exact intervals are common. */
const when = fc.integer({ min: -4 * 96, max: 120 }).map((quarter) => quarter / 4)
const amount = fc.oneof(fc.constant(142), fc.constant(213), fc.integer({ min: 20, max: 700 }))

const medicine: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(when, amount).map(([time, mg]) => ibuprofen(time, undefined, mg)) },
  { weight: 4, arbitrary: fc.tuple(when, amount).map(([time, mg]) => paracetamol(time, undefined, mg)) },
  { weight: 1, arbitrary: when.map((time) => dose(time, { ingredient: 'ibuprofen' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(when, fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const))
      .map(([time, antipyretic]) => dose(time, { medicine: '药', antipyretic })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(when, fc.constantFrom('vomiting', 'wheeze', 'cough'), fc.boolean())
      .map(([time, code, present]) => symptom(time, code, present)),
  },
  { weight: 1, arbitrary: when.map((time) => temperature(time, 39)) },
)

const list = fc
  .array(medicine, { maxLength: 10 })
  .map((all) => all.map((entry, index) => ({ ...entry, id: `e${index}` })))

const child: fc.Arbitrary<Partial<ChildRecord>> = fc.record({
  child: fc
    .constantFrom('2022-11-03', '2022-11-03', '2024-03-01', '2025-08-01', '2025-11-20', null)
    .map((birthDate) => ({ ...recordOf([]).child, birthDate: birthDate as DateText | null })),
  weights: fc.constantFrom(
    [{ on: '2026-01-10' as DateText, weight: grams(14.2), confirmed: true }],
    [{ on: '2026-01-10' as DateText, weight: grams(14.2), confirmed: true }],
    [{ on: '2025-08-10' as DateText, weight: grams(45), confirmed: true }],
    [],
  ),
  conditions: fc.constantFrom(
    [],
    [],
    [{ code: 'asthma', present: true }],
    [{ code: 'nsaid_allergy', present: true }],
    [{ code: 'paracetamol_allergy', present: false }],
  ),
})

const ingredient = fc.constantFrom('paracetamol' as const, 'ibuprofen' as const)
const asked = fc.option(fc.constantFrom(71, 142, 142.1, 213, 213.1, 400, 400.1, 600, 600.1), { freq: 3 })

describe('the guard, against its definition read word by word', () => {
  it('finds the same rules', () => {
    fc.assert(
      fc.property(list, child, ingredient, asked, fc.integer({ min: 0, max: 96 }), (all, who, code, mg, quarter) => {
        const record = recordOf(all, who)
        const now = at(quarter / 4)
        const found = checkDose(record, doseQuestion({ ingredient: code, mg }), now, server).ingredients[0]!
        expect(found.rules).toEqual(rulesByTheBook(record, code, mg, now))
        expect(found.verdict).toBe(found.rules[0])
      }),
      { numRuns: 4000 },
    )
  })

  it('is free of count, sum and interval at earliestAt, and in no minute before it', () => {
    fc.assert(
      fc.property(list, child, ingredient, asked, fc.integer({ min: 0, max: 96 }), (all, who, code, mg, quarter) => {
        const record = recordOf(all, who)
        const now = at(quarter / 4)
        const blocked = (moment: number) =>
          rulesByTheBook(record, code, mg, moment).some((rule) => rule === 'max_reached' || rule === 'too_soon')
        const { earliestAt } = checkDose(record, doseQuestion({ ingredient: code, mg }), now, server).ingredients[0]!
        if (!blocked(now)) {
          expect(earliestAt).toBeNull()
          return
        }
        const minutes = Array.from({ length: 24 * 60 }, (_, index) => now + (index + 1) * 60_000)
        expect(earliestAt).toBe(minutes.find((minute) => !blocked(minute)) ?? null)
      }),
      { numRuns: 150 },
    )
  })
})

describe('any answer', () => {
  const question = fc.oneof(
    fc.record({ ingredient: fc.constantFrom('paracetamol', 'ibuprofen', 'aspirin', 'amoxicillin', 'xylitol') }),
    fc.record({
      productId: fc.constantFrom('meilin', 'huangnamin', 'gone'),
      ml: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
    fc.record({ ingredient: fc.constantFrom('paracetamol', 'ibuprofen'), mg: fc.integer({ min: 1, max: 1000 }) }),
  )
  const situation = fc.record({ zone: fc.constant(shanghai), online: fc.boolean(), unsentChanges: fc.nat(3) })

  it('has its strictest rule as verdict, and is allowed only for the two that are covered', () => {
    fc.assert(
      fc.property(entries(48), question, fc.nat(60), situation, (all, what, now, where) => {
        const check = ask(all, what, now, { situation: where })
        for (const { verdict, rules } of [check, ...check.ingredients]) {
          expect(verdict).toBe(rules[0])
          expect(rules).toEqual(VERDICTS.filter((known) => rules.includes(known)))
          expect(rules.includes('allowed')).toBe(rules.length === 1 && rules[0] === 'allowed')
        }
        for (const { ingredient: code, verdict } of check.ingredients)
          if (verdict === 'allowed') expect(['paracetamol', 'ibuprofen']).toContain(code)
        if (!where.online) expect(check.verdict).not.toBe('allowed')
        expect(DoseCheckSchema.safeParse(doseCheckToJson(check, shanghai)).error).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('does not change with the order of entries, with other entries, nor with the day', () => {
    fc.assert(
      fc.property(entries(40), question, fc.integer({ min: 1, max: 60 }), (all, what, days) => {
        const check = ask(all, what, 40)
        expect(ask([symptom(2, 'rash'), ...[...all].reverse()], what, 40)).toEqual(check)
        const by = days * 24 * HOUR
        const moved = all.map((entry) => ({ ...entry, at: shift(entry.at, by) }))
        const weights = [{ on: '2026-01-15' as DateText, weight: grams(14.2) }]
        const later = checkDose(recordOf(moved, { weights }), doseQuestion(what), shift(at(40), by), server)
        expect(later.rules).toEqual(ask(all, what, 40, { record: { weights } }).rules)
        expect(later.earliestAt && later.earliestAt - by).toBe(check.earliestAt)
      }),
    )
  })

  it('never goes over a cap when it says nothing speaks against it', () => {
    fc.assert(
      fc.property(list, ingredient, amount, fc.integer({ min: 0, max: 96 }), (all, code, mg, quarter) => {
        const now = quarter / 4
        const found = one(all, { ingredient: code, mg }, now)
        if (found.verdict !== 'allowed' && found.verdict !== 'caution') return
        const recent = all.filter(
          (entry) => entry.kind === 'dose' && entry.ingredient === code && entry.at > shift(at(now), -24 * HOUR),
        )
        const total = recent.reduce((sum, entry) => sum + (entry.kind === 'dose' ? (entry.mass ?? NaN) : 0) / 1000, mg)
        const [perKg, day, once, hours] = code === 'paracetamol' ? [60, 2400, 15, 4] : [40, 1200, 10, 6]
        expect(total).toBeLessThanOrEqual(Math.min(perKg * 14.2, day) + 1e-9)
        expect(mg).toBeLessThanOrEqual(once * 14.2 + 1e-9)
        expect(recent.length).toBeLessThan(4)
        for (const entry of recent) expect(at(now) - entry.at).toBeGreaterThanOrEqual(hours * HOUR)
      }),
      { numRuns: 2000 },
    )
  })
})
