import { dayNumber, parseDate } from '../time/date.ts'
import { DAY, HOUR, MINUTE, shift, type Instant } from '../time/instant.ts'
import { dateText, instantOnDay } from '../time/zone.ts'
import type { CoveredAsk } from './ask.ts'
import { inLast24h } from './medicine-log.ts'
import { maxReached } from './rules/max-reached.ts'
import { tooSoon } from './rules/too-soon.ts'

/** Whether a count, a sum or the interval alone stands against the dose at a moment. */
const isBlocked = (ask: CoveredAsk): boolean => tooSoon(ask).length > 0 || maxReached(ask).length > 0

/**
 * The first whole minute after now at which neither `max_reached` nor `too_soon` would apply to this same dose. Null when
 * they do not apply now, or when no minute within 24 hours helps.
 */
export function earliestFor(ask: CoveredAsk): Instant | null {
  if (!isBlocked(ask)) return null
  const moments = [...whenDosesPass(ask), ...whenWeightsBegin(ask)]
    .map(wholeMinute)
    .filter((moment) => moment > ask.now && moment <= ask.now + DAY)
    .sort((a, b) => a - b)
  return moments.find((moment) => !isBlocked({ ...ask, now: moment })) ?? null
}

/** A block lifts when an interval is over or when a dose leaves the 24 hours, … */
function whenDosesPass({ doses, now, limits }: CoveredAsk): readonly Instant[] {
  const interval = limits.interval.value * HOUR
  return inLast24h(doses, now).flatMap(({ at }) => [shift(at, interval), shift(at, DAY)])
}

/** … or on the day of another weight, when one is on record that is dated tomorrow. */
const whenWeightsBegin = ({ record, now, situation: { zone } }: CoveredAsk): readonly Instant[] =>
  record.weights
    .filter(({ on }) => on > dateText(now, zone))
    .map(({ on }) => instantOnDay(dayNumber(parseDate(on)!), 0, zone))

const wholeMinute = (at: Instant): Instant => (Math.ceil(at / MINUTE) * MINUTE) as Instant
