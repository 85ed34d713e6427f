import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import type { Row } from '../outbox/row.ts'
import type { Membership } from '../session.ts'
import type { LocalFamily } from './local-family.ts'

/**
 * How what a guest has logged becomes a family's, decided once and kept until it is done: whatever the phone dies at, the
 * rest is done by the same plan.
 */
export interface CarryPlan {
  readonly from: LocalFamily
  readonly to: LocalFamily
  /** The family, where the phone has just founded it. */
  readonly founded: Membership | null
  /** Every child the guest has had. */
  readonly localChildren: readonly string[]
  /** Which child of the family each of them is; whom it does not name stays behind. */
  readonly children: Readonly<Record<string, string>>
  /** Nothing stays behind that could still need a product. */
  readonly isWhole: boolean
  /** Products that the family has already, by the guest's ids. */
  readonly products: Readonly<Record<string, string>>
  /** Changes of products that are needed on both sides, with the ids of their copies. */
  readonly copies: Readonly<Record<string, string>>
  /** Facts that say nothing new there. */
  readonly dropped: readonly string[]
  /** What is told of a child that is there already, in one word: the family may have asked before. */
  readonly answers: Readonly<Record<string, FactContent>>
  /** Changes that the founding itself has brought to the server. */
  readonly covered: readonly string[]
}

export type Fate =
  | { readonly is: 'stays' }
  | { readonly is: 'done' }
  | { readonly is: 'carried'; readonly row: Row }
  | { readonly is: 'copied'; readonly row: Row }

const STAYS: Fate = { is: 'stays' }
const DONE: Fate = { is: 'done' }

/** What becomes of one of the guest's rows. */
export function fateOf(row: Row, plan: CarryPlan): Fate {
  const { change } = row
  if (change.op === 'duty.take') return DONE
  const factId = 'factId' in change ? change.factId : null
  const childId = row.childId ?? (factId !== null && plan.localChildren.includes(factId) ? factId : null)
  if (childId === null) return fateOfProduct(row, factId, plan)
  const there = plan.children[childId]
  if (there === undefined) return STAYS
  if (plan.covered.includes(change.changeId)) return DONE
  if (factId === null) return { is: 'carried', row: carriedRow(row, plan) }
  const isKnownThere = (factId === childId && there !== childId) || plan.dropped.includes(factId)
  if (isKnownThere) return DONE
  const answer = plan.answers[factId]
  if (answer === undefined) return { is: 'carried', row: carriedRow(row, plan) }
  return change.op === 'fact.create'
    ? { is: 'carried', row: carriedRow({ ...row, change: { ...change, content: answer } }, plan) }
    : DONE
}

function fateOfProduct(row: Row, productId: string | null, plan: CarryPlan): Fate {
  if (productId !== null && productId in plan.products) return plan.isWhole ? DONE : STAYS
  const copyId = plan.copies[row.change.changeId]
  if (copyId !== undefined) {
    const copy = carriedRow(row, plan)
    return { is: 'copied', row: { ...copy, id: copyId, change: { ...copy.change, changeId: copyId } } }
  }
  return plan.isWhole ? { is: 'carried', row: carriedRow(row, plan) } : STAYS
}

const carriedRow = (row: Row, plan: CarryPlan): Row => ({
  ...row,
  accountId: plan.to.accountId,
  familyId: plan.to.familyId,
  childId: row.childId === null ? null : (plan.children[row.childId] ?? row.childId),
  change: carriedChange(row.change, plan),
})

function carriedChange(change: Change, plan: CarryPlan): Change {
  const { children, products } = plan
  const renamed = { ...change } as Record<string, unknown>
  if ('childId' in change) renamed.childId = children[change.childId] ?? change.childId
  if ('content' in change) renamed.content = renamedIn(change.content, plan)
  if (change.op === 'intent.create' && change.medicine.productId != null)
    renamed.medicine = {
      ...change.medicine,
      productId: products[change.medicine.productId] ?? change.medicine.productId,
    }
  if ('baseChangeId' in change && change.baseChangeId !== undefined) {
    const { baseChangeId, ...rest } = renamed
    const base = change.baseChangeId
    // Founding has made the first revision; what stood before it is in it.
    if (plan.covered.includes(base)) return { ...rest, baseRevision: 1 } as Change
    renamed.baseChangeId = plan.copies[base] ?? baseChangeId
  }
  return renamed as Change
}

function renamedIn<Content extends object>(content: Content, { children, products }: CarryPlan): Content {
  const renamed = { ...content } as Record<string, unknown>
  if (typeof renamed.childId === 'string') renamed.childId = children[renamed.childId] ?? renamed.childId
  if (typeof renamed.productId === 'string') renamed.productId = products[renamed.productId] ?? renamed.productId
  return renamed as Content
}
