import * as fc from 'fast-check'
import { checkDose, checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { FORMULARY, WEIGHT_VALID } from '../../../../shared/dosing/formulary.ts'
import { doseQuestion, type DoseQuestionJson } from '../../../../shared/dosing/question.ts'
import { wholeRecord } from '../../../../shared/dosing/situation.ts'
import { VERDICTS } from '../../../../shared/dosing/verdict.ts'
import { DoseCheckSchema } from '../../../../shared/contract/schemas/dose-check.schema.ts'
import { MARKS } from '../../../../shared/evidence/source.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { microlitres } from '../../../../shared/units/medicine.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { entries } from '../support/arbitrary.ts'
import {
  at,
  COLD_REMEDY,
  dose,
  ibuprofen,
  MEILIN,
  meilin,
  paracetamol,
  recordOf,
  shanghai,
  symptom,
  temperature,
  type When,
} from '../support/record.ts'

const server = wholeRecord(shanghai)

const ask = (
  list: Entry[],
  question: DoseQuestionJson,
  now: When,
  { record = {}, situation = server }: { record?: Partial<ChildRecord>; situation?: typeof server } = {},
) => checkDose(recordOf(list, record), doseQuestion(question), at(now), situation)

const one = (...args: Parameters<typeof ask>) => ask(...args).ingredients[0]!

const reasons = (...args: Parameters<typeof ask>) => one(...args).evidence.map(({ reason }) => reason)

describe('too soon', () => {
  it.each<[string, string, When, string]>([
    ['paracetamol', '15T05:59:59', '15T05:59', 'too_soon'],
    ['paracetamol', 'exactly 4 h', '15T06:00:00', 'cannot_confirm'],
    ['ibuprofen', '1 s before 6 h', '15T07:59:59', 'too_soon'],
    ['ibuprofen', 'exactly 6 h', '15T08:00:00', 'cannot_confirm'],
  ])('%s given at 02:00, asked %s', (ingredient, _, now, verdict) => {
    const list = [paracetamol('15T02:00:00'), ibuprofen('15T02:00:00')]
    expect(one(list, { ingredient }, now).verdict).toBe(verdict)
  })

  it('names the last dose, how long ago, and the first minute that would not be', () => {
    const found = one([ibuprofen('15T01:00:00'), ibuprofen('15T02:10:30')], { ingredient: 'ibuprofen' }, '15T04:15:31')
    expect(found.rules).toEqual(['too_soon', 'cannot_confirm'])
    expect(found.evidence[0]).toEqual({
      rule: 'too_soon',
      reason: 'interval',
      entryIds: ['ibu@15T02:10:30'],
      values: { sinceMinutes: 125, intervalMinutes: 360 },
    })
    expect(found.earliestAt).toBe(at('15T08:11:00'))
    expect(found.earliestIsLowerBound).toBe(true)
  })

  it('counts every product that holds the ingredient', () => {
    const list = [dose(1, { productId: 'huangnamin', pieces: 1000 as never })]
    expect(one(list, { ingredient: 'paracetamol' }, 2).verdict).toBe('too_soon')
    expect(one([meilin(1, 5)], { ingredient: 'paracetamol' }, 2).verdict).toBe('cannot_confirm')
  })

  it('takes a dose stamped later than now as given now', () => {
    const found = one([ibuprofen(5)], { ingredient: 'ibuprofen' }, 3)
    expect(found).toMatchObject({ verdict: 'too_soon', dosesIn24h: 1, earliestAt: at(11) })
    expect(found.evidence[0]!.values.sinceMinutes).toBe(0)
  })
})

describe('the maximum in 24 hours', () => {
  const four = [0, 6, 12, 18].map((hour) => ibuprofen(hour))

  it.each<[When, string, number]>([
    [23.99, 'max_reached', 4],
    [24, 'cannot_confirm', 3],
    [24.01, 'cannot_confirm', 3],
  ])('is a rolling window: after four doses from 0 h, at %s h %s', (now, verdict, count) => {
    expect(one(four, { ingredient: 'ibuprofen' }, now)).toMatchObject({ verdict, dosesIn24h: count })
  })

  it('is the fifth dose, not the fourth', () => {
    expect(one(four.slice(1), { ingredient: 'ibuprofen' }, 23.9).verdict).toBe('too_soon')
    expect(one(four, { ingredient: 'ibuprofen' }, 23.9).rules).toEqual(['max_reached', 'too_soon', 'cannot_confirm'])
  })

  it('is the label’s where that is less', () => {
    const weak = { ...MEILIN, maxDosesPerDay: 2 }
    const list = [meilin(0, 5), meilin(7, 5)]
    expect(one(list, { productId: 'meilin' }, 14, { record: { products: [weak] } }).evidence[0]).toEqual({
      rule: 'max_reached',
      reason: 'label_max_doses',
      entryIds: ['d@0', 'd@7'],
      values: { doses: 2, maxDoses: 2 },
    })
    expect(one(list, { ingredient: 'ibuprofen' }, 14, { record: { products: [weak] } }).verdict).toBe('cannot_confirm')
  })

  it('lifts when enough doses have left the window and the interval is over', () => {
    const crowded = [0, 1, 2, 3, 20].map((hour) => paracetamol(hour))
    expect(one(crowded, { ingredient: 'paracetamol' }, 21).earliestAt).toBe(at(25))
    const late = [0, 1, 2, 3, 23].map((hour) => paracetamol(hour))
    expect(one(late, { ingredient: 'paracetamol' }, 23.5).earliestAt).toBe(at(27))
  })

  it('may lift 24 hours from now sharp', () => {
    const now = ['a', 'b', 'c', 'd'].map((id) => paracetamol(5, id))
    expect(one(now, { ingredient: 'paracetamol' }, 5).earliestAt).toBe(at(29))
  })

  it('says so when no minute within 24 hours helps', () => {
    const ahead = [30, 31, 32, 33].map((hour) => paracetamol(hour))
    expect(one(ahead, { ingredient: 'paracetamol' }, 5).earliestAt).toBeNull()
    expect(ask(ahead, { ingredient: 'paracetamol' }, 5).earliestAt).toBeNull()
  })

  it('has no earliest time where it does not apply', () => {
    expect(one([ibuprofen(0)], { ingredient: 'ibuprofen' }, 6)).toMatchObject({
      earliestAt: null,
      earliestIsLowerBound: false,
    })
  })
})

describe('what cannot be confirmed', () => {
  const child = recordOf([]).child

  it('is everything, while rules are missing', () => {
    expect(reasons([], { ingredient: 'ibuprofen', mg: 100 }, 0)).toEqual(['rules_incomplete'])
  })

  it.each<[string, Parameters<typeof ask>, string]>([
    [
      'no birth date',
      [[], { ingredient: 'ibuprofen' }, 0, { record: { child: { ...child, birthDate: null } } }],
      'birth_date_missing',
    ],
    ['no weight', [[], { ingredient: 'ibuprofen' }, 0, { record: { weights: [] } }], 'weight_missing'],
    [
      'only a later weight',
      [
        [],
        { ingredient: 'ibuprofen' },
        0,
        { record: { weights: [{ on: '2026-01-16' as DateText, weight: grams(14) }] } },
      ],
      'weight_missing',
    ],
    ['mL without a strength', [[], { ingredient: 'ibuprofen', ml: 5 }, 0], 'concentration_missing'],
    ['pieces of a liquid', [[], { productId: 'meilin', count: 1 }, 0], 'concentration_missing'],
    [
      'a product whose strength nobody read',
      [
        [],
        { productId: 'meilin' },
        0,
        { record: { products: [{ ...MEILIN, ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }] }] } },
      ],
      'concentration_missing',
    ],
    [
      'an earlier dose of unknown amount',
      [[dose(-8, { ingredient: 'ibuprofen' }, 'x')], { ingredient: 'ibuprofen' }, 0],
      'earlier_amount_unknown',
    ],
    [
      'a medicine nobody knows',
      [[dose(-8, { medicine: '退热栓' })], { ingredient: 'ibuprofen' }, 0],
      'unknown_medicine',
    ],
    [
      'an antipyretic of unknown kind',
      [[dose(-8, { medicine: '退热栓', antipyretic: 'yes' })], { ingredient: 'ibuprofen' }, 0],
      'unknown_antipyretic',
    ],
    ['no network', [[], { ingredient: 'ibuprofen' }, 0, { situation: { ...server, online: false } }], 'offline'],
    [
      'unsent changes',
      [[], { ingredient: 'ibuprofen' }, 0, { situation: { ...server, unsentChanges: 2 } }],
      'unsent_changes',
    ],
  ])('with %s', (_, args, reason) => {
    expect(reasons(...args)).toEqual([reason, 'rules_incomplete'])
    expect(one(...args).verdict).toBe('cannot_confirm')
  })

  it('forgets what is older than 24 hours', () => {
    const old = [
      dose(0, { ingredient: 'ibuprofen' }),
      dose(0, { medicine: '退热栓' }),
      dose(0, { medicine: '栓', antipyretic: 'yes' }),
    ]
    expect(reasons(old, { ingredient: 'ibuprofen' }, 24)).toEqual(['rules_incomplete'])
  })

  it.each([
    // birth, weighed, asked on 15 January 2026
    ['2024-01-16', '2025-10-15', []],
    ['2024-01-16', '2025-10-14', ['weight_outdated']],
    ['2024-01-15', '2025-10-14', []],
    ['2024-01-15', '2025-07-15', []],
    ['2024-01-15', '2025-07-14', ['weight_outdated']],
    [null, '2025-10-14', ['birth_date_missing', 'weight_outdated']],
  ])('born %s, weighed %s', (birthDate, on, expected) => {
    const record = {
      child: { ...child, birthDate: birthDate as DateText | null },
      weights: [{ on: on as DateText, weight: grams(12) }],
    }
    expect(reasons([], { ingredient: 'ibuprofen' }, 12, { record })).toEqual([...expected, 'rules_incomplete'])
  })

  it('is a medicine whose ingredients nobody wrote down', () => {
    const bare = { record: { products: [{ ...MEILIN, ingredients: [] }] } }
    expect(ask([], { productId: 'meilin', ml: 5 }, 0, bare)).toMatchObject({
      verdict: 'cannot_confirm',
      ingredients: [{ ingredient: 'unknown' }],
    })
    expect(ask([], { productId: 'gone' }, 0).rules).toEqual(['cannot_confirm'])
  })
})

