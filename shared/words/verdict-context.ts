import type { Entry } from '../record/entry.ts'
import type { Product } from '../record/product.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import type { Language } from './language.ts'

/** What a sentence about a verdict may look up. */
export interface VerdictContext {
  readonly entries: readonly Entry[]
  readonly products: readonly Product[]
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
}
