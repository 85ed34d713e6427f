import type { Child, Condition, Weight } from './child.ts'
import type { Entry } from './entry.ts'
import type { Product } from './product.ts'

/** Everything known about one child: what every rule takes, beside "now". */
export interface ChildRecord {
  readonly child: Child
  readonly weights: readonly Weight[]
  readonly conditions: readonly Condition[]
  readonly products: readonly Product[]
  readonly entries: readonly Entry[]
}
