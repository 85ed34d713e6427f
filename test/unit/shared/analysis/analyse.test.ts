import * as fc from 'fast-check'
import { analyse } from '../../../../shared/analysis/analyse.ts'
import { analysisToJson } from '../../../../shared/analysis/analysis-to-json.ts'
import { AnalysisSchema } from '../../../../shared/contract/schemas/analysis.schema.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { entries } from '../support/arbitrary.ts'
import { night } from '../support/night.ts'
import {
  at,
  ibuprofen,
  note,
  paracetamol,
  recordOf,
  shanghai,
  symptom,
  temperature as t,
  type When,
} from '../support/record.ts'

const analysis = (list: readonly Entry[], now: When) =>
  analysisToJson(analyse(recordOf(list), at(now), shanghai), shanghai)

describe('the analysis of a night', () => {
  const json = analysisToJson(analyse(night, at('16T07:00'), shanghai), shanghai)

  it('fits its schema', () => {
    expect(AnalysisSchema.parse(json)).toEqual(json)
  })

  it('tells the episode, the latest and the trend', () => {
    expect([json.now, json.episodes, json.latest, json.trend]).toEqual([
      '2026-01-16T07:00:00+08:00',
      [
        {
          start: '2026-01-15T19:10:00+08:00',
          end: null,
          status: 'ongoing',
          maxCelsius: 39.6,
          maxAt: '2026-01-16T03:30:00+08:00',
          maxSite: 'axillary',
          readings: 14,
          doses: 3,
          feverDays: 2,
        },
      ],
      { entryId: 't@16T06:50', celsius: 38.1, site: 'axillary', at: '2026-01-16T06:50:00+08:00', grade: 'moderate' },
      { state: 'steady', reason: null, changeCelsius: -0.1, fromEntryId: 't@16T06:10', toEntryId: 't@16T06:50' },
    ])
  })

  it('tells each response with its bounds', () => {
    expect(json.responses).toEqual([
      {
        doseId: 'd@15T20:25',
        ingredient: 'ibuprofen',
        evaluable: true,
        reason: null,
        confounded: false,
        baseline: { entryId: 't@15T20:20', celsius: 38.8 },
        firstFall: { afterMinutes: 65, byMinutes: 135 },
        lowest: { entryId: 't@15T22:40', celsius: 38.2, dropCelsius: 0.6, bracketed: true },
        belowThreshold: null,
        below38_5: { minMinutes: 70, maxMinutes: 250, censoredBy: null },
        roseAgain: false,
        backToBaseline: true,
      },
      {
        doseId: 'd@16T00:35',
        ingredient: 'paracetamol',
        evaluable: true,
        reason: null,
        confounded: true,
        baseline: { entryId: 't@16T00:30', celsius: 39.1 },
        firstFall: { afterMinutes: 65, byMinutes: 115 },
        lowest: { entryId: 't@16T02:30', celsius: 38.5, dropCelsius: 0.6, bracketed: true },
        belowThreshold: null,
        below38_5: null,
        roseAgain: false,
        backToBaseline: true,
      },
      {
        doseId: 'd@16T03:35',
        ingredient: 'ibuprofen',
        evaluable: true,
        reason: null,
        confounded: true,
        baseline: { entryId: 't@16T03:30', celsius: 39.6 },
        firstFall: { afterMinutes: 0, byMinutes: 65 },
        lowest: { entryId: 't@16T06:50', celsius: 38.1, dropCelsius: 1.5, bracketed: false },
        belowThreshold: null,
        below38_5: { minMinutes: 90, maxMinutes: null, censoredBy: 'noReading' },
        roseAgain: false,
        backToBaseline: false,
      },
    ])
  })

  it('answers for both ingredients, and has nothing to ask about', () => {
    expect(json.dosing).toEqual({
      paracetamol: {
        verdict: 'caution',
        rules: ['caution'],
        earliestAt: null,
        dosesIn24h: 1,
        mgPerKgIn24h: 13.5,
      },
      ibuprofen: {
        verdict: 'too_soon',
        rules: ['too_soon'],
        earliestAt: '2026-01-16T09:35:00+08:00',
        dosesIn24h: 2,
        mgPerKgIn24h: 14.1,
      },
    })
    expect([json.history, json.redFlags, json.duplicates, json.implausible]).toEqual([{}, [], [], []])
  })
})

