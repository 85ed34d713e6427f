import type { Product, ProductForm } from '../record/product.ts'
import { toMg, type Microgram } from '../units/medicine.ts'
import { limitsOf } from './formulary.ts'
import { KNOWN_PRODUCTS, productsNamed, type KnownProduct } from './known-products.ts'

/** How a strength may have been copied wrongly from a label: asked about, never altered. */
export type StrengthOddity =
  /** `100 mg/5 mL` written as 100 mg in one. */
  | 'per_5_ml'
  /** The milligrams of the whole bottle. */
  | 'whole_bottle'
  /** `2 %` or `2 g/100 mL` written as 2 mg. */
  | 'percent'
  /** Grams written as milligrams. */
  | 'grams'
  /** That of the drops, for the suspension, or the other way round. */
  | 'other_form'
  /** One piece would be more than a child is ever given at once. */
  | 'over_a_dose'
  /** Like no label that is known. */
  | 'unlike_label'

export interface OddStrength {
  readonly ingredient: string
  readonly reason: StrengthOddity
  readonly written: Microgram
  /** What the label then says; null where that cannot be told. */
  readonly likely: Microgram | null
  /** What the labels that are known say of this ingredient in this form. */
  readonly known: readonly Microgram[]
}

type Strengths = Pick<Product, 'name' | 'form' | 'ingredients'>

/** What is odd about the strengths somebody has copied, beside the labels that are known. */
export const oddStrengths = (product: Strengths): readonly OddStrength[] =>
  product.ingredients.flatMap(({ code, perMl, perPiece }) => {
    if (isLiquid(product.form)) return perMl === null ? [] : oddPerMl(code, perMl, product.form)
    return perPiece === null ? [] : oddPerPiece(code, perPiece, product)
  })

const isLiquid = (form: ProductForm): boolean => form === 'liquid' || form === 'drops'

/** Each slip of the eye, and what it makes of the true number. */
const SLIPS: readonly { readonly reason: StrengthOddity; readonly undo: (written: number) => number }[] = [
  { reason: 'per_5_ml', undo: (written) => written / 5 },
  { reason: 'whole_bottle', undo: (written) => written / 100 },
  { reason: 'whole_bottle', undo: (written) => written / 15 },
  { reason: 'percent', undo: (written) => written * 10 },
  { reason: 'grams', undo: (written) => written * 1000 },
]

function oddPerMl(ingredient: string, written: Microgram, form: ProductForm): readonly OddStrength[] {
  const labels = KNOWN_PRODUCTS.filter((one) => isLiquid(one.form))
  const own = strengthsIn(
    labels.filter((one) => one.form === form),
    ingredient,
    'perMl',
  )
  const all = strengthsIn(labels, ingredient, 'perMl')
  if (all.length === 0 || own.includes(written)) return []
  const odd = { ingredient, written, known: own }
  if (all.includes(written)) return [{ ...odd, reason: 'other_form', likely: null }]
  return [{ ...odd, ...slipOf(written, own) }]
}

function oddPerPiece(ingredient: string, written: Microgram, { name, form }: Strengths): readonly OddStrength[] {
  const all = strengthsIn(KNOWN_PRODUCTS, ingredient, 'perPiece')
  const named = strengthsIn(
    productsNamed(name).filter((one) => one.form === form),
    ingredient,
    'perPiece',
  )
  const odd = { ingredient, written, known: named }
  const slip = slipOf(written, all)
  if (slip.reason === 'grams') return [{ ...odd, ...slip }]
  const most = limitsOf(ingredient)?.perDose.value
  if (most !== undefined && toMg(written) > most) return [{ ...odd, reason: 'over_a_dose', likely: null }]
  return named.length === 0 || named.includes(written) ? [] : [{ ...odd, reason: 'unlike_label', likely: null }]
}

function slipOf(written: Microgram, known: readonly Microgram[]): Pick<OddStrength, 'reason' | 'likely'> {
  for (const { reason, undo } of SLIPS) {
    const likely = known.find((one) => one === Math.round(undo(written)))
    if (likely !== undefined) return { reason, likely }
  }
  return { reason: 'unlike_label', likely: null }
}

const strengthsIn = (
  labels: readonly KnownProduct[],
  ingredient: string,
  per: 'perMl' | 'perPiece',
): readonly Microgram[] => [
  ...new Set(
    labels
      .flatMap(({ ingredients }) => ingredients)
      .filter(({ code }) => code === ingredient)
      .flatMap((part) => part[per] ?? []),
  ),
]
