import type { EntryRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Change, ChangeOf } from '../../../shared/contract/schemas/sync.schema.ts'
import { parseStamp } from '../../../shared/time/instant.ts'
import type { Row } from '../../services/outbox/row.ts'
import type { EntryRow, RowFailure } from './entry-row.ts'

/** What a family calls the person of an account; null when it does not know them. */
export type NameOf = (accountId: string | null) => string | null

type EntryOp = RowFailure['op']
type UnsentEntry = Row & { readonly change: ChangeOf<EntryOp> }

/** The entries to show: the server's with every unsent change of this phone laid over them, in the order they were made. */
export function overlay(records: readonly EntryRecord[], unsent: readonly Row[], nameOf: NameOf): readonly EntryRow[] {
  const shown = new Map<string, EntryRow>()
  const onServer = new Set<string>()
  for (const record of records) {
    onServer.add(record.id)
    if (!record.deleted) shown.set(record.id, fromRecord(record, nameOf))
  }
  for (const row of unsent.filter(isOfEntry)) {
    const { entryId } = row.change
    // What was sent before is in the server's entry already, with whatever happened to it since.
    if (onServer.has(entryId) && (row.isResent || row.change.op === 'entry.create')) continue
    const next = withChange(shown.get(entryId), row, nameOf)
    if (next) shown.set(entryId, next)
    else shown.delete(entryId)
  }
  return [...shown.values()]
}

const isOfEntry = (row: Row): row is UnsentEntry => isEntryChange(row.change)

const isEntryChange = (change: Change): change is ChangeOf<EntryOp> => 'entryId' in change

/** An entry as the server has it. */
export function fromRecord(record: EntryRecord, nameOf: NameOf): EntryRow {
  const { id, childId, content, loggedBy, author, editedBy, editedAt, revision, conflicts, check, clockOffsetSeconds } =
    record
  return {
    id,
    childId,
    content,
    by: author ?? nameOf(loggedBy),
    editedBy: nameOf(editedBy),
    editedAt: editedAt === null ? null : (parseStamp(editedAt)?.at ?? null),
    state: 'saved',
    failure: null,
    revision,
    lastChangeId: null,
    conflicts: conflicts.length,
    conflicting: conflicts,
    clockOffsetMinutes: clockOffsetSeconds === null ? null : Math.round(clockOffsetSeconds / 60),
    check,
  }
}

function withChange(before: EntryRow | undefined, row: UnsentEntry, nameOf: NameOf): EntryRow | undefined {
  const { change, failure } = row
  const state = failure === null ? stateAfter(before) : 'failed'
  const head = {
    state,
    failure: failure === null ? (before?.failure ?? null) : { changeId: change.changeId, op: change.op, failure },
    lastChangeId: failure === null ? change.changeId : (before?.lastChangeId ?? null),
  } as const
  switch (change.op) {
    case 'entry.create':
      return {
        ...head,
        id: change.entryId,
        childId: change.childId,
        content: change.content,
        by: nameOf(row.accountId),
        editedBy: null,
        editedAt: null,
        revision: 0,
        conflicts: 0,
        conflicting: [],
        clockOffsetMinutes: null,
        check: null,
      }
    case 'entry.edit':
      return before && { ...before, ...head, content: change.content }
    case 'entry.settle':
      return before && settled(before, head, change, failure === null)
    case 'entry.delete':
    case 'entry.erase':
      return failure === null ? undefined : before && { ...before, ...head }
  }
}

/** What stands in a person's eyes at once, and nobody is asked again, unless the server finds that it was not theirs to settle. */
function settled(
  before: EntryRow,
  head: Pick<EntryRow, 'state' | 'failure' | 'lastChangeId'>,
  { stands, conflicting: answered }: ChangeOf<'entry.settle'>,
  isTaken: boolean,
): EntryRow {
  if (!isTaken) return { ...before, ...head }
  const chosen =
    typeof stands === 'number' ? before.conflicting.find(({ revision }) => revision === stands)?.content : stands
  const conflicting = before.conflicting.filter(({ revision }) => !answered.includes(revision))
  return { ...before, ...head, content: chosen ?? before.content, conflicting, conflicts: conflicting.length }
}

/** A change made after one that failed waits for it. */
const stateAfter = (before: EntryRow | undefined): EntryRow['state'] =>
  before?.state === 'failed' ? 'failed' : 'pending'
