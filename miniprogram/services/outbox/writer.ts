import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import { SECOND, formatStamp, shift, type Instant } from '../../../shared/time/instant.ts'
import { StorageFull, type Clock } from '../../platform/ports.ts'
import type { UndoStore } from '../entries/undo.store.ts'
import { failure, success, type Result } from '../result.ts'
import type { Outbox } from './outbox.ts'

/** Why nothing was written down. */
export type LogProblem = 'storage_full' | 'viewer' | 'no_family' | 'sample'

/** Who writes, and in which family. */
export interface Author {
  readonly accountId: string
  readonly familyId: string
  /** Why they may not write there; null when they may. */
  readonly refusal: 'viewer' | 'sample' | null
}

/** What every change begins with. */
export interface Made {
  readonly changeId: string
  readonly madeAt: string
}

export interface WriterParts {
  readonly outbox: Outbox
  readonly undo: UndoStore
  readonly clock: Clock
  readonly newId: () => string
  readonly offsetMinutesAt: (at: Instant) => number
  /** null: nobody yet, on the demo before it has signed in. */
  readonly author: () => Author | null
  /** Something is to be sent. */
  readonly wake: () => void
}

/** How long a save can be taken back. */
export const UNDO_MS = 5 * SECOND

/** Puts changes into the outbox in the name of whoever is signed in. */
export interface Writer {
  /** Why nothing can be written down at all; null when it can. */
  readonly refusal: () => LogProblem | null
  readonly made: () => Made
  /** Kept on the phone when the call returns; `isHeld`: for as long as it can be undone, it is not sent. */
  readonly write: (childId: string | null, change: Change, isHeld: boolean) => Result<null, LogProblem>
  /** Lets what was held go. */
  readonly release: () => void
}

const refusalOf = (by: Author | null): LogProblem | null => (by ? by.refusal : 'no_family')

export function createWriter({ outbox, undo, clock, newId, offsetMinutesAt, author, wake }: WriterParts): Writer {
  return {
    refusal: () => refusalOf(author()),
    made() {
      const at = clock.now()
      return { changeId: newId(), madeAt: formatStamp({ at, offsetMinutes: offsetMinutesAt(at) }) }
    },
    write(childId, change, isHeld) {
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
      return success(null)
    },
    release() {
      outbox.release()
      wake()
    },
  }
}
