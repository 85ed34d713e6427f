import type { Microgram } from '../units/medicine.ts'
import type { Grams } from '../units/weight.ts'
import type { IngredientDose } from './medicine-log.ts'

/** What the doses held together, as far as it is known: never more than the truth. */
export const knownMass = (doses: readonly IngredientDose[]): Microgram =>
  doses.reduce((total, { mass }) => total + (mass ?? 0), 0) as Microgram

/** The same, null when one of them is unknown. */
export const wholeMass = (doses: readonly IngredientDose[]): Microgram | null =>
  doses.some(({ mass }) => mass === null) ? null : knownMass(doses)

/** `mg` milligrams per kilogram for a weight; a microgram per gram is a milligram per kilogram. */
export const massFor = (mgPerKg: number, weight: Grams): Microgram => (mgPerKg * weight) as Microgram

/** Tenths of mg/kg, half-up, for display. */
export const tenthsPerKg = (mass: Microgram, weight: Grams): number => Math.floor((mass * 20 + weight) / (2 * weight))
