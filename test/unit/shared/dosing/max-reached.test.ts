import type { DateText } from '../../../../shared/record/child.ts'
import { microlitres } from '../../../../shared/units/medicine.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { ask, one, reasons, rules } from '../support/guard.ts'
import { at, dose, ibuprofen, MEILIN, meilin, paracetamol, type When } from '../support/record.ts'

/** A child of 10 kg makes 40 and 60 mg/kg round figures. */
const tenKilos = {
  record: { weights: [{ on: '2026-01-10' as DateText, weight: grams(10), confirmed: true }] },
}
const heavy = { record: { weights: [{ on: '2026-01-10' as DateText, weight: grams(60), confirmed: true }] } }

describe('the maximum number of doses in 24 hours', () => {
  const four = [0, 6, 12, 18].map((hour) => ibuprofen(hour, undefined, 40))

  it.each<[When, string, number]>([
    [23.99, 'max_reached', 4],
    [24, 'caution', 3],
    [24.01, 'caution', 3],
  ])('is a rolling window: after four doses from 0 h, at %s h %s', (now, verdict, count) => {
    expect(one(four, { ingredient: 'ibuprofen' }, now)).toMatchObject({ verdict, dosesIn24h: count })
  })

  it('is the fifth dose, not the fourth, which is spoken of', () => {
    expect(rules(four.slice(1), { ingredient: 'ibuprofen' }, 23.9)).toEqual(['too_soon', 'caution'])
    expect(rules(four, { ingredient: 'ibuprofen' }, 23.9)).toEqual(['max_reached', 'too_soon'])
    expect(reasons(four.slice(2), { ingredient: 'ibuprofen' }, 24)).toEqual([])
    expect(reasons(four.slice(1), { ingredient: 'ibuprofen' }, 24)).toEqual(['fourth_dose'])
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
    expect(rules(list, { ingredient: 'ibuprofen' }, 14, { record: { products: [weak] } })).toEqual(['allowed'])
    expect(rules(list.slice(1), { productId: 'meilin' }, 14, { record: { products: [weak] } })).toEqual(['allowed'])
  })

  it('lifts when enough doses have left the window and the interval is over', () => {
    const crowded = [0, 1, 2, 3, 20].map((hour) => paracetamol(hour, undefined, 100))
    expect(one(crowded, { ingredient: 'paracetamol' }, 21).earliestAt).toBe(at(25))
    const late = [0, 1, 2, 3, 23].map((hour) => paracetamol(hour, undefined, 100))
    expect(one(late, { ingredient: 'paracetamol' }, 23.5).earliestAt).toBe(at(27))
  })

  it('may lift 24 hours from now sharp', () => {
    const now = ['a', 'b', 'c', 'd'].map((id) => paracetamol(5, id, 100))
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

describe('the maximum amount in 24 hours', () => {
  it.each([
    // ingredient, given 12 h ago, asked mg, at 10 kg: 60 and 40 mg/kg are 600 and 400 mg
    ['paracetamol', 480, 120, []],
    ['paracetamol', 480, 120.001, ['max_mg_per_kg']],
    ['paracetamol', 599.999, null, []],
    ['paracetamol', 600, null, ['max_mg_per_kg']],
    ['ibuprofen', 300, 100, ['high_mg_per_kg']],
    ['ibuprofen', 300, 100.001, ['max_mg_per_kg', 'dose_mg_per_kg', 'high_mg_per_kg']],
    ['ibuprofen', 200, 100, []],
    ['ibuprofen', 200, 100.001, ['dose_mg_per_kg', 'high_mg_per_kg']],
    ['ibuprofen', 299.999, null, []],
    ['ibuprofen', 300, null, ['high_mg_per_kg']],
    ['ibuprofen', 400, null, ['max_mg_per_kg', 'high_mg_per_kg']],
  ])('%s per kilogram: %s mg given, %s mg asked', (ingredient, given, mg, expected) => {
    const before = ingredient === 'paracetamol' ? paracetamol(0, 'x', given) : ibuprofen(0, 'x', given)
    expect(reasons([before], { ingredient, mg }, 12, tenKilos)).toEqual(expected)
  })

  it.each([
    ['paracetamol', 1900, 500, []],
    ['paracetamol', 1900, 500.001, ['max_mg']],
    ['paracetamol', 2400, null, ['max_mg']],
    ['paracetamol', 2399.999, null, []],
    ['ibuprofen', 900, 300, []],
    ['ibuprofen', 900, 300.001, ['max_mg']],
    ['ibuprofen', 1200, null, ['max_mg']],
    ['ibuprofen', 1199.999, null, []],
  ])('%s in all: %s mg given, %s mg asked', (ingredient, given, mg, expected) => {
    const before = ingredient === 'paracetamol' ? paracetamol(0, 'x', given) : ibuprofen(0, 'x', given)
    expect(reasons([before], { ingredient, mg }, 12, heavy)).toEqual(expected)
  })

  it('counts what is known where one dose is not', () => {
    const list = [paracetamol(0, 'a', 600), dose(6, { ingredient: 'paracetamol' }, 'b')]
    expect(rules(list, { ingredient: 'paracetamol', mg: 100 }, 12, tenKilos)).toEqual(['max_reached', 'cannot_confirm'])
  })

  it('says what was given, what is asked and what is too much', () => {
    expect(one([paracetamol(0, 'x', 480)], { ingredient: 'paracetamol', mg: 130 }, 12, tenKilos).evidence[0]).toEqual({
      rule: 'max_reached',
      reason: 'max_mg_per_kg',
      entryIds: ['x'],
      values: { mg: 480, thisMg: 130, maxMgPerKg: 60, kg: 10 },
    })
    expect(one([paracetamol(0, 'x', 2400)], { ingredient: 'paracetamol' }, 12, heavy).evidence[0]).toEqual({
      rule: 'max_reached',
      reason: 'max_mg',
      entryIds: ['x'],
      values: { mg: 2400, maxMg: 2400 },
    })
  })

  it('lifts for this same dose, and for a smaller one earlier', () => {
    const list = [paracetamol(0, 'a', 300), paracetamol(6, 'b', 200)]
    expect(one(list, { ingredient: 'paracetamol', mg: 150 }, 12, tenKilos).earliestAt).toBe(at(24))
    expect(one(list, { ingredient: 'paracetamol', mg: 100 }, 12, tenKilos).earliestAt).toBeNull()
    expect(one(list, { ingredient: 'paracetamol', mg: 610 }, 12, tenKilos)).toMatchObject({
      verdict: 'max_reached',
      earliestAt: null,
    })
  })

  it('goes by the weight of each moment', () => {
    const weights = [
      { on: '2026-01-10' as DateText, weight: grams(10), confirmed: true },
      { on: '2026-01-16' as DateText, weight: grams(12), confirmed: true },
    ]
    const list = [paracetamol(12, 'a', 600)]
    const found = one(list, { ingredient: 'paracetamol', mg: 100 }, 20, { record: { weights } })
    expect([found.rules, found.earliestAt]).toEqual([['max_reached'], at(24)])
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

describe('the size of one dose', () => {
  it.each([
    ['paracetamol', 150, tenKilos, []],
    ['paracetamol', 150.001, tenKilos, ['dose_mg_per_kg']],
    ['ibuprofen', 100, tenKilos, []],
    ['ibuprofen', 100.001, tenKilos, ['dose_mg_per_kg']],
    ['paracetamol', 600, heavy, []],
    ['paracetamol', 600.001, heavy, ['dose_mg']],
    ['ibuprofen', 400, heavy, []],
    ['ibuprofen', 400.001, heavy, ['dose_mg']],
    ['paracetamol', 600.001, { record: { weights: [] } }, ['dose_mg', 'weight_missing']],
    ['paracetamol', null, heavy, []],
  ])('%s, %s mg', (ingredient, mg, around, expected) => {
    expect(reasons([], { ingredient, mg }, 0, around)).toEqual(expected)
  })

  it('says what it is and what it may be', () => {
    expect(one([], { ingredient: 'paracetamol', mg: 601 }, 0, tenKilos).evidence.slice(0, 3)).toEqual([
      expect.objectContaining({ reason: 'max_mg_per_kg' }),
      {
        rule: 'over_single_dose',
        reason: 'dose_mg_per_kg',
        entryIds: [],
        values: { mg: 601, maxMgPerKg: 15, kg: 10 },
      },
      { rule: 'over_single_dose', reason: 'dose_mg', entryIds: [], values: { mg: 601, maxMg: 600 } },
    ])
  })
})
