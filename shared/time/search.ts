import type { Instant } from './instant.ts'

interface Timed {
  readonly at: Instant
}

/** Index of the first item at or after the instant in a list sorted by time; the list's length when there is none. */
export const firstFrom = (list: readonly Timed[], at: Instant): number => firstWhere(list, (time) => time >= at)

/** Index of the first item after the instant in a list sorted by time; the list's length when there is none. */
export const firstAfter = (list: readonly Timed[], at: Instant): number => firstWhere(list, (time) => time > at)

function firstWhere(list: readonly Timed[], holds: (at: Instant) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!.at)) high = middle
    else low = middle + 1
  }
  return low
}
