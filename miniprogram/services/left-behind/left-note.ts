import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { StorageFull, type Storage } from '../../platform/ports.ts'
import { groundsOf, subjectOf } from '../outbox/subject.ts'
import type { Row } from '../outbox/row.ts'

/** What must be known of a family that is closed, so that what was not sent there can still be read. */
export interface LeftNote {
  readonly accountId: string
  readonly familyId: string
  readonly name: string
  /** What the unsent changes name: children, products, and what they would have changed. */
  readonly records: readonly SyncRecord[]
}

type Whose = Pick<LeftNote, 'accountId' | 'familyId'>

export interface LeftNotes {
  readonly all: () => readonly LeftNote[]
  /** False where the phone is too full for it. */
  readonly keep: (note: LeftNote) => boolean
  readonly remove: (whose: Whose) => void
}

const PREFIX = 'left/'
const keyOf = ({ accountId, familyId }: Whose): string => `${PREFIX}${accountId}/${familyId}`

export function createLeftNotes(storage: Storage): LeftNotes {
  return {
    all: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => storage.get(key))
        .filter((note): note is LeftNote => note !== undefined),
    keep(note) {
      try {
        storage.set(keyOf(note), note)
        return true
      } catch (error) {
        if (error instanceof StorageFull) return false
        throw error
      }
    },
    remove: (whose) => storage.remove(keyOf(whose)),
  }
}

/** Those of a family's records that its unsent changes cannot be read without. */
export function recordsFor(rows: readonly Row[], all: readonly SyncRecord[]): readonly SyncRecord[] {
  const named = new Set(rows.flatMap(({ childId, change }) => [childId, subjectOf(change), ...groundsOf(change)]))
  return all.filter(({ type, id }) => type === 'member' || named.has(id))
}
