import * as fc from 'fast-check'
import { historyOf } from '../../../../shared/curve/history.ts'
import { responsesOf, type Response, type ToldResponse } from '../../../../shared/curve/response.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { Entry, Site } from '../../../../shared/record/entry.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { micrograms, milliPieces } from '../../../../shared/units/medicine.ts'
import { entries } from '../support/arbitrary.ts'
import { at, dose, ibuprofen, paracetamol, recordOf, symptom, temperature as t, type When } from '../support/record.ts'
import { responsesByTheBook } from '../support/responses-by-the-book.ts'

const responses = (list: Entry[], now: When = 48, products: Product[] = []): readonly Response[] =>
  responsesOf(timelineOf(recordOf(list, { products }), at(now)))

/** Ibuprofen at 02:00 among readings written as minutes after it → ℃. */
const night = (readings: Record<number, number>, more: Entry[] = [], site: Site = 'axillary'): ToldResponse => {
  const list = Object.entries(readings).map(([minutes, celsius]) =>
    t(2 + Number(minutes) / 60, celsius, site, `m${minutes}`),
  )
  const response = responses([ibuprofen(2, 'dose'), ...list, ...more]).find(({ doseId }) => doseId === 'dose')
  if (!response?.evaluable) throw new Error(`not evaluable: ${response?.reason ?? 'no dose'}`)
  return response
}

const reason = (list: Entry[], now?: When) => responses([ibuprofen(2, 'dose'), ...list], now)[0]!

describe('a night a clinician can read', () => {
  // 38.9 before; 38.6 after 25 min, 38.2 after 85; below 37.5 seen from 03:55 to 05:55; 38.0 at 07:20.
  const response = night({ '-10': 38.9, 25: 38.6, 85: 38.2, 115: 37.4, 175: 37.4, 235: 37.4, 320: 38.0 })

  it('tells the fall, the lowest, the time below and the rise as bounds', () => {
    expect(response).toMatchObject({
      doseId: 'dose',
      ingredient: 'ibuprofen',
      confounded: false,
      baseline: { id: 'm-10' },
      firstFall: { afterMinutes: 25, byMinutes: 85 },
      lowest: { reading: { id: 'm115' }, drop: 15, bracketed: false },
      belowThreshold: { threshold: 375, minMinutes: 120, maxMinutes: 235, censoredBy: null },
      below38_5: { threshold: 385, minMinutes: 235, maxMinutes: null, censoredBy: 'noReading' },
      roseAgain: true,
      backToBaseline: false,
    })
  })
})

describe('the baseline', () => {
  const later = t(3, 38)

  it.each<[string, Entry[], string | null]>([
    ['61 min before', [t('15T00:59:00', 39), later], 'no_baseline'],
    ['60 min before', [t('15T01:00:00', 39), later], null],
    ['10 min after', [t('15T02:10:00', 39), later], null],
    ['11 min after', [t('15T02:11:00', 39), later], 'no_baseline'],
    ['below its threshold', [t(2, 37.4), later], 'baseline_not_febrile'],
    ['at its threshold', [t(2, 37.5), later], null],
    ['just below that of another site', [t(2, 37.9, 'rectal'), t(3, 39, 'rectal')], 'baseline_not_febrile'],
    ['febrile, but not the last', [t(1.5, 39), t(2, 37.4), later], 'baseline_not_febrile'],
    ['by the gun', [t(2, 39, 'noncontact'), later], 'no_baseline'],
    ['later than now', [], 'no_baseline'],
  ])('%s', (_, list, expected) => {
    expect(reason(list)).toMatchObject(expected === null ? { evaluable: true } : { evaluable: false, reason: expected })
  })

  it('is the last of the hour and sets the site', () => {
    const list = [t(1.5, 39), t(2, 38.5, 'rectal'), t(3, 38, 'rectal'), t(3, 36)]
    expect(reason(list)).toMatchObject({ baseline: { id: 't-rectal@2' }, lowest: { reading: { id: 't-rectal@3' } } })
  })

  it('missing, says nothing more', () => {
    expect(reason([])).toEqual({ doseId: 'dose', ingredient: 'ibuprofen', evaluable: false, reason: 'no_baseline' })
  })
})

describe('enough readings', () => {
  const base = t(2, 39)

  it.each<[string, Entry[], boolean]>([
    ['none', [], false],
    ['30 min after', [t(2.5, 38)], false],
    ['31 min after', [t('15T02:31:00', 38)], true],
    ['6 h after', [t(8, 38)], true],
    ['6 h 1 s after', [t('15T08:00:01', 38)], false],
    ['of another site', [t(3, 38, 'oral')], false],
    ['after the next dose', [paracetamol(3), t('15T03:01:00', 38)], false],
    ['in the very minute of the next dose', [paracetamol('15T03:00:10'), t('15T03:00:50', 38)], true],
  ])('%s', (_, list, evaluable) => {
    expect(reason([base, ...list])).toMatchObject(evaluable ? { evaluable } : { evaluable, reason: 'too_few_readings' })
  })

  it('do not include what is later than now', () => {
    expect(reason([base, t(3, 38)], 2.9)).toMatchObject({ reason: 'too_few_readings' })
  })
})

