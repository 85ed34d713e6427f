import * as fc from 'fast-check'
import { findEpisodes, type Episode } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { HOUR, shift } from '../../../../shared/time/instant.ts'
import { formatTenths } from '../../../../shared/units/temperature.ts'
import { entries } from '../support/arbitrary.ts'
import { episodesByTheBook } from '../support/episodes-by-the-book.ts'
import { at, dose, ibuprofen, recordOf, shanghai, symptom, temperature as t, type When } from '../support/record.ts'

const episodes = (list: Entry[], now: When): readonly Episode[] =>
  findEpisodes(timelineOf(recordOf(list), at(now)), at(now), shanghai)

const hours = (time: number | null) => (time === null ? null : (time - at(0)) / HOUR)

/** status, end, readings, doses of each episode: what the definition decides. */
const outline = (list: Entry[], now: When) =>
  episodes(list, now).map(({ status, end, readings, doses }) => [status, hours(end), readings, doses])

describe('an episode', () => {
  it('starts at the first febrile reading', () => {
    expect(episodes([t(1, 37.4), t(2, 37.5), t(3, 38.0)], 4)[0]).toMatchObject({ start: at(2), readings: 2 })
  })

  it('is not there without fever', () => {
    expect(episodes([t(1, 37.4), ibuprofen(2)], 30)).toEqual([])
  })

  it('does not hear the infrared gun', () => {
    expect(episodes([t(1, 39, 'noncontact')], 2)).toEqual([])
    expect(outline([t(1, 38), t(2, 39, 'noncontact')], 3)).toEqual([['ongoing', null, 1, 0]])
  })

  it('leaves out what is later than now', () => {
    expect(outline([t(1, 38), t(4, 39), ibuprofen(5)], 3)).toEqual([['ongoing', null, 1, 0]])
  })

  it('takes its highest number among febrile readings, the first of equals', () => {
    const [episode] = episodes([t(1, 38.5), t(2, 39.24), t(3, 39.2, 'rectal'), t(4, 39.16), t(5, 37.9, 'rectal')], 6)
    expect([episode!.highest.id, formatTenths(episode!.highest.value)]).toEqual(['t@2', '39.2'])
  })

  it.each<[string, Entry[], When, number]>([
    ['ongoing: to now', [t('15T23:50', 38)], '16T00:10', 2],
    ['ongoing on its first day', [t('15T00:00', 38)], '15T23:59', 1],
    [
      'ended: to the last febrile reading',
      [t('15T23:50', 38), t('16T10:00', 36.8), t('16T20:00', 36.8)],
      '18T00:00',
      1,
    ],
    ['unknown: to the last febrile reading', [t('15T23:50', 38), t('16T00:00', 38)], '19T00:00', 2],
  ])('counts fever days, %s', (_, list, now, days) => {
    expect(episodes(list, now)[0]!.feverDays).toBe(days)
  })
})

