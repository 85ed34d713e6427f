import type { Instant } from '../time/instant.ts'
import { dayNumber, parseDate, type DateText } from '../time/date.ts'
import { dayOf, localTime, type Zone } from '../time/zone.ts'

/** Whole days from a date (a birth, a weighing) to the calendar day of an instant in the zone; negative when the date is later. */
export const daysSince = (date: DateText, at: Instant, zone: Zone): number => dayOf(at, zone) - dayNumber(parts(date))

/**
 * Completed calendar months from a date to an instant in the zone; negative when the date is later. A month is complete
 * on the same day of a later month, or, where that month is too short, on the first of the next one: never early.
 */
export function completedMonths(date: DateText, at: Instant, zone: Zone): number {
  const from = parts(date)
  const to = localTime(at, zone)
  return (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day ? 1 : 0)
}

function parts(date: DateText) {
  const found = parseDate(date)
  if (!found) throw new RangeError(`"${date}" is not a date`)
  return found
}
