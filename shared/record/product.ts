import type { DateText } from '../time/date.ts'
import type { Microgram } from '../units/medicine.ts'

export const PRODUCT_FORMS = ['liquid', 'drops', 'sachet', 'tablet', 'capsule', 'suppository', 'other'] as const
export type ProductForm = (typeof PRODUCT_FORMS)[number]

/** How much of one ingredient is in a millilitre or in a piece; both null when nobody has read the label. */
export interface ProductIngredient {
  readonly code: string
  readonly perMl: Microgram | null
  readonly perPiece: Microgram | null
}

/** A medicine of the family's cabinet, with what its label says. */
export interface Product {
  readonly id: string
  readonly name: string
  readonly form: ProductForm
  readonly minAgeMonths: number | null
  readonly maxDosesPerDay: number | null
  /** The day the bottle was opened; absent when nobody has said. */
  readonly openedOn?: DateText | null
  readonly ingredients: readonly ProductIngredient[]
}
