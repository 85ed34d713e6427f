import type { Product } from '../record/product.ts'
import { byTime, type DoseEntry, type Entry, type TemperatureEntry } from '../record/entry.ts'
import { indexProducts, ingredientsOf, type ProductIndex } from '../dosing/contents.ts'
import { MINUTE } from '../time/instant.ts'
import { toTenths } from '../units/temperature.ts'
import { ANALYSIS_LIMITS } from './limits.ts'

/** Two entries that may be one and the same event, logged twice: asked about; until settled both count. */
export interface Duplicate {
  readonly kind: 'temperature' | 'dose'
  /** The earlier and the later one. */
  readonly entryIds: readonly [string, string]
}

const SAME_READING = ANALYSIS_LIMITS.sameReading.value * MINUTE
const SAME_DOSE = ANALYSIS_LIMITS.sameDose.value * MINUTE

/**
 * Readings of one displayed value within 3 min, and doses of one ingredient (or of one product or name whose ingredients
 * nobody knows) within 30 min whatever the amount: each later entry with the one before it, in record order.
 */
export function findDuplicates(entries: readonly Entry[], products: readonly Product[]): readonly Duplicate[] {
  const inOrder = [...entries].sort(byTime)
  const readings = inOrder.filter((entry): entry is TemperatureEntry => entry.kind === 'temperature')
  const doses = inOrder.filter((entry): entry is DoseEntry => entry.kind === 'dose')
  const index = indexProducts(products)
  return [
    ...repeats('temperature', readings, SAME_READING, ({ temperature }) => [String(toTenths(temperature))]),
    ...repeats('dose', doses, SAME_DOSE, (dose) => medicineKeys(dose, index)),
  ]
}

function repeats<T extends TemperatureEntry | DoseEntry>(
  kind: Duplicate['kind'],
  entries: readonly T[],
  within: number,
  keysOf: (entry: T) => readonly string[],
): readonly Duplicate[] {
  const found: Duplicate[] = []
  const last = new Map<string, T>()
  for (const entry of entries) {
    const keys = keysOf(entry)
    const earlier = keys
      .map((key) => last.get(key))
      .filter((one): one is T => one !== undefined && entry.at - one.at <= within)
      .sort(byTime)
      .pop()
    if (earlier) found.push({ kind, entryIds: [earlier.id, entry.id] })
    for (const key of keys) last.set(key, entry)
  }
  return found
}

function medicineKeys(dose: DoseEntry, products: ProductIndex): readonly string[] {
  const { ingredients } = ingredientsOf(dose, products)
  if (ingredients.length > 0) return ingredients.map(({ ingredient }) => `ingredient ${ingredient}`)
  return [dose.productId === null ? `medicine ${dose.medicine ?? ''}` : `product ${dose.productId}`]
}
