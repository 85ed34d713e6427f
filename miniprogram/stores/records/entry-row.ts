import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { EntryRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Failure } from '../../services/outbox/row.ts'

/** Why an entry is not as the person wanted it, and what they had wanted. */
export interface RowFailure {
  readonly changeId: string
  readonly op: 'entry.create' | 'entry.edit' | 'entry.delete' | 'entry.settle' | 'entry.erase'
  readonly failure: Failure
}

/** One entry as this phone shows it: the server's, with what is not sent yet laid over it. */
export interface EntryRow {
  readonly id: string
  readonly childId: string
  readonly content: EntryContent
  /** Who wrote it, as the family calls them. */
  readonly by: string | null
  /** Who changed it last, when somebody did. */
  readonly editedBy: string | null
  readonly editedAt: Instant | null
  readonly state: 'saved' | 'pending' | 'failed'
  readonly failure: RowFailure | null
  /** What the server has of it; 0: nothing yet. */
  readonly revision: number
  /** The last change of this phone that is not answered yet: what the next change builds on. */
  readonly lastChangeId: string | null
  /** Revisions that were made against an older state, and lost. */
  readonly conflicts: number
  /** What those revisions said, for a person to choose from. */
  readonly conflicting: EntryRecord['conflicts']
  /** By how many minutes the clock of the phone was wrong that wrote it, ahead when positive; null: it was right. */
  readonly clockOffsetMinutes: number | null
  readonly check: EntryRecord['check']
}