describe('what is not covered', () => {
  it('answers so for every other ingredient, whatever the record says', () => {
    const found = one([dose(0, { ingredient: 'aspirin' })], { ingredient: 'aspirin' }, 1)
    expect(found).toMatchObject({
      verdict: 'not_covered',
      rules: ['not_covered'],
      earliestAt: null,
      dosesIn24h: 1,
      massIn24h: null,
    })
    expect(
      checkRecordedDose(recordOf([dose(0, { medicine: '阿莫西林', antipyretic: 'no' })]), 'd@0', server)?.verdict,
    ).toBe('not_covered')
  })

  it('does not make a compound any laxer', () => {
    const check = ask([paracetamol(0)], { productId: 'huangnamin', count: 1 }, 1)
    expect(check.ingredients.map(({ ingredient, verdict }) => [ingredient, verdict])).toEqual([
      ['paracetamol', 'too_soon'],
      ['chlorphenamine', 'not_covered'],
    ])
    expect([check.verdict, check.rules, check.earliestAt]).toEqual([
      'too_soon',
      ['too_soon', 'cannot_confirm', 'not_covered'],
      at(4),
    ])
  })
})

describe('a compound of two antipyretics', () => {
  const both = {
    ...COLD_REMEDY,
    id: 'both',
    ingredients: [...COLD_REMEDY.ingredients.slice(0, 1), { ...MEILIN.ingredients[0]!, perPiece: null }],
  }
  const record = { products: [both] }

  it('waits for the later of the two', () => {
    expect(ask([paracetamol(0), ibuprofen(0)], { productId: 'both' }, 1, { record }).earliestAt).toBe(at(6))
    expect(ask([paracetamol(3), ibuprofen(0)], { productId: 'both' }, 4, { record }).earliestAt).toBe(at(7))
  })
})

