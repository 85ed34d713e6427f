import type { Source } from '../evidence/source.ts'
import { ingredientOf } from './ingredients.ts'

/** An allergy to one of these medicines speaks against ibuprofen and against each other. */
const NSAIDS: readonly string[] = [
  'ibuprofen',
  'aspirin',
  'nimesulide',
  'metamizole',
  'aminophenazone',
  'phenazone',
  'diclofenac',
  'naproxen',
  'loxoprofen',
]

/** Allergies that cover more than the ingredient they are named after. */
interface CrossAllergy extends Source {
  /** Ingredients that are not given. */
  readonly ingredients: readonly string[]
  /** Codes of the allergies that speak against them. */
  readonly codes: readonly string[]
}

export const CROSS_ALLERGIES: readonly CrossAllergy[] = [
  {
    ingredients: NSAIDS,
    codes: ['nsaid_allergy', ...NSAIDS.map((ingredient) => `${ingredient}_allergy`)],
    source: 'ibuprofen leaflets: NSAID or aspirin allergy',
    mark: 'found',
  },
  { ingredients: ['amoxicillin'], codes: ['penicillin_allergy'], source: 'amoxicillin leaflets', mark: 'background' },
]

/** Codes of the allergies that speak against an ingredient: its own, and those that cover it. */
export const allergiesAgainst = (ingredient: string): readonly string[] => [
  ...new Set([
    `${ingredient}_allergy`,
    ...CROSS_ALLERGIES.filter(({ ingredients }) => ingredients.includes(ingredient)).flatMap(({ codes }) => codes),
  ]),
]

/** The ingredient an allergy is named after; null when the code is of another kind. */
export function allergenOf(code: string): string | null {
  const name = code.endsWith('_allergy') ? code.slice(0, -'_allergy'.length) : ''
  return ingredientOf(name) ? name : null
}
