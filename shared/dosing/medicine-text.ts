import type { DoseIntent } from './intent.ts'
import type { ProductIndex } from './contents.ts'

/** What a medicine was called by who spoke of it: the label, the free name, else the code of the ingredient. */
export const medicineText = (
  { productId, medicine, ingredient }: DoseIntent['medicine'],
  products: ProductIndex,
): string => (productId === null ? undefined : products.get(productId)?.name) ?? medicine ?? ingredient ?? ''