describe('the end of an episode', () => {
  const f = t(0, 38)

  it.each<[string, Entry[], When, unknown[]]>([
    ['two readings 6 h apart, seen before 24 h are over', [f, t(4, 37), t(10, 37)], 23.75, ['ongoing', null, 3, 0]],
    ['the same at 24 h', [f, t(4, 37), t(10, 37)], 24, ['ended', 0, 1, 0]],
    ['readings 5 h 45 apart', [f, t(4.25, 37), t(10, 37)], 24, ['ongoing', null, 3, 0]],
    ['the later one 7 h 45 after', [f, t(1, 37), t(7.75, 37)], 24, ['ongoing', null, 3, 0]],
    ['the later one 8 h after', [f, t(1, 37), t(8, 37)], 24, ['ended', 0, 1, 0]],
    ['one reading only', [f, t(12, 37)], 30, ['ongoing', null, 2, 0]],
    ['the second reading after 24 h', [f, t(12, 37), t(26, 37)], 26, ['ended', 0, 1, 0]],
    ['the second reading after 24 h, before it', [f, t(12, 37)], 25.75, ['ongoing', null, 2, 0]],
    ['a dose restarts the 24 h', [f, t(4, 37), t(10, 37), ibuprofen(20)], 30, ['ongoing', null, 3, 1]],
    ['a dose at 24 h sharp comes too late to matter', [f, t(4, 37), t(10, 37), ibuprofen(24)], 30, ['ended', 0, 1, 0]],
    [
      'counted to the dose its quiet span starts from',
      [f, t(4, 37), ibuprofen(6), t(12, 37), t(20, 37)],
      30,
      ['ended', 0, 2, 1],
    ],
    [
      'readings at the dose itself are before the span',
      [f, ibuprofen(6), t(6, 37), t(14, 37)],
      30,
      ['ongoing', null, 3, 1],
    ],
    [
      'and stay so when the span before was nearly quiet',
      [f, t(3, 37), t(9, 37), ibuprofen(10), t(10, 37), t(18, 37)],
      40,
      ['ongoing', null, 5, 1],
    ],
    [
      'no antipyretic, no breaker',
      [f, t(4, 37), dose(8, { medicine: '阿莫西林', antipyretic: 'no' }), t(10, 37)],
      24,
      ['ended', 0, 1, 0],
    ],
    [
      'a dose nobody knows about is no breaker',
      [f, t(4, 37), dose(8, { medicine: '退热栓' }), t(10, 37)],
      24,
      ['ended', 0, 1, 0],
    ],
  ])('%s', (_, list, now, expected) => {
    expect(outline(list, now)).toEqual([expected])
  })

  it.each<[string, Entry[], When, unknown[]]>([
    ['23 h 45 without a reading', [f], 23.75, ['ongoing', null, 1, 0]],
    ['24 h without a reading', [f], 24, ['unknown', null, 1, 0]],
    ['a dose is no reading', [f, ibuprofen(3)], 24, ['unknown', null, 1, 1]],
    ['a dose after the moment is not counted', [f, ibuprofen(3), ibuprofen(24)], 30, ['unknown', null, 1, 1]],
    ['the gap after a later reading', [f, t(5, 37), ibuprofen(6)], 29, ['unknown', null, 2, 1]],
    ['a reading at 24 h sharp came as the 24 h were over', [f, t(24, 37)], 25, ['unknown', null, 1, 0]],
    ['a reading 15 min before', [f, t(23.75, 37)], 25, ['ongoing', null, 2, 0]],
    ['ended and unknown at one moment: ended', [f, t(1, 37), t(25, 37)], 25, ['ended', 0, 1, 0]],
  ])('unknown: %s', (_, list, now, expected) => {
    expect(outline(list, now)).toEqual([expected])
  })

  it.each<[string, Entry[], unknown[]]>([
    ['at 23 h 45', [t(23.75, 38)], [['ongoing', null, 2, 0]]],
    ['at 24 h sharp, before which nothing was over', [t(24, 38)], [['ongoing', null, 2, 0]]],
    [
      'at 24 h 15',
      [t(24.25, 38)],
      [
        ['unknown', null, 1, 0],
        ['ongoing', null, 1, 0],
      ],
    ],
    [
      'once seen gone',
      [t(4, 37), t(10, 37), t(30, 38)],
      [
        ['ended', 0, 1, 0],
        ['ongoing', null, 1, 0],
      ],
    ],
    ['seen gone at 24 h sharp', [t(4, 37), t(10, 37), t(24, 38)], [['ongoing', null, 4, 0]]],
  ])('the next fever %s', (_, list, expected) => {
    expect(outline([f, ...list], 31)).toEqual(expected)
  })
})

describe('all episodes', () => {
  it('are as the definition says, read word by word', () => {
    fc.assert(
      fc.property(entries(120, 40), fc.integer({ min: 0, max: 600 }), (list, quarter) => {
        const now = quarter / 4
        const found = episodes(list, now).map(({ start, end, status, readings, doses }) => ({
          start,
          end,
          status,
          readings,
          doses,
        }))
        expect(found).toEqual(episodesByTheBook(list, at(now)))
      }),
      { numRuns: 3000 },
    )
  })

  it('do not change with the order of entries, nor with entries of other kinds', () => {
    fc.assert(
      fc.property(entries(100), fc.integer(), (list, seed) => {
        const shuffled = [...list].sort((a, b) => (a.id + String(seed) < b.id + String(seed) ? 1 : -1)).reverse()
        const more = [...shuffled.reverse(), symptom(3, 'rash'), t(4, 40, 'noncontact')]
        expect(episodes(more, 100)).toEqual(episodes(list, 100))
      }),
    )
  })

  it('move with time', () => {
    fc.assert(
      fc.property(entries(100), fc.integer({ min: 1, max: 1000 }), (list, days) => {
        const by = days * 24 * HOUR
        const moved = list.map((entry) => ({ ...entry, at: shift(entry.at, by) }))
        const later = findEpisodes(timelineOf(recordOf(moved), shift(at(100), by)), shift(at(100), by), shanghai)
        expect(later.map(({ start, end }) => [start - by, end && end - by])).toEqual(
          episodes(list, 100).map(({ start, end }) => [start, end]),
        )
        expect(later.map(({ feverDays, readings }) => [feverDays, readings])).toEqual(
          episodes(list, 100).map(({ feverDays, readings }) => [feverDays, readings]),
        )
      }),
    )
  })
})
