import { DAY, HOUR, MINUTE, shift, type Instant } from '../time/instant.ts'
import type { Ask } from './ask.ts'
import { inLast24h } from './medicine-log.ts'
import { maxReached } from './rules/max-reached.ts'
import { tooSoon } from './rules/too-soon.ts'

/** Whether the count or the interval alone stands against the dose at a moment. */
const isBlocked = (ask: Ask): boolean => maxReached(ask).length > 0 || tooSoon(ask).length > 0

/**
 * The first whole minute after now at which neither `max_reached` nor `too_soon` would apply to this same dose. Null when
 * they do not apply now, or when no minute within 24 hours helps.
 */
export function earliestFor(ask: Ask): Instant | null {
  if (!isBlocked(ask)) return null
  // A block can only lift when an interval is over or when a dose leaves the 24 hours.
  const interval = ask.limits.interval.value * HOUR
  const moments = inLast24h(ask.doses, ask.now)
    .flatMap(({ at }) => [shift(at, interval), shift(at, DAY)])
    .map(wholeMinute)
    .filter((moment) => moment > ask.now && moment <= ask.now + DAY)
    .sort((a, b) => a - b)
  return moments.find((moment) => !isBlocked({ ...ask, now: moment })) ?? null
}

const wholeMinute = (at: Instant): Instant => (Math.ceil(at / MINUTE) * MINUTE) as Instant
