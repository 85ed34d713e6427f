import { completedMonths } from '../child/age.ts'
import type { Reading } from '../curve/timeline.ts'
import type { Child } from '../record/child.ts'
import { HOUR, type Instant } from '../time/instant.ts'
import { firstAfter, firstFrom } from '../time/search.ts'
import type { Zone } from '../time/zone.ts'
import { tenths, tenthsToCelsius } from '../units/temperature.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import { flagOf, type DerivedRuleId, type RedFlag } from './red-flag.ts'

const L = RED_FLAG_LIMITS
const YOUNGEST_FEVER = tenths(L.youngestFever.value)
const YOUNGEST_AXILLARY = tenths(L.youngestAxillary.value)
const YOUNGEST_COLD = tenths(L.youngestCold.value)
const YOUNG_FEVER = tenths(L.youngFever.value)
const REPEATED = tenths(L.repeatedAbove.value)
const APART = L.repeatedApart.value * HOUR
const WITHIN = L.repeatedWithin.value * HOUR
const EXTREME = tenths(L.extreme.value)

/** R1, R2, R5 and R6: what single readings say by themselves, at the age the child had then. */
export function readingFlags(readings: readonly Reading[], { birthDate }: Child, zone: Zone): readonly RedFlag[] {
  const isOlder = (reading: Reading, months: number): boolean =>
    birthDate === null || completedMonths(birthDate, reading.at, zone) >= months
  const youngest = readings.filter((one) => worriesInYoungest(one) && !isOlder(one, L.youngestAge.value))
  const young = readings.filter(
    (one) => one.value >= YOUNG_FEVER && !isOlder(one, L.youngAge.value) && isOlder(one, L.youngestAge.value),
  )
  return [
    ...flagged('R1', youngest),
    ...flagged('R2', young),
    ...flagged('R5', repeated(readings.filter(({ value }) => value > REPEATED))),
    ...flagged(
      'R6',
      readings.filter(({ value }) => value >= EXTREME),
    ),
  ]
}

const worriesInYoungest = ({ value, site }: Reading): boolean =>
  value >= YOUNGEST_FEVER || (site === 'axillary' && value >= YOUNGEST_AXILLARY) || value < YOUNGEST_COLD

function flagged(rule: DerivedRuleId, readings: readonly Reading[]): readonly RedFlag[] {
  if (readings.length === 0) return []
  const worst = readings.reduce((most, one) => (isWorse(one, most) ? one : most))
  const values = { celsius: tenthsToCelsius(worst.value), site: worst.site }
  return [
    flagOf(
      rule,
      readings.map(({ id }) => id),
      values,
    ),
  ]
}

/** The highest, unless one of them is a cold one: that is told of in a baby. */
const isWorse = (a: Reading, b: Reading): boolean =>
  b.value >= YOUNGEST_COLD && (a.value > b.value || a.value < YOUNGEST_COLD)

/** Those of very high readings that have another one an hour or more away within a day. */
const repeated = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ at }) => hasOne(readings, at + APART, at + WITHIN) || hasOne(readings, at - WITHIN, at - APART))

const hasOne = (readings: readonly Reading[], from: number, to: number): boolean =>
  firstFrom(readings, from as Instant) < firstAfter(readings, to as Instant)