describe('sums over 24 hours', () => {
  it('are per ingredient and per body weight', () => {
    const found = one([ibuprofen(0, 'a', 100), ibuprofen(7, 'b', 72.5)], { ingredient: 'ibuprofen' }, 13)
    expect(found).toMatchObject({ dosesIn24h: 2, massIn24h: 172_500, tenthsMgPerKgIn24h: 121 })
  })

  it('are unknown where one dose or the weight is', () => {
    const list = [ibuprofen(0), dose(7, { ingredient: 'ibuprofen', volume: microlitres(5) })]
    expect(one(list, { ingredient: 'ibuprofen' }, 13)).toMatchObject({ massIn24h: null, tenthsMgPerKgIn24h: null })
    expect(one([ibuprofen(0)], { ingredient: 'ibuprofen' }, 13, { record: { weights: [] } })).toMatchObject({
      massIn24h: 100_000,
      tenthsMgPerKgIn24h: null,
    })
  })

  it('use a weight of the day itself, and of two of one day the later written', () => {
    const on = '2026-01-15' as DateText
    const weights = [9, 10].map((kg) => ({ on, weight: grams(kg) }))
    expect(one([ibuprofen(0)], { ingredient: 'ibuprofen' }, 1, { record: { weights } }).tenthsMgPerKgIn24h).toBe(100)
  })

  it('use the last weight before the day', () => {
    const weights = ['2026-01-14', '2025-10-01', '2026-01-20'].map((on, index) => ({
      on: on as DateText,
      weight: grams(10 + index),
    }))
    expect(one([ibuprofen(0)], { ingredient: 'ibuprofen' }, 1, { record: { weights } }).tenthsMgPerKgIn24h).toBe(100)
  })
})

