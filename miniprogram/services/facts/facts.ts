import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { FactRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { FactState } from '../../stores/records/fact-overlay.ts'
import { baseOf } from '../entries/entry-changes.ts'
import type { UndoStore } from '../entries/undo.store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { subjectOf } from '../outbox/subject.ts'
import type { LogProblem, Writer } from '../outbox/writer.ts'
import { failure, success, type Result } from '../result.ts'

export type Stated = Result<{ readonly factId: string }, LogProblem | 'not_owner'>

export interface FactsParts {
  readonly outbox: Outbox
  readonly undo: UndoStore
  readonly writer: Writer
  readonly newId: () => string
  /** How far this phone's own changes of a fact have come; null: there are none. */
  readonly stateOf: (factId: string) => FactState | null
  /** A child is the owner's alone to delete. */
  readonly isOwner: () => boolean
  /** Something is to be sent. */
  readonly wake: () => void
}

/** What a family states beside its entries (children, weights, conditions, the cabinet), and who is on duty. */
export interface Facts {
  readonly add: (content: FactContent) => Stated
  /** Kept back for as long as it can be undone, like the edit of an entry. */
  readonly edit: (seen: FactRecord, content: FactContent) => Stated
  readonly remove: (seen: FactRecord) => Stated
  /** Ends the conflicts of a fact: a revision of those it shows stands, or something else that was meant. */
  readonly settle: (seen: FactRecord, stands: number | FactContent) => Stated
  /** This member is on duty from now on. */
  readonly takeDuty: (accountId: string) => Result<null, LogProblem>
  readonly retry: (factId: string) => void
  /** Gives up what the server has refused. */
  readonly giveUp: (factId: string) => void
}

const childOf = (content: FactContent): string | null => ('childId' in content ? content.childId : null)

export function createFacts({ outbox, undo, writer, newId, stateOf, isOwner, wake }: FactsParts): Facts {
  const { made, write, release } = writer

  const stated = (factId: string, written: Result<null, LogProblem>): Stated =>
    written.ok ? success({ factId }) : written

  const seenAs = ({ id, revision }: FactRecord) => ({
    factId: id,
    ...baseOf({ revision, lastChangeId: stateOf(id)?.lastChangeId ?? null }),
  })

  /** Drops a fact that the server never took, with all that was changed of it. */
  const forget = (factId: string): void => {
    const changes = outbox.rows.get().map(({ change }) => change)
    for (const change of changes.filter((one) => subjectOf(one) === factId).reverse()) outbox.remove(change.changeId)
  }

  return {
    add(content) {
      const factId = newId()
      return stated(factId, write(childOf(content), { op: 'fact.create', ...made(), factId, content }, false))
    },
    edit(seen, content) {
      const failed = stateOf(seen.id)?.failure
      if (failed?.op === 'fact.create') {
        outbox.replace(failed.changeId, { op: 'fact.create', ...made(), factId: seen.id, content })
        wake()
        return success({ factId: seen.id })
      }
      const change = { op: 'fact.edit', ...made(), ...seenAs(seen), content } as const
      const written = write(childOf(content), change, true)
      if (written.ok) undo.offer({ what: 'edited', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return stated(seen.id, written)
    },
    remove(seen) {
      if (seen.type === 'child' && !isOwner()) return failure('not_owner')
      if (stateOf(seen.id)?.failure?.op === 'fact.create') {
        forget(seen.id)
        return success({ factId: seen.id })
      }
      const change = { op: 'fact.delete', ...made(), ...seenAs(seen) } as const
      const written = write('childId' in seen ? seen.childId : null, change, true)
      if (written.ok) undo.offer({ what: 'deleted', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return stated(seen.id, written)
    },
    settle(seen, stands) {
      const conflicting = seen.conflicts.map(({ revision }) => revision)
      const change = { op: 'fact.settle', ...made(), ...seenAs(seen), conflicting, stands } as const
      return stated(seen.id, write('childId' in seen ? seen.childId : null, change, false))
    },
    takeDuty: (accountId) => write(null, { op: 'duty.take', ...made(), accountId }, false),
    retry(factId) {
      const failed = stateOf(factId)?.failure
      if (failed) outbox.retry(failed.changeId)
      wake()
    },
    giveUp(factId) {
      const failed = stateOf(factId)?.failure
      if (failed?.op === 'fact.create') forget(factId)
      else if (failed) outbox.remove(failed.changeId)
      wake()
    },
  }
}