describe('the window', () => {
  it.each<[string, Entry[], string]>([
    ['ends 8 h after', [], 'm480'],
    ['ends at the next antipyretic', [paracetamol(6)], 'm240'],
    ['ends at one of unknown ingredient', [dose(6, { medicine: '退热栓', antipyretic: 'yes' })], 'm240'],
    ['does not end at another medicine', [dose(6, { medicine: '阿莫西林', antipyretic: 'no' })], 'm480'],
    ['does not end at the same minute', [paracetamol('15T02:00:59')], 'm480'],
  ])('%s', (_, more, lowest) => {
    expect(night({ 0: 39, 60: 38.5, 240: 38, 480: 37, 481: 36 }, more).lowest.reading.id).toBe(lowest)
  })

  it.each<[string, Entry[], boolean]>([
    ['paracetamol 6 h before', [paracetamol(-4)], true],
    ['paracetamol 6 h 1 min before', [paracetamol('14T19:59:00')], false],
    ['paracetamol at the same minute', [paracetamol('15T02:00:30')], true],
    ['paracetamol after', [paracetamol(5)], false],
    ['an antipyretic of unknown kind 8 h before', [dose(-6, { medicine: '退热栓', antipyretic: 'yes' })], true],
    ['aspirin 8 h 1 min before', [dose('14T17:59:00', { ingredient: 'aspirin' })], false],
    ['ibuprofen itself', [ibuprofen(-4)], false],
  ])('and whether it is confounded by %s', (_, more, confounded) => {
    expect(night({ 0: 39, 60: 38.5 }, more).confounded).toBe(confounded)
  })

  it('of paracetamol is confounded by ibuprofen up to 8 h before', () => {
    const list = [t(2, 39), t(3, 38), paracetamol(2, 'p')]
    const confounded = (when: When) => responses([...list, ibuprofen(when, 'i')]).find(({ doseId }) => doseId === 'p')
    expect([confounded(-6), confounded('14T17:59:00')].map((one) => one?.evaluable && one.confounded)).toEqual([
      true,
      false,
    ])
  })

  it('of a compound: one response per antipyretic ingredient, each confounded by the other', () => {
    const compound: Product = {
      id: 'both',
      name: 'both',
      form: 'tablet',
      minAgeMonths: null,
      maxDosesPerDay: null,
      ingredients: ['paracetamol', 'caffeine', 'ibuprofen'].map((code) => ({
        code,
        perMl: null,
        perPiece: micrograms(100),
      })),
    }
    const list = [t(2, 39), t(3, 38), dose(2, { productId: 'both', pieces: milliPieces(1) }, 'x')]
    expect(responses(list, 48, [compound]).map((one) => [one.ingredient, one.evaluable && one.confounded])).toEqual([
      ['paracetamol', true],
      ['ibuprofen', true],
    ])
  })
})

describe('an antipyretic of which nobody knows the ingredient', () => {
  const nameless = { medicine: '退热栓', antipyretic: 'yes' } as const

  it.each<[string, Parameters<typeof dose>[1]]>([
    ['a name only', nameless],
    ['a code the rules do not have', { ...nameless, ingredient: 'an_unknown_antipyretic' }],
  ])('has no response of its own: %s', (_, given) => {
    expect(responses([t(2, 39), dose(2, given), t(3, 38)])).toEqual([])
  })

  it('is never the same as another, but blurs what is given with it', () => {
    const list = [t(2, 39), dose(2, nameless), ibuprofen(2, 'dose'), t(3, 38)]
    expect(responses(list)).toMatchObject([{ doseId: 'dose', ingredient: 'ibuprofen', confounded: true }])
  })
})

describe('what comes before the baseline', () => {
  it('does not count, even after the dose', () => {
    expect(night({ 2: 36.5, 8: 39, 60: 38.5 }).lowest.reading.id).toBe('m60')
  })
})

