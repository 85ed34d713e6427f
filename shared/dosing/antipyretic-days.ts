import type { Instant } from '../time/instant.ts'
import { dayOf, type Zone } from '../time/zone.ts'
import type { LoggedDose } from './medicine-log.ts'

/** How many calendar days in a row, up to the day of now, saw an antipyretic; the day of now counts as one, since it is asked about. */
export function daysInARow(doses: readonly LoggedDose[], now: Instant, zone: Zone): number {
  const today = dayOf(now, zone)
  let first = today
  for (let index = doses.length - 1; index >= 0; index--) {
    const { at, contents } = doses[index]!
    const day = dayOf(at, zone)
    if (day < first - 1) break
    if (contents.antipyretic === 'yes' && day === first - 1) first = day
  }
  return today - first + 1
}