describe('an analysis', () => {
  it('of nothing is empty, and says why there is no trend', () => {
    expect(analysis([], 0)).toMatchObject({
      episodes: [],
      latest: null,
      trend: { state: 'unknown', reason: 'no_reading', changeCelsius: null, fromEntryId: null, toEntryId: null },
      responses: [],
    })
  })

  it('leaves later entries out, except for the guard and for questions about entries', () => {
    const list = [t(1, 38), t(5, 39, 'axillary', 'a'), t(5, 39, 'axillary', 'b'), t(6, 43), ibuprofen(5)]
    const json = analysis(list, 2)
    expect(json).toMatchObject({ episodes: [{ readings: 1, doses: 0 }], latest: { celsius: 38 }, responses: [] })
    expect(json.dosing.ibuprofen).toMatchObject({ verdict: 'too_soon', dosesIn24h: 1 })
    expect(json.duplicates).toEqual([{ kind: 'temperature', entryIds: ['a', 'b'] }])
    expect(json.implausible.map(({ reason }) => reason)).toEqual(['too_high', 'changed_too_fast'])
  })

  it('tells red flags with their level, entries and source, and a gap or poison advice only where there is one', () => {
    const list = [t(0, 38.5), t(4, 38.5), t(80, 38.5), t(97, 38.5), paracetamol(97, 'x', 2200)]
    expect(analysis(list, 98).redFlags).toEqual([
      { rule: 'R7', level: 'now', entryIds: ['x'], source: 'CN2008 §2.4.1; OTC leaflets', advice: 'poison' },
      {
        rule: 'R3',
        level: 'same_day',
        entryIds: ['t@0', 't@97'],
        source: 'NICE NG143',
        gaps: [{ from: '2026-01-15T04:00:00+08:00', to: '2026-01-18T08:00:00+08:00' }],
      },
      expect.objectContaining({ rule: 'R4', level: 'contact' }),
      { rule: 'R7', level: 'contact', entryIds: ['x'], source: 'CN2008 §2.4.1; OTC leaflets' },
    ])
  })

  it('says why a response cannot be told, and no more', () => {
    expect(analysis([ibuprofen(1, 'x')], 2).responses).toEqual([
      { doseId: 'x', ingredient: 'ibuprofen', evaluable: false, reason: 'no_baseline' },
    ])
  })

  it('gives history by ingredient and site, once there are three', () => {
    const spell = (hour: number, site: 'axillary' | 'rectal') => [
      ibuprofen(hour),
      t(hour, 39, site),
      t(hour + 1, 37, site),
      t(hour + 2, 37, site),
      t(hour + 3, 38.5, site),
    ]
    const list = [0, 10, 20].flatMap((hour) => [...spell(hour, 'axillary'), ...spell(hour + 100, 'rectal')])
    expect(analysis(list, 150).history).toEqual({
      ibuprofen: {
        axillary: { n: 3, minMinutes: 60, maxMinutes: 180 },
        rectal: { n: 3, minMinutes: 60, maxMinutes: 180 },
      },
    })
  })

  it('is the same on another day, but for the dates', () => {
    const who = { child: { ...recordOf([]).child, birthDate: null }, weights: [] }
    fc.assert(
      fc.property(entries(150, 40), fc.nat(160), fc.integer({ min: 1, max: 400 }), (list, now, days) => {
        const by = days * 24 * HOUR
        const moved = list.map((entry) => ({ ...entry, at: shift(entry.at, by) }))
        const here = analyse(recordOf(list, who), at(now), shanghai)
        const there = analyse(recordOf(moved, who), shift(at(now), by), shanghai)
        const told = ({ episodes, trend, responses, dosing, redFlags, duplicates, implausible }: typeof here) => ({
          episodes: episodes.map(({ status, readings, doses, feverDays }) => [status, readings, doses, feverDays]),
          trend: [trend.state, trend.reason, trend.change],
          responses: responses.map((one) => [one.doseId, one.evaluable && [one.firstFall, one.belowThreshold]]),
          dosing: dosing.map(({ rules, dosesIn24h, massIn24h }) => [rules, dosesIn24h, massIn24h]),
          redFlags: redFlags.map(({ rule, level, entryIds, values }) => [rule, level, entryIds, values]),
          duplicates,
          implausible,
        })
        expect(told(there)).toEqual(told(here))
      }),
      { numRuns: 300 },
    )
  })

  it('always fits its schema, and does not change with order or with entries no rule looks at', () => {
    fc.assert(
      fc.property(entries(100, 40), fc.nat(110), (list, now) => {
        const json = analysis(list, now)
        expect(AnalysisSchema.parse(json)).toEqual(json)
        const shuffled = [note(1, 'x'), ...[...list].reverse(), symptom(2, 'cough')]
        expect(analysis(shuffled, now)).toEqual(json)
      }),
      { numRuns: 300 },
    )
  })
})