describe('the first fall', () => {
  it.each<[Record<number, number>, object | null]>([
    [{ '-30': 39, 60: 38.6 }, null],
    [
      { '-30': 39, 60: 38.5 },
      { afterMinutes: 0, byMinutes: 60 },
    ],
    [
      { 5: 39, 60: 38.5 },
      { afterMinutes: 5, byMinutes: 60 },
    ],
    [
      { 0: 39, 20: 38.7, 60: 38.4, 90: 38 },
      { afterMinutes: 20, byMinutes: 60 },
    ],
    [
      { 0: 39, 60: 38.54 },
      { afterMinutes: 0, byMinutes: 60 },
    ],
    [{ 0: 39.04, 60: 38.55 }, null],
  ])('in %j is %j', (readings, expected) => {
    expect(night(readings).firstFall).toEqual(expected)
  })
})

describe('the lowest', () => {
  it.each<[Record<number, number>, string, number, boolean]>([
    [{ 0: 39, 60: 38.5, 120: 38, 180: 38.2 }, 'm120', 10, true],
    [{ 0: 39, 60: 38.5, 120: 38, 180: 38.1 }, 'm120', 10, false],
    [{ 0: 39, 60: 38.1, 120: 38, 180: 38.2 }, 'm120', 10, true],
    [{ '-1': 39, 120: 38, 180: 38.2 }, 'm120', 10, false],
    [{ 0: 39, 120: 38, 240: 38.2 }, 'm120', 10, true],
    [{ 0: 39, 120: 38, 241: 38.2 }, 'm120', 10, false],
    [{ 0: 39, 60: 38, 120: 38, 180: 38.5 }, 'm60', 10, true],
    [{ 0: 38, 60: 38.5, 120: 38.2 }, 'm120', -2, false],
  ])('of %j', (readings, id, drop, bracketed) => {
    const { lowest } = night(readings)
    expect([lowest.reading.id, lowest.drop, lowest.bracketed]).toEqual([id, drop, bracketed])
  })
})

describe('the time below', () => {
  const dropped = { 0: 39, 60: 38, 120: 37.4, 180: 37 }

  it.each<[string, Record<number, number>, Entry[], object | null]>([
    ['never below', { 0: 39, 60: 37.5 }, [], null],
    ['back at the threshold', { ...dropped, 240: 37.5 }, [], { minMinutes: 60, maxMinutes: 180, censoredBy: null }],
    [
      'only one reading below',
      { 0: 39, 60: 38, 120: 37.4, 180: 38 },
      [],
      { minMinutes: 0, maxMinutes: 120, censoredBy: null },
    ],
    [
      'the first spell only',
      { ...dropped, 200: 38, 220: 37, 300: 37 },
      [],
      { minMinutes: 60, maxMinutes: 140, censoredBy: null },
    ],
    ['from the baseline on', { '-40': 39, 60: 37, 120: 38 }, [], { minMinutes: 0, maxMinutes: 160, censoredBy: null }],
    ['cut by the next dose', dropped, [paracetamol(9)], { minMinutes: 60, maxMinutes: null, censoredBy: 'nextDose' }],
    ['cut by one 8 h after', dropped, [paracetamol(10), t(11, 38)], { maxMinutes: null, censoredBy: 'nextDose' }],
    ['past the window', dropped, [t('15T10:01:00', 38)], { maxMinutes: null, censoredBy: 'window' }],
    [
      'past the window, dosed only then',
      dropped,
      [paracetamol('15T10:01:00'), t(12, 38)],
      { maxMinutes: null, censoredBy: 'window' },
    ],
    ['nobody measured', dropped, [t(11, 38, 'oral')], { minMinutes: 60, maxMinutes: null, censoredBy: 'noReading' }],
  ])('%s', (_, readings, more, expected) => {
    const { belowThreshold, roseAgain } = night(readings, more)
    if (expected === null) expect(belowThreshold).toBeNull()
    else expect(belowThreshold).toMatchObject({ threshold: 375, ...expected })
    expect(roseAgain).toBe(belowThreshold !== null && belowThreshold.maxMinutes !== null)
  })

  it('ends unseen at a reading 8 h after, the last that still belongs to it', () => {
    expect(night({ ...dropped, 480: 37 }).belowThreshold).toMatchObject({ minMinutes: 360, censoredBy: 'noReading' })
  })

  it('uses the threshold of the site', () => {
    expect(night({ 0: 39, 60: 37.9, 90: 37.7, 120: 37.8 }, [], 'oral').belowThreshold).toMatchObject({
      threshold: 378,
      maxMinutes: 60,
    })
  })

  it('has 38.5 besides, where the baseline reaches it', () => {
    expect(night({ 0: 38.4, 60: 37 }).below38_5).toBeNull()
    expect(night({ 0: 38.5, 60: 38.4, 120: 38.5 }).below38_5).toMatchObject({
      threshold: 385,
      minMinutes: 0,
      maxMinutes: 120,
    })
    expect(night({ 0: 38.5, 60: 38.5 }).below38_5).toBeNull()
  })

  it('bounds truly when there are seconds', () => {
    const list = [
      t('15T02:00:00', 39),
      ibuprofen('15T02:00:30', 'dose'),
      t('15T03:00:00', 37),
      t('15T04:00:59', 37),
      t('15T05:00:01', 38),
    ]
    const [response] = responses(list)
    expect(response).toMatchObject({
      firstFall: { afterMinutes: 0, byMinutes: 60 },
      belowThreshold: { minMinutes: 60, maxMinutes: 181 },
    })
  })
})

