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
  /** The product asked about; null when only an ingredient was named. */
  readonly product: Product | null
  /** Whether an amount was named, and what it holds of the ingredient; null when that cannot be told. */
  readonly hasAmount: boolean
  readonly mass: Microgram | null
  /** Doses of the ingredient in the log, of all products and caregivers. */
  readonly doses: readonly IngredientDose[]
}

/** The same of an ingredient the guard has figures for. */
export interface CoveredAsk extends Ask {
  readonly limits: DosingLimits
}

/** One rule of the guard: what it finds, nothing when it does not apply. */
export type Rule<A extends Ask = Ask> = (ask: A) => readonly Finding[]
