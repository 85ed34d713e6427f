import * as fc from 'fast-check'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import { trendAt } from '../../../../shared/curve/trend.ts'
import { latestReading } from '../../../../shared/analysis/latest.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { entries } from '../support/arbitrary.ts'
import { at, ibuprofen, recordOf, symptom, temperature as t, type When } from '../support/record.ts'

const trend = (list: Entry[], now: When) => trendAt(timelineOf(recordOf(list), at(now)), at(now))

describe('the trend', () => {
  it.each<[number, string, number]>([
    [38.5, 'rising', 3],
    [38.4, 'steady', 2],
    [38.2, 'steady', 0],
    [38.0, 'steady', -2],
    [37.9, 'falling', -3],
    [37.94, 'falling', -3],
    [37.95, 'steady', -2],
  ])('from 38.2 to %s is %s', (celsius, state, change) => {
    expect(trend([t(1, 38.2), t(2, celsius)], 2)).toMatchObject({
      state,
      change,
      reason: null,
      from: { id: 't@1' },
      to: { id: 't@2' },
    })
  })

  it.each<[string, Entry[], When, string]>([
    ['nothing was measured', [ibuprofen(1)], 2, 'no_reading'],
    ['only the gun was used', [t(1, 38, 'noncontact')], 2, 'no_reading'],
    ['only one reading is there', [t(1, 38)], 2, 'no_earlier_same_site'],
    ['the sites differ', [t(1, 38), t(2, 38, 'rectal')], 2, 'no_earlier_same_site'],
    ['they are 2 h 1 s apart', [t('15T01:00:00', 38), t('15T03:00:01', 39)], '15T03:01', 'too_far_apart'],
    ['the latest is 2 h 1 s old', [t('15T01:00:00', 38), t('15T02:00:00', 39)], '15T04:00:01', 'latest_too_old'],
  ])('is unknown when %s', (_, list, now, reason) => {
    expect(trend(list, now)).toMatchObject({ state: 'unknown', reason, change: null })
  })

  it('is known with readings 2 h apart and the latest 2 h old', () => {
    expect(trend([t(1, 38), t(3, 39)], 5).state).toBe('rising')
  })

  it('looks past other sites, the gun and what is later than now', () => {
    const list = [t(1, 38), t(1.5, 39, 'rectal'), t(2, 40, 'noncontact'), t(2, 38.5), t(2.2, 41)]
    expect(trend(list, 2.1)).toMatchObject({ state: 'rising', change: 5, from: { id: 't@1' }, to: { id: 't@2' } })
  })

  it('does not change with order, other entries or the day it happens on', () => {
    fc.assert(
      fc.property(entries(6), fc.integer({ min: 1, max: 99 }), (list, days) => {
        const known = trend(list, 6)
        expect(trend([symptom(3, 'cough'), ...[...list].reverse()], 6)).toEqual(known)
        const by = days * 24 * HOUR
        const moved = list.map((entry) => ({ ...entry, at: shift(entry.at, by) }))
        const later = trendAt(timelineOf(recordOf(moved), shift(at(6), by)), shift(at(6), by))
        expect([later.state, later.reason, later.change]).toEqual([known.state, known.reason, known.change])
      }),
    )
  })
})

describe('the latest reading', () => {
  const latest = (list: Entry[], now: When) => latestReading(recordOf(list), at(now))

  it('is the last up to now, of any site, graded by it', () => {
    expect(latest([t(3, 39), t(1, 38), t(2, 38.94)], 2.5)).toEqual({
      entryId: 't@2',
      at: at(2),
      site: 'axillary',
      value: 389,
      grade: 'moderate',
    })
    expect(latest([t(1, 38), t(2, 39, 'noncontact')], 3)).toMatchObject({ site: 'noncontact', grade: 'none' })
  })

  it('of two at one moment is the one with the later id', () => {
    expect(latest([t(1, 38, 'axillary', 'b'), t(1, 39, 'axillary', 'a')], 1)?.entryId).toBe('b')
  })

  it('is null without readings', () => {
    expect(latest([ibuprofen(1)], 2)).toBeNull()
  })
})
