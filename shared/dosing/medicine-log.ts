import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type DoseEntry } from '../record/entry.ts'
import { DAY, shift, type Instant } from '../time/instant.ts'
import { firstAfter } from '../time/search.ts'
import type { Microgram } from '../units/medicine.ts'
import { indexProducts, ingredientsOf, type DoseContents, type ProductIndex } from './contents.ts'

/** A recorded dose with what it held. */
export interface LoggedDose {
  readonly id: string
  readonly at: Instant
  readonly entry: DoseEntry
  readonly contents: DoseContents
}

/** A recorded dose seen from one of its ingredients. */
export interface IngredientDose {
  readonly id: string
  readonly at: Instant
  readonly mass: Microgram | null
}

/** Every recorded medicine of a child in record order, whoever gave it, and later than now included. */
export interface MedicineLog {
  readonly products: ProductIndex
  readonly doses: readonly LoggedDose[]
}

export function medicineLogOf(record: ChildRecord): MedicineLog {
  const products = indexProducts(record.products)
  const doses: LoggedDose[] = []
  for (const entry of record.entries) {
    if (entry.kind !== 'dose') continue
    doses.push({ id: entry.id, at: entry.at, entry, contents: ingredientsOf(entry, products) })
  }
  return { products, doses: doses.sort(byTime) }
}

/** What the log said in the 24 hours before one of its doses, ties by id: all that is needed to hold it against them. */
export const logBefore = ({ products, doses }: MedicineLog, index: number): MedicineLog => ({
  products,
  doses: doses.slice(firstAfter(doses, shift(doses[index]!.at, -DAY)), index),
})

/** The doses that held the ingredient, in record order. */
export function dosesOf(log: MedicineLog, ingredient: string): readonly IngredientDose[] {
  return log.doses.flatMap(({ id, at, contents }) =>
    contents.ingredients
      .filter((delivered) => delivered.ingredient === ingredient)
      .map(({ mass }) => ({ id, at, mass })),
  )
}

/** Those in the rolling (now − 24 h, now]. One stamped later than now counts as given now: it is in every such window. */
export const inLast24h = <T extends { readonly at: Instant }>(doses: readonly T[], now: Instant): readonly T[] =>
  doses.slice(firstAfter(doses, shift(now, -DAY)))

/** Milliseconds since the last dose, 0 for one stamped later than now; null when there is none. */
export function sinceLast(doses: readonly { readonly at: Instant }[], now: Instant): number | null {
  const last = doses[doses.length - 1]
  return last ? Math.max(0, now - last.at) : null
}
