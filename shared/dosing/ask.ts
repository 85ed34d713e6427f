import type { ChildRecord } from '../record/child-record.ts'
import type { Product } from '../record/product.ts'
import type { Instant } from '../time/instant.ts'
import type { Microgram } from '../units/medicine.ts'
import type { DosingLimits } from './formulary.ts'
import type { IngredientDose, MedicineLog } from './medicine-log.ts'
import type { Situation } from './situation.ts'
import type { Finding } from './verdict.ts'

/** Everything one rule of the guard may look at: one ingredient of the dose asked about, at one moment. */
export interface Ask {
  readonly record: ChildRecord
  readonly log: MedicineLog
  readonly now: Instant
  readonly situation: Situation
  readonly ingredient: string
  readonly limits: DosingLimits
  /** The product asked about; null when only an ingredient was named. */
  readonly product: Product | null
  /** Whether an amount was named, and what it holds of the ingredient; null when that cannot be told. */
  readonly hasAmount: boolean
  readonly mass: Microgram | null
  /** Earlier doses of the ingredient, of all products and caregivers. */
  readonly doses: readonly IngredientDose[]
}

/** One rule of the guard: what it finds, nothing when it does not apply. */
export type Rule = (ask: Ask) => readonly Finding[]
