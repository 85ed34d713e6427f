import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import type { RecordsStore } from '../../stores/records/records.store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Row } from '../outbox/row.ts'
import type { SentJournal } from '../outbox/sent-journal.ts'
import { erasedBy } from './erased.ts'

interface Parts {
  readonly outbox: Outbox
  readonly journal: SentJournal
  readonly records: RecordsStore
}

/**
 * Takes an answer in, in an order in which the phone may die between any two steps: the records first, then what was
 * answered about the changes. A change sent twice is answered as a duplicate, so nothing is doubled. True: ask again.
 */
export function settle(parts: Parts, reply: SyncResponse, batch: readonly Row[]): boolean {
  const { outbox, records } = parts
  const { epoch, cursor } = records.position()
  if (epoch !== null && reply.epoch !== epoch) {
    settleAfterRestore(parts, reply, batch)
    return true
  }
  // First what was erased goes: a phone that dies after it is told again.
  const isErased = erasedBy(reply.records, records.familyId)
  outbox.drop(isErased)
  parts.journal.drop(isErased)
  records.apply(reply.records, { epoch: reply.epoch, cursor: reply.cursor }, !reply.more)
  settleResults(
    parts,
    reply,
    batch.filter((row) => !isErased(row)),
    true,
  )
  outbox.pulled(records.familyId, reply.cursor)
  // A server that has more but does not move on would be asked for ever.
  return reply.more && reply.cursor > cursor
}

/** The server has come back from a backup: it gets again what this phone has sent lately, and is asked for everything. */
function settleAfterRestore(parts: Parts, reply: SyncResponse, batch: readonly Row[]): void {
  const { outbox, journal, records } = parts
  outbox.distrust(records.familyId)
  // A refusal may come from what the server has lost, and says nothing about the change.
  settleResults(parts, reply, batch, false)
  outbox.restore(
    journal.all().filter((row) => row.familyId === records.familyId && row.accountId === records.accountId),
  )
  records.restart(reply.epoch)
}

function settleResults({ outbox, journal }: Parts, reply: SyncResponse, batch: readonly Row[], isFinal: boolean): void {
  for (const { changeId, outcome, rejection, seq } of reply.results) {
    const row = batch.find(({ change }) => change.changeId === changeId)
    if (!row) continue
    if (rejection === 'entry_erased' || rejection === 'child_erased') {
      // Somebody has erased what it is about: what it says is not to be kept either.
      outbox.remove(changeId)
    } else if (outcome !== 'rejected') {
      journal.keep(row)
      outbox.acknowledge(changeId, seq ?? 0)
    } else if (isFinal) {
      outbox.fail(changeId, { kind: 'rejected', rejection: rejection ?? 'entry_not_found' })
    }
  }
}
