import { completedMonths } from '../child/age.ts'
import type { Source } from '../evidence/source.ts'
import type { Child, Weight } from '../record/child.ts'
import { dayNumber, parseDate } from '../time/date.ts'
import { fixedZone, instantOnDay } from '../time/zone.ts'
import { grams, type Grams } from '../units/weight.ts'

/** What a child of an age weighs, girls and boys, from −3 to +3 standard deviations. Outside it, 斤 was often meant for kg. */
export interface WeightBand extends Source {
  readonly fromMonths: number
  readonly lowest: Grams
  readonly highest: Grams
}

// Held against the LMS tables of a public copy: each bound is theirs, to 0.1 kg.
const WHO = { source: 'WHO Child Growth Standards 2006, weight-for-age, −3 to +3 SD', mark: 'secondary' } as const

const band = (fromMonths: number, lowest: number, highest: number): WeightBand => ({
  fromMonths,
  lowest: grams(lowest),
  highest: grams(highest),
  ...WHO,
})

/** Each band up to the next: the lower bound of its first month, the upper one of its last. */
export const WEIGHT_BANDS: readonly WeightBand[] = [
  band(0, 2.0, 6.6),
  band(1, 2.7, 8.0),
  band(2, 3.4, 9.0),
  band(3, 4.0, 10.9),
  band(6, 5.1, 12.3),
  band(9, 5.8, 13.3),
  band(12, 6.3, 15.3),
  band(18, 7.2, 17.1),
  band(24, 8.1, 20.9),
  band(36, 9.6, 25.2),
  band(48, 10.9, 29.5),
]

/** The standard ends at five years: above it no weight is out of a band. */
const UP_TO_MONTHS = 60

const noon = fixedZone(0)

/** Whether a weight is outside what children of that age weigh. Unknown, and so never, without a birth date. */
export function isOutsideBand({ on, weight }: Weight, { birthDate }: Child): boolean {
  if (birthDate === null) return false
  const months = completedMonths(birthDate, instantOnDay(dayNumber(parseDate(on)!), 12, noon), noon)
  if (months < 0 || months >= UP_TO_MONTHS) return false
  const { lowest, highest } = WEIGHT_BANDS.filter(({ fromMonths }) => fromMonths <= months).pop()!
  return weight < lowest || weight > highest
}
