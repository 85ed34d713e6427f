import type { DuplicateAnswer } from '../../../../shared/contract/schemas/records.schema.ts'

/** What a press decides. */
export type Decision =
  | { readonly kind: 'entry'; readonly entryId: string; readonly stands: number }
  | { readonly kind: 'fact'; readonly factId: string; readonly stands: number }
  | { readonly kind: 'change'; readonly entryId: string }
  | { readonly kind: 'duplicate'; readonly entryIds: readonly [string, string]; readonly answer: DuplicateAnswer }
  | { readonly kind: 'retry' | 'give_up'; readonly changeId: string }
  | { readonly kind: 'proposal'; readonly ids: readonly string[]; readonly accept: boolean }

/** A button and what it decides. */
export interface Act {
  readonly name: string
  readonly look: '' | 'primary' | 'danger'
  readonly decision: Decision
}

/** One of the things that are said of a matter. */
export interface Version {
  readonly key: string
  readonly title: string
  /** Who, and when. */
  readonly small: string
  /** Chooses this one; null where that is not to be chosen here. */
  readonly act: Act | null
}

/** One thing that a person has to settle. */
export interface Matter {
  readonly key: string
  readonly note: string
  readonly versions: readonly Version[]
  readonly acts: readonly Act[]
}

export interface MatterGroup {
  readonly title: string
  readonly matters: readonly Matter[]
  /** About all of them at once. */
  readonly acts: readonly Act[]
}
