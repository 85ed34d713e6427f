import type { DoseEntry, YesNoUnknown } from '../record/entry.ts'
import type { Product, ProductIngredient } from '../record/product.ts'
import type { Microgram } from '../units/medicine.ts'
import { ingredientOf } from './ingredients.ts'

/** One ingredient of a dose, and how much of it; null when that cannot be told. */
export interface Delivered {
  readonly ingredient: string
  readonly mass: Microgram | null
}

/** What a dose held as far as the record tells. */
export interface DoseContents {
  readonly ingredients: readonly Delivered[]
  /** Whether anything in it lowers fever; `unknown` counts as nothing seen, never as no. */
  readonly antipyretic: YesNoUnknown
}

/** A dose that was given, or one that is asked about. */
export type Given = Pick<
  DoseEntry,
  'productId' | 'ingredient' | 'medicine' | 'antipyretic' | 'volume' | 'pieces' | 'mass'
>

export type ProductIndex = ReadonlyMap<string, Product>

/** The products of a record by id. */
export const indexProducts = (products: readonly Product[]): ProductIndex =>
  new Map(products.map((product) => [product.id, product]))

/** What a dose delivered per ingredient, in micrograms where product and amount allow it, and whether that lowers fever. */
export function ingredientsOf(dose: Given, products: ProductIndex): DoseContents {
  const ingredients = delivered(dose, products)
  return { ingredients, antipyretic: lowersFever(ingredients, dose.antipyretic) }
}

function delivered(dose: Given, products: ProductIndex): readonly Delivered[] {
  const product = dose.productId === null ? undefined : products.get(dose.productId)
  if (product) {
    const single = product.ingredients.length === 1
    return merged(product.ingredients.map((part) => ({ ingredient: part.code, mass: massOf(part, dose, single) })))
  }
  return dose.ingredient === null ? [] : [{ ingredient: dose.ingredient, mass: dose.mass }]
}

/** A label that names an ingredient twice still makes one dose of it. */
function merged(parts: readonly Delivered[]): readonly Delivered[] {
  const masses = new Map<string, Microgram | null>()
  for (const { ingredient, mass } of parts) {
    const before = masses.get(ingredient)
    const sum = before === null || mass === null ? null : (((before ?? 0) + mass) as Microgram)
    masses.set(ingredient, sum)
  }
  return [...masses].map(([ingredient, mass]) => ({ ingredient, mass }))
}

/** Milligrams written for a product of several ingredients name none of them, so they settle nothing. */
function massOf(part: ProductIngredient, dose: Given, single: boolean): Microgram | null {
  if (dose.mass !== null) return single ? dose.mass : null
  if (dose.volume !== null)
    return part.perMl === null ? null : (Math.round((part.perMl * dose.volume) / 1000) as Microgram)
  if (dose.pieces !== null)
    return part.perPiece === null ? null : (Math.round((part.perPiece * dose.pieces) / 1000) as Microgram)
  return null
}

/** The label outweighs what somebody ticked: a dose with ibuprofen lowers fever whatever was said. */
function lowersFever(ingredients: readonly Delivered[], said: YesNoUnknown | null): YesNoUnknown {
  const known = ingredients.map(({ ingredient }) => ingredientOf(ingredient)?.antipyretic)
  if (known.includes(true)) return 'yes'
  if (known.length > 0 && !known.includes(undefined)) return said === 'yes' ? 'yes' : 'no'
  return said ?? 'unknown'
}
