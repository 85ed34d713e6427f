import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import { SECOND, formatStamp, shift, type Instant } from '../../../shared/time/instant.ts'
import type { Clock } from '../../platform/ports.ts'
import { StorageFull } from '../../platform/ports.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { failure, success, type Result } from '../result.ts'
import { createChange, deleteChange, editChange } from './entry-changes.ts'
import type { UndoStore } from './undo.store.ts'

/** Why nothing was written down. */
export type LogProblem = 'storage_full' | 'viewer' | 'no_family'
export type Logged = Result<{ readonly entryId: string }, LogProblem>

/** Who writes, and in which family. */
export interface Author {
  readonly accountId: string
  readonly familyId: string
  readonly mayWrite: boolean
}

export interface EntriesParts {
  readonly outbox: Outbox
  readonly undo: UndoStore
  readonly clock: Clock
  readonly newId: () => string
  readonly offsetMinutesAt: (at: Instant) => number
  /** null: a guest without a family. */
  readonly author: () => Author | null
  /** The entry as it is shown now. */
  readonly rowOf: (entryId: string) => EntryRow | null
  /** Something is to be sent. */
  readonly wake: () => void
}

/** How long a save can be taken back. */
export const UNDO_MS = 5 * SECOND

/** Writing things down: kept on the phone and on the screen when the call returns, on its way to the others right after. */
export interface Entries {
  /** Why nothing can be written down at all; null when it can. */
  readonly refusal: () => LogProblem | null
  readonly log: (childId: string, content: EntryContent) => Logged
  /** Kept back for as long as it can be undone: an undone edit is never sent. */
  readonly edit: (seen: EntryRow, content: EntryContent) => Logged
  readonly remove: (seen: EntryRow) => Logged
  /** Tries again what the server has refused. */
  readonly retry: (row: EntryRow) => void
  /** Gives up what the server has refused. */
  readonly giveUp: (row: EntryRow) => void
}

const refusalOf = (by: Author | null): LogProblem | null => (by ? (by.mayWrite ? null : 'viewer') : 'no_family')

const nothing = (): void => undefined

export function createEntries(parts: EntriesParts): Entries {
  const { outbox, undo, clock, newId, offsetMinutesAt, author, rowOf, wake } = parts

  const made = () => {
    const at = clock.now()
    return { changeId: newId(), madeAt: formatStamp({ at, offsetMinutes: offsetMinutesAt(at) }) }
  }

  const write = (childId: string, change: Change, isHeld: boolean): Logged => {
    const by = author()
    const refused = refusalOf(by)
    if (!by || refused) return failure(refused ?? 'no_family')
    // One thing can be undone at a time, so that nothing ever overtakes what is held back.
    undo.finish()
    const heldUntil = isHeld ? shift(clock.now(), UNDO_MS) : null
    try {
      outbox.add({ accountId: by.accountId, familyId: by.familyId, childId, change, heldUntil })
    } catch (error) {
      if (error instanceof StorageFull) return failure('storage_full')
      throw error
    }
    wake()
    return success({ entryId: change.entryId })
  }

  const release = (): void => {
    outbox.release()
    wake()
  }

  /** What takes a create back once the server may know of it. */
  const takeBack = (entryId: string, childId: string): void => {
    const row = rowOf(entryId)
    if (row) write(childId, deleteChange(made(), row), false)
  }

  /** Drops an entry that the server never took, with all that was changed of it; the first change last, lest they stand alone. */
  const forget = (entryId: string): void => {
    const changes = outbox.rows.get().map(({ change }) => change)
    for (const { changeId } of changes.filter((change) => change.entryId === entryId).reverse()) outbox.remove(changeId)
  }

  return {
    refusal: () => refusalOf(author()),
    log(childId, content) {
      const change = createChange(made(), newId(), childId, content)
      const logged = write(childId, change, false)
      if (logged.ok) {
        undo.offer({
          what: 'saved',
          takeBack: () => {
            if (!outbox.withdraw(change.changeId)) takeBack(change.entryId, childId)
          },
          keep: nothing,
        })
      }
      return logged
    },
    edit(seen, content) {
      if (seen.failure?.op === 'entry.create') {
        // The server never took it: there is nothing to edit there, only something better to send.
        outbox.replace(seen.failure.changeId, createChange(made(), seen.id, seen.childId, content))
        wake()
        return success({ entryId: seen.id })
      }
      const change = editChange(made(), seen, content)
      const logged = write(seen.childId, change, true)
      if (logged.ok) undo.offer({ what: 'edited', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return logged
    },
    remove(seen) {
      if (seen.failure?.op === 'entry.create') {
        forget(seen.id)
        return success({ entryId: seen.id })
      }
      const change = deleteChange(made(), seen)
      const logged = write(seen.childId, change, true)
      if (logged.ok) undo.offer({ what: 'deleted', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return logged
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