describe('back to the baseline', () => {
  it.each<[Record<number, number>, boolean]>([
    [{ 0: 39, 60: 38, 120: 38.7 }, true],
    [{ 0: 39, 60: 38, 120: 38.6 }, false],
    [{ 0: 39, 60: 38.8, 120: 38 }, false],
  ])('%j: %s', (readings, expected) => {
    expect(night(readings).backToBaseline).toBe(expected)
  })
})

describe('the history', () => {
  const dosed = (hour: number, readings: [number, number][], site: Site = 'axillary'): Entry[] => [
    ibuprofen(hour),
    t(hour, 39, site),
    ...readings.map(([hours, celsius]) => t(hour + hours, celsius, site)),
  ]
  const seen = (hour: number, minutes: number, site?: Site) =>
    dosed(
      hour,
      [
        [1, 37],
        [1 + minutes / 60, 37],
        [2 + minutes / 60, 38.5],
      ],
      site,
    )
  const history = (list: Entry[]) => historyOf(responses(list, 200))

  it('is silent below three doses', () => {
    expect(history([...seen(0, 60), ...seen(20, 90)])).toEqual([])
  })

  it('spans what happened before', () => {
    expect(history([...seen(0, 60), ...seen(20, 90), ...seen(40, 120)])).toEqual([
      { ingredient: 'ibuprofen', site: 'axillary', n: 3, minMinutes: 60, maxMinutes: 240 },
    ])
  })

  it('counts a dose that never got below with 0, and leaves the most open where one end was not seen', () => {
    const never = dosed(60, [[1, 38.5]])
    expect(history([...seen(0, 60), ...seen(20, 90), ...never])[0]).toMatchObject({
      n: 3,
      minMinutes: 0,
      maxMinutes: 210,
    })
    const unseen = dosed(60, [[1, 37]])
    expect(
      history([
        ...seen(0, 60),
        ...unseen,
        ...seen(20, 90),
        ...never.map((one) => ({ ...one, at: shift(one.at, 20 * HOUR) })),
      ])[0],
    ).toMatchObject({ n: 4, maxMinutes: null })
  })

  it('keeps sites apart and confounded doses out', () => {
    const list = [...seen(0, 60), ...seen(20, 60), ...seen(40, 60, 'rectal'), ...seen(60, 60), paracetamol(58)]
    expect(history(list)).toEqual([])
  })
})

describe('all responses', () => {
  const plain = (response: Response) =>
    response.evaluable
      ? {
          ...response,
          baseline: response.baseline.id,
          lowest: { ...response.lowest, reading: undefined, id: response.lowest.reading.id },
        }
      : response

  it('are as the definition says, read word by word', () => {
    fc.assert(
      fc.property(entries(20, 40), (list) => {
        expect(responses(list, 19).map(plain)).toEqual(responsesByTheBook(list, at(19)))
      }),
      { numRuns: 3000 },
    )
  })

  it('do not change with order or other entries, and move with time', () => {
    fc.assert(
      fc.property(entries(20, 40), fc.integer({ min: 1, max: 99 }), (list, days) => {
        const told = responses(list)
        expect(responses([symptom(1, 'rash'), t(1, 40, 'noncontact'), ...[...list].reverse()])).toEqual(told)
        const moved = list.map((entry) => ({ ...entry, at: shift(entry.at, days * 24 * HOUR) }))
        const numbers = (all: readonly Response[]) =>
          all.map((one) =>
            one.evaluable
              ? [one.firstFall, one.belowThreshold, one.below38_5, one.confounded, one.lowest.drop]
              : one.reason,
          )
        expect(numbers(responses(moved, 24 * (days + 2)))).toEqual(numbers(told))
      }),
    )
  })

  it('have lower bounds no higher than their upper ones', () => {
    fc.assert(
      fc.property(entries(20, 40), (list) => {
        for (const one of responses(list)) {
          if (!one.evaluable) continue
          if (one.firstFall) expect(one.firstFall.afterMinutes).toBeLessThanOrEqual(one.firstFall.byMinutes)
          for (const below of [one.belowThreshold, one.below38_5]) {
            if (below?.maxMinutes != null) expect(below.minMinutes).toBeLessThanOrEqual(below.maxMinutes)
          }
        }
      }),
    )
  })
})
