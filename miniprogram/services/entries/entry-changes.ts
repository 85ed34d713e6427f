import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { ChangeOf } from '../../../shared/contract/schemas/sync.schema.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import type { Made } from '../outbox/writer.ts'

/** The first change of an entry. */
export const createChange = (
  made: Made,
  entryId: string,
  childId: string,
  content: EntryContent,
  intentId: string | null = null,
): ChangeOf<'entry.create'> => ({
  op: 'entry.create',
  ...made,
  entryId,
  childId,
  content,
  ...(intentId === null ? {} : { intentId }),
})

/** A change of what the person saw. */
export const editChange = (made: Made, seen: EntryRow, content: EntryContent): ChangeOf<'entry.edit'> => ({
  op: 'entry.edit',
  ...made,
  entryId: seen.id,
  ...baseOf(seen),
  content,
})

export const deleteChange = (made: Made, seen: EntryRow): ChangeOf<'entry.delete'> => ({
  op: 'entry.delete',
  ...made,
  entryId: seen.id,
  ...baseOf(seen),
})

/** Not to be had again by anybody: it rests on nothing, whatever others have made of it since goes too. */
export const eraseChange = (made: Made, { id: entryId }: Pick<EntryRow, 'id'>): ChangeOf<'entry.erase'> => ({
  op: 'entry.erase',
  ...made,
  entryId,
})

/** A person's word on what contradicts what they saw: one of those revisions, or something else that was meant. */
export const settleChange = (made: Made, seen: EntryRow, stands: number | EntryContent): ChangeOf<'entry.settle'> => ({
  op: 'entry.settle',
  ...made,
  entryId: seen.id,
  ...baseOf(seen),
  conflicting: seen.conflicting.map(({ revision }) => revision),
  stands,
})

/** What it rests on: the server's revision, or this phone's own change that is not answered yet. */
export const baseOf = ({ revision, lastChangeId }: Pick<EntryRow, 'revision' | 'lastChangeId'>) => ({
  baseRevision: Math.max(1, revision),
  ...(lastChangeId === null ? {} : { baseChangeId: lastChangeId }),
})
