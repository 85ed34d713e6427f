import type { Row } from '../database/row.ts'
import type { EntryRecord } from '../../shared/contract/schemas/records.schema.ts'
import { stampOf } from '../platform/stamp.ts'
import type { EntryEntity } from './entry.entity.ts'
import { contentOf, fromColumns } from './entry-content.ts'
import type { RevisionEntity } from './revision.entity.ts'

/** An entry as phones are told of it, with the revisions that lost. */
export function entryRecord(entry: Row<EntryEntity>, stale: readonly Row<RevisionEntity>[]): EntryRecord {
  return {
    type: 'entry',
    seq: entry.seq,
    id: entry.id,
    childId: entry.childId,
    revision: entry.revision,
    content: contentOf(fromColumns(entry)),
    deleted: entry.deleted,
    loggedBy: entry.loggedBy,
    author: entry.author,
    loggedAt: stampOf(entry.loggedAt),
    editedBy: entry.editedBy,
    editedAt: entry.editedAt && stampOf(entry.editedAt),
    clockOffsetSeconds: entry.clockOffsetSeconds,
    conflicts: stale.flatMap(({ revision, accountId, receivedAt, content }) =>
      accountId === null ? [] : [{ revision, accountId, at: stampOf(receivedAt), content }],
    ),
    check: entry.doseCheck,
  }
}
