import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'

interface Made {
  readonly changeId: string
  readonly madeAt: string
}

/** The first change of an entry. */
export const createChange = (made: Made, entryId: string, childId: string, content: EntryContent): Change => ({
  op: 'entry.create',
  ...made,
  entryId,
  childId,
  content,
})

/** A change of what the person saw. */
export const editChange = (made: Made, seen: EntryRow, content: EntryContent): Change => ({
  op: 'entry.edit',
  ...made,
  entryId: seen.id,
  ...baseOf(seen),
  content,
})

export const deleteChange = (made: Made, seen: EntryRow): Change => ({
  op: 'entry.delete',
  ...made,
  entryId: seen.id,
  ...baseOf(seen),
})

/** What it rests on: the server's revision, or this phone's own change that is not answered yet. */
const baseOf = ({ revision, lastChangeId }: EntryRow) => ({
  baseRevision: Math.max(1, revision),
  ...(lastChangeId === null ? {} : { baseChangeId: lastChangeId }),
})
