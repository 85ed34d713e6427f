import type { Limit } from '../evidence/source.ts'
import type { DoseEntry } from '../record/entry.ts'
import { MINUTE, type Instant } from '../time/instant.ts'
import { ingredientsOf, type ProductIndex } from './contents.ts'

/** For how long "I am giving it now" stands before it asks 喂了/没喂. */
export const INTENT_LASTS: Limit = { value: 10, unit: 'min', source: 'Shouwen', mark: 'judgement' }

/** "I am giving it now", said by a caregiver and neither settled as given nor as not given. */
export interface DoseIntent {
  readonly id: string
  readonly at: Instant
  readonly by: string | null
  /** Said by the very person who asks now. */
  readonly own: boolean
  readonly medicine: Pick<DoseEntry, 'productId' | 'ingredient' | 'medicine'>
}

export const isRunning = ({ at }: DoseIntent, now: Instant): boolean => now - at < INTENT_LASTS.value * MINUTE

const UNSAID = { antipyretic: null, volume: null, pieces: null, mass: null } as const

/** Whether an intent may be about the ingredient: one whose contents nobody knows may be about any. */
export function isAbout(intent: DoseIntent, ingredient: string, products: ProductIndex): boolean {
  const { ingredients } = ingredientsOf({ ...intent.medicine, ...UNSAID }, products)
  return ingredients.length === 0 || ingredients.some((one) => one.ingredient === ingredient)
}
