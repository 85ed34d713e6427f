import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { DuplicateAnswer } from '../../../shared/contract/schemas/records.schema.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { subjectOf } from '../outbox/subject.ts'
import type { LogProblem, Writer } from '../outbox/writer.ts'
import { success, type Result } from '../result.ts'
import { createChange, deleteChange, editChange, eraseChange, settleChange } from './entry-changes.ts'
import type { UndoStore } from './undo.store.ts'

export type { LogProblem } from '../outbox/writer.ts'
export type Logged = Result<{ readonly entryId: string }, LogProblem>

export interface EntriesParts {
  readonly outbox: Outbox
  readonly undo: UndoStore
  readonly writer: Writer
  readonly newId: () => string
  /** The entry as it is shown now. */
  readonly rowOf: (entryId: string) => EntryRow | null
  /** The intent of whoever logs it that this entry answers, by itself; null: none. */
  readonly intentFor: (childId: string, content: EntryContent) => string | null
  /** Something is to be sent. */
  readonly wake: () => void
}

/** Writing things down: kept on the phone and on the screen when the call returns, on its way to the others right after. */
export interface Entries {
  /** Why nothing can be written down at all; null when it can. */
  readonly refusal: () => LogProblem | null
  /** `intentId`: the intent that this dose answers, where that is not plain: somebody else's, say. */
  readonly log: (childId: string, content: EntryContent, intentId?: string) => Logged
  /** Kept back for as long as it can be undone: an undone edit is never sent. */
  readonly edit: (seen: EntryRow, content: EntryContent) => Logged
  readonly remove: (seen: EntryRow) => Logged
  /** Unlike a deleted one it leaves no trace, on any phone. Kept back for as long as it can be undone. */
  readonly erase: (seen: EntryRow) => Logged
  /** Ends the conflicts of an entry: a revision of those it shows stands, or something else that was meant. */
  readonly settle: (seen: EntryRow, stands: number | EntryContent) => Logged
  /** Of two entries that look alike: one event (`extra` is deleted) or two. */
  readonly answerDuplicate: (kept: EntryRow, extra: EntryRow, answer: DuplicateAnswer) => Logged
  /** Tries again what the server has refused. */
  readonly retry: (row: EntryRow) => void
  /** Gives up what the server has refused. */
  readonly giveUp: (row: EntryRow) => void
}

const nothing = (): void => undefined

export function createEntries({ outbox, undo, writer, newId, rowOf, intentFor, wake }: EntriesParts): Entries {
  const { made, write, release } = writer

  const logged = (entryId: string, written: Result<null, LogProblem>): Logged =>
    written.ok ? success({ entryId }) : written

  /** What takes a create back once the server may know of it. */
  const takeBack = (entryId: string, childId: string): void => {
    const row = rowOf(entryId)
    if (row) write(childId, deleteChange(made(), row), false)
  }

  /** Drops an entry that the server never took, with all that was changed of it; the first change last, lest they stand alone. */
  const forget = (entryId: string): void => {
    const changes = outbox.rows.get().map(({ change }) => change)
    for (const change of changes.filter((one) => subjectOf(one) === entryId).reverse()) outbox.remove(change.changeId)
  }

  return {
    refusal: writer.refusal,
    log(childId, content, intentId) {
      const change = createChange(made(), newId(), childId, content, intentId ?? intentFor(childId, content))
      const written = write(childId, change, false)
      if (written.ok) {
        undo.offer({
          what: 'saved',
          takeBack: () => {
            if (!outbox.withdraw(change.changeId)) takeBack(change.entryId, childId)
          },
          keep: nothing,
        })
      }
      return logged(change.entryId, written)
    },
    edit(seen, content) {
      if (seen.failure?.op === 'entry.create') {
        // The server never took it: there is nothing to edit there, only something better to send.
        outbox.replace(seen.failure.changeId, createChange(made(), seen.id, seen.childId, content))
        wake()
        return success({ entryId: seen.id })
      }
      const change = editChange(made(), seen, content)
      const written = write(seen.childId, change, true)
      if (written.ok) undo.offer({ what: 'edited', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return logged(seen.id, written)
    },
    remove(seen) {
      if (seen.failure?.op === 'entry.create') {
        forget(seen.id)
        return success({ entryId: seen.id })
      }
      const change = deleteChange(made(), seen)
      const written = write(seen.childId, change, true)
      if (written.ok) undo.offer({ what: 'deleted', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return logged(seen.id, written)
    },
    erase(seen) {
      if (seen.failure?.op === 'entry.create') {
        forget(seen.id)
        return success({ entryId: seen.id })
      }
      const change = eraseChange(made(), seen)
      const written = write(seen.childId, change, true)
      if (written.ok) undo.offer({ what: 'erased', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return logged(seen.id, written)
    },
    settle(seen, stands) {
      return logged(seen.id, write(seen.childId, settleChange(made(), seen, stands), false))
    },
    answerDuplicate(kept, extra, answer) {
      const entryIds: [string, string] = [kept.id, extra.id]
      const written = write(kept.childId, { op: 'duplicate.answer', ...made(), entryIds, answer }, false)
      if (!written.ok || answer === 'both') return logged(kept.id, written)
      return logged(kept.id, write(extra.childId, deleteChange(made(), extra), false))
    },
    retry({ failure: failed }) {
      if (failed) outbox.retry(failed.changeId)
      wake()
    },
    giveUp({ id, failure: failed }) {
      if (failed?.op === 'entry.create') forget(id)
      else if (failed) outbox.remove(failed.changeId)
      wake()
    },
  }
}
