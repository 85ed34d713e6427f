import type { Rejection } from '../../../shared/contract/errors.ts'
import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** Why a change will not go through by itself: the server refused it, and sending it again as it is changes nothing. */
export type Failure =
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'too_large' }

/** One change that the server has not yet stored, as it stands in the phone's storage. */
export interface Row {
  /** The id of its first change: a row keeps its place when another change takes the place of one that failed. */
  readonly id: string
  /** Rises with every change; the order in which they are sent. */
  readonly order: number
  /** Who made it: it is never sent in another's name. */
  readonly accountId: string
  readonly familyId: string
  /** The child it is about, which an edit does not say; null: the family. */
  readonly childId: string | null
  readonly change: Change
  /** Kept back till then, so that it can be undone without anybody having seen it. */
  readonly heldUntil: Instant | null
  readonly failure: Failure | null
  /** Since when it is in the hands of the owner of a family its author is in no more. It is not sent again. */
  readonly offeredAt?: string | undefined
  /** Sent before, and again because the server came back from a backup. */
  readonly isResent: boolean
}
