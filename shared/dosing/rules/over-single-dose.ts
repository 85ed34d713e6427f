import { micrograms, toMg } from '../../units/medicine.ts'
import { toKg } from '../../units/weight.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { weightAt } from '../body-weight.ts'
import { massFor } from '../masses.ts'
import type { Finding } from '../verdict.ts'

/** The dose asked about is by itself more than one dose may be. Without a known amount nothing is said here. */
export const overSingleDose: Rule<CoveredAsk> = ({ record, limits, mass, now, situation }) => {
  if (mass === null) return []
  const weight = weightAt(record, now, situation.zone)
  const found: Finding[] = []
  if (weight && mass > massFor(limits.perKgPerDose.value, weight.weight)) {
    const values = { mg: toMg(mass), maxMgPerKg: limits.perKgPerDose.value, kg: toKg(weight.weight) }
    found.push({ rule: 'over_single_dose', reason: 'dose_mg_per_kg', entryIds: [], values })
  }
  if (mass > micrograms(limits.perDose.value)) {
    const values = { mg: toMg(mass), maxMg: limits.perDose.value }
    found.push({ rule: 'over_single_dose', reason: 'dose_mg', entryIds: [], values })
  }
  return found
}
