import { HOUR, shift, type Instant } from '../time/instant.ts'
import { firstAfter, firstFrom } from '../time/search.ts'
import { CURVE_LIMITS } from './limits.ts'
import type { Reading, Timeline } from './timeline.ts'

/** How a fever was left behind: by being seen gone, or by nobody looking. */
export interface FeverEnd {
  readonly status: 'ended' | 'unknown'
  /** When that became true. */
  readonly moment: Instant
  /** The last febrile reading or antipyretic dose before it: up to here the episode's entries are counted. */
  readonly until: Instant
}

const QUIET = CURVE_LIMITS.quiet.value * HOUR
const APART = CURVE_LIMITS.quietReadingsApart.value * HOUR
const AFTER_BREAKER = CURVE_LIMITS.quietReadingAfter.value * HOUR
const UNSEEN = CURVE_LIMITS.unseen.value * HOUR

/**
 * What became of the fever after reading `f` and before the next febrile one (or now): ended, unknown, or null while it
 * goes on. Whichever came first decides; a tie means ended.
 */
export function feverEndAfter(f: Reading, next: Reading | null, timeline: Timeline, now: Instant): FeverEnd | null {
  // Before the next febrile reading, but at now itself: what has lasted 24 hours by now has lasted them.
  const inTime = (moment: Instant): boolean => (next ? moment < next.at : moment <= now)
  const readings = timeline.readings.slice(firstAfter(timeline.readings, f.at), boundary(timeline.readings, next))
  const doses = timeline.doses.slice(firstFrom(timeline.doses, f.at), boundary(timeline.doses, next))
  const breakers = [f.at, ...doses.map((dose) => dose.at)]

  const ended = seenGone(breakers, readings, inTime)
  const unseen = nobodyLooked(f, readings, inTime)
  if (ended && (unseen === null || ended.moment <= unseen)) return ended
  if (unseen === null) return null
  return { status: 'unknown', moment: unseen, until: breakers[breakers.filter((at) => at < unseen).length - 1]! }
}

const boundary = (list: readonly { readonly at: Instant }[], next: Reading | null): number =>
  next ? firstFrom(list, next.at) : list.length

/** The first span between breakers that lasted 24 h and holds two readings 6 h apart, one of them 8 h after its start. */
function seenGone(
  breakers: readonly Instant[],
  readings: readonly Reading[],
  inTime: (moment: Instant) => boolean,
): FeverEnd | null {
  let index = 0
  for (const [i, start] of breakers.entries()) {
    const end = breakers[i + 1]
    const inSpan = (at: Instant): boolean => end === undefined || at <= end
    while (index < readings.length && readings[index]!.at <= start) index++
    const first = readings[index]
    while (index < readings.length && inSpan(readings[index]!.at)) {
      const { at } = readings[index]!
      if (at - start >= AFTER_BREAKER && at - first!.at >= APART) {
        const moment = Math.max(at, start + QUIET) as Instant
        if (inSpan(moment) && inTime(moment)) return { status: 'ended', moment, until: start }
        break
      }
      index++
    }
  }
  return null
}

/** The first moment at which 24 h had passed since a reading with no other one. */
function nobodyLooked(f: Reading, readings: readonly Reading[], inTime: (moment: Instant) => boolean): Instant | null {
  let last = f.at
  for (const { at } of readings) {
    if (at - last >= UNSEEN) break
    last = at
  }
  const moment = shift(last, UNSEEN)
  return inTime(moment) ? moment : null
}