describe('a recorded dose', () => {
  const list = [
    ibuprofen(0, 'a'),
    ibuprofen(3, 'b'),
    ibuprofen(3, 'c'),
    ibuprofen(9, 'd'),
    temperature(1, 38, 'axillary', 't'),
  ]

  it.each([
    ['a', 'cannot_confirm', []],
    ['b', 'too_soon', ['a']],
    ['c', 'too_soon', ['b']],
    ['d', 'cannot_confirm', []],
  ])('%s is looked at against those before it', (id, verdict, against) => {
    const check = checkRecordedDose(recordOf(list), id, server)!
    expect([check.verdict, check.ingredients[0]!.evidence[0]!.entryIds]).toEqual([verdict, against])
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

  it('goes by the named ingredient where the product is gone', () => {
    expect(ask([ibuprofen(0)], { productId: 'gone', ingredient: 'ibuprofen' }, 2).verdict).toBe('too_soon')
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

  it('is never allowed or caution, and has its strictest rule as verdict', () => {
    fc.assert(
      fc.property(entries(48), question, fc.nat(60), situation, (list, asked, now, where) => {
        const check = ask(list, asked, now, { situation: where })
        for (const { verdict, rules } of [check, ...check.ingredients]) {
          expect(['allowed', 'caution']).not.toContain(verdict)
          expect(verdict).toBe(rules[0])
          expect(rules).toEqual(VERDICTS.filter((known) => rules.includes(known)))
        }
        expect(DoseCheckSchema.safeParse(doseCheckToJson(check, shanghai)).error).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('is free at earliestAt and blocked in every minute before it', () => {
    fc.assert(
      fc.property(
        entries(30),
        fc.constantFrom('paracetamol', 'ibuprofen'),
        fc.integer({ min: 0, max: 30 }),
        (list, ingredient, now) => {
          const blocked = (time: number) => {
            const { rules } = checkDose(recordOf(list), doseQuestion({ ingredient }), shift(at(0), time * HOUR), server)
              .ingredients[0]!
            return rules.includes('max_reached') || rules.includes('too_soon')
          }
          const { earliestAt } = one(list, { ingredient }, now)
          const end = earliestAt === null ? now + 24 : (earliestAt - at(0)) / HOUR
          if (earliestAt !== null) expect(blocked(end)).toBe(false)
          else if (!blocked(now)) return
          for (let time = now; time < end; time += 0.25) expect(blocked(time)).toBe(true)
          if (earliestAt !== null) expect(blocked(end - 1 / 60)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('does not change with the order of entries, with other entries, nor with the day', () => {
    fc.assert(
      fc.property(entries(40), question, fc.integer({ min: 1, max: 60 }), (list, asked, days) => {
        const check = ask(list, asked, 40)
        expect(ask([symptom(2, 'rash'), ...[...list].reverse()], asked, 40)).toEqual(check)
        const by = days * 24 * HOUR
        const moved = list.map((entry) => ({ ...entry, at: shift(entry.at, by) }))
        const weights = [{ on: '2026-01-15' as DateText, weight: grams(14.2) }]
        const later = checkDose(recordOf(moved, { weights }), doseQuestion(asked), shift(at(40), by), server)
        expect(later.rules).toEqual(ask(list, asked, 40, { record: { weights } }).rules)
        expect(later.earliestAt && later.earliestAt - by).toBe(check.earliestAt)
      }),
    )
  })
})

describe('the formulary', () => {
  it('names a source and a mark for every limit', () => {
    for (const limits of [...Object.values(FORMULARY), WEIGHT_VALID]) {
      for (const limit of Object.values(limits)) {
        expect(limit.source).not.toBe('')
        expect(MARKS).toContain(limit.mark)
      }
    }
  })
})
