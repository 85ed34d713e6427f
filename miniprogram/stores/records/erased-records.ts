import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'

/** Whether a record is one of those that a page tells were erased: under its own id, or with its child. */
export function isErasedBy(page: readonly SyncRecord[]): (record: SyncRecord) => boolean {
  const ids = new Set(page.flatMap((record) => (record.type === 'tombstone' ? [record.id] : [])))
  if (ids.size === 0) return () => false
  // Tombstones say nothing of what they stand for, and neither do erasures.
  return (record) =>
    record.type !== 'tombstone' &&
    record.type !== 'erasure' &&
    (ids.has(record.id) || ('childId' in record && ids.has(record.childId)))
}
