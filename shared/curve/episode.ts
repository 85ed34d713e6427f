import type { Instant } from '../time/instant.ts'
import { firstAfter, firstFrom } from '../time/search.ts'
import { dayOf, type Zone } from '../time/zone.ts'
import { feverEndAfter, type FeverEnd } from './fever-end.ts'
import type { Reading, Timeline } from './timeline.ts'

export interface Episode {
  readonly start: Instant
  /** Time of the last febrile reading once the fever is known to be over; null while it goes on or nobody knows. */
  readonly end: Instant | null
  readonly status: 'ongoing' | 'ended' | 'unknown'
  /** When it was over, or unknown; null while ongoing. */
  readonly decidedAt: Instant | null
  /** Entries from `start` to here belong to the episode. */
  readonly until: Instant
  /** The highest febrile reading by displayed value, the first of equals. Values of different sites are compared as numbers. */
  readonly highest: Reading
  readonly firstFebrile: Reading
  readonly lastFebrile: Reading
  /** Readings and antipyretic doses from `start` to `until`. */
  readonly readings: number
  readonly doses: number
  /** Calendar days in the zone from the first febrile reading to the last one (to now while ongoing), the first being 1. */
  readonly feverDays: number
}

/** The fever episodes up to now, oldest first. */
export function findEpisodes(timeline: Timeline, now: Instant, zone: Zone): readonly Episode[] {
  const febrile = timeline.readings.filter((reading) => reading.febrile)
  const episodes: Episode[] = []
  let first = 0
  febrile.forEach((reading, index) => {
    const next = febrile[index + 1] ?? null
    const over = feverEndAfter(reading, next, timeline, now)
    if (next && !over) return
    episodes.push(episodeOf(febrile.slice(first, index + 1), over, timeline, now, zone))
    first = index + 1
  })
  return episodes
}

function episodeOf(
  febrile: readonly Reading[],
  over: FeverEnd | null,
  timeline: Timeline,
  now: Instant,
  zone: Zone,
): Episode {
  const firstFebrile = febrile[0]!
  const lastFebrile = febrile[febrile.length - 1]!
  const start = firstFebrile.at
  const until = over ? over.until : now
  const lastDay = dayOf(over ? lastFebrile.at : now, zone)
  return {
    start,
    end: over?.status === 'ended' ? lastFebrile.at : null,
    status: over?.status ?? 'ongoing',
    decidedAt: over?.moment ?? null,
    until,
    highest: febrile.reduce((highest, reading) => (reading.value > highest.value ? reading : highest)),
    firstFebrile,
    lastFebrile,
    readings: countBetween(timeline.readings, start, until),
    doses: countBetween(timeline.doses, start, until),
    feverDays: lastDay - dayOf(start, zone) + 1,
  }
}

const countBetween = (list: Timeline['readings'] | Timeline['doses'], from: Instant, to: Instant): number =>
  firstAfter(list, to) - firstFrom(list, from)
