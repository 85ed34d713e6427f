import type { Limit } from '../evidence/source.ts'
import { micrograms, type Microgram, type Microlitre } from '../units/medicine.ts'
import type { Grams } from '../units/weight.ts'
import { FORMULARY, type COVERED } from './formulary.ts'
import { massFor } from './masses.ts'

type Covered = (typeof COVERED)[number]

/** The least that guidelines name for one dose; the most is the guard's own limit. Labels may be lower, which is no under-dosing. */
export const LEAST_PER_DOSE: Readonly<Record<Covered, Limit>> = {
  paracetamol: { value: 10, unit: 'mg/kg', source: 'CN2008 §2.4.1; AAP 2011', mark: 'found' },
  ibuprofen: { value: 5, unit: 'mg/kg', source: 'CN2008 §2.4.1', mark: 'found' },
}

/** What guidelines give for one dose at a weight: to be shown with its source as a reference, never as an instruction. */
export interface ReferenceRange {
  readonly least: Microgram
  readonly most: Microgram
  readonly leastVolume: Microlitre
  readonly mostVolume: Microlitre
}

/**
 * The range for a weight and a strength that somebody read from the bottle. There is none without the strength: drops and
 * suspension of one name differ by 3.1 and 2 times. Volumes are cut off, never rounded up.
 */
export function referenceRange(ingredient: Covered, weight: Grams, perMl: Microgram | null): ReferenceRange | null {
  if (perMl === null) return null
  const { perKgPerDose, perDose } = FORMULARY[ingredient]
  const cap = micrograms(perDose.value)
  const capped = (mgPerKg: number): Microgram => Math.min(massFor(mgPerKg, weight), cap) as Microgram
  const least = capped(LEAST_PER_DOSE[ingredient].value)
  const most = capped(perKgPerDose.value)
  return { least, most, leastVolume: volumeOf(least, perMl), mostVolume: volumeOf(most, perMl) }
}

const volumeOf = (mass: Microgram, perMl: Microgram): Microlitre => Math.floor((mass * 1000) / perMl) as Microlitre
