import { completedMonths } from '../child/age.ts'
import type { ChildRecord } from '../record/child-record.ts'
import type { Weight } from '../record/child.ts'
import { DAY, shift, type Instant } from '../time/instant.ts'
import { dateText, type Zone } from '../time/zone.ts'
import { WEIGHT_VALID } from './formulary.ts'

/** The last weight on or before the day of now; null when there is none. */
export function weightAt(record: ChildRecord, now: Instant, zone: Zone): Weight | null {
  const today = dateText(now, zone)
  let last: Weight | null = null
  for (const weight of record.weights) {
    if (weight.on <= today && (!last || weight.on >= last.on)) last = weight
  }
  return last
}

const TWO_YEARS = 24

/** Whether a weight is older than doses may be reckoned by; the shorter limit holds while the age is not known. */
export function isOutdated(weight: Weight, record: ChildRecord, now: Instant, zone: Zone): boolean {
  const { birthDate } = record.child
  const isTwo = birthDate !== null && completedMonths(birthDate, now, zone) >= TWO_YEARS
  const months = (isTwo ? WEIGHT_VALID.fromTwo : WEIGHT_VALID.underTwo).value
  // On the very day its months are complete a weight is not yet older than them.
  return completedMonths(weight.on, shift(now, -DAY), zone) >= months
}
