import type { Row } from '../database/row.ts'
import type { EntryRecord } from '../../shared/contract/schemas/records.schema.ts'
import { formatStamp, instant } from '../../shared/time/instant.ts'
import type { EntryEntity } from './entry.entity.ts'
import { contentOf, fromColumns } from './entry-content.ts'
import type { RevisionEntity } from './revision.entity.ts'

/** The server's own times are in UTC; only what a person wrote down has the offset of a place. */
export const stampOf = (at: Date): string => formatStamp({ at: instant(at.getTime()), offsetMinutes: 0 })

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
    conflicts: stale.flatMap(({ revision, accountId, receivedAt, content }) =>
      accountId === null ? [] : [{ revision, accountId, at: stampOf(receivedAt), content }],
    ),
    check: entry.doseCheck,
  }
}
