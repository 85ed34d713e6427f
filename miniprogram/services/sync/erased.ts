import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { subjectOf } from '../outbox/subject.ts'
import type { Row } from '../outbox/row.ts'

/**
 * Whether a row of the family says something of what these records tell was erased. That it was to be erased says nothing
 * of it, and is told again to a server that comes back from a backup.
 */
export function erasedBy(records: readonly SyncRecord[], familyId: string): (row: Row) => boolean {
  const ids = new Set(records.flatMap((record) => (record.type === 'tombstone' ? [record.id] : [])))
  return (row) =>
    ids.size > 0 &&
    row.familyId === familyId &&
    row.change.op !== 'entry.erase' &&
    (ids.has(subjectOf(row.change)) || (row.childId !== null && ids.has(row.childId)) || isAbout(row, ids))
}

/** A word on two entries names both of them. */
const isAbout = ({ change }: Row, ids: ReadonlySet<string>): boolean =>
  change.op === 'duplicate.answer' && change.entryIds.some((id) => ids.has(id))
