import type { RecordChange } from '../../../shared/contract/schemas/change.schema.ts'
import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import { formatStamp } from '../../../shared/time/instant.ts'
import type { Clock } from '../../platform/ports.ts'
import { derived, observable, type Readable } from '../../stores/observable.ts'
import { familyOf, type Family } from '../../stores/records/family.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Outcome } from '../account/account.ts'
import type { ApiClient } from '../api-client.ts'
import { nextBatch } from '../outbox/batch.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Row } from '../outbox/row.ts'
import { success } from '../result.ts'
import type { Session } from '../session.ts'
import { recordsFor, type LeftNote, type LeftNotes } from './left-note.ts'

/** What a person had not sent to a family when they were in it no more. */
export interface LeftFamily {
  readonly familyId: string
  /** Empty where the phone has forgotten it. */
  readonly name: string
  /** Its children, products and entries, as far as the unsent changes tell of them. */
  readonly family: Family
  /** The same without the unsent changes: what they would have changed or taken away. */
  readonly before: Family
  /** In the order in which they were made; `offeredAt`: they are in the owner's hands. */
  readonly rows: readonly Row[]
  /** Those that can still be offered. */
  readonly waiting: number
  readonly offered: number
}

export interface LeftBehind {
  readonly state: Readable<readonly LeftFamily[]>
  /** Hands what waits to the family's owner, who decides about it. It stays on the phone. */
  readonly offer: (familyId: string) => Outcome<{ readonly offered: number }>
  /** Takes all of it from the phone: only for a person who was asked. */
  readonly discard: (familyId: string) => void
}

interface Parts {
  readonly notes: LeftNotes
  readonly outbox: Outbox
  readonly session: Session
  readonly client: ApiClient
  readonly clock: Clock
}

/** Only what the record says can be offered: who was on duty is of no use later. */
const isOffer = (change: Change): change is RecordChange =>
  change.op !== 'entry.erase' && ('entryId' in change || 'factId' in change)

export interface LeftBehindService extends LeftBehind {
  /** Before a family's record goes from the phone. */
  /** An account or a family of it is erased: nothing is to be read any more. */
  readonly forget: (whose: { readonly accountId: string; readonly familyId?: string }) => void
  readonly remember: (family: Omit<LeftNote, 'records'>, all: readonly SyncRecord[]) => boolean
}

export function createLeftBehind({ notes, outbox, session, client, clock }: Parts): LeftBehindService {
  const kept = observable(notes.all())
  const state = derived([session.state, outbox.rows, kept], (signedIn, rows, all): readonly LeftFamily[] => {
    if (signedIn === null || !signedIn.knowsFamilies) return []
    const own = signedIn.families.map(({ familyId }) => familyId)
    const left = rows.filter(
      ({ accountId, familyId, offeredAt }) =>
        accountId === signedIn.accountId && (!own.includes(familyId) || offeredAt !== undefined),
    )
    return [...new Set(left.map(({ familyId }) => familyId))].map((familyId) =>
      leftFamily(
        familyId,
        left.filter((row) => row.familyId === familyId),
        all.find((note) => note.familyId === familyId && note.accountId === signedIn.accountId),
      ),
    )
  })
  const waitingIn = (familyId: string): readonly Row[] =>
    (state.get().find((one) => one.familyId === familyId)?.rows ?? [])
      .filter(({ change, offeredAt }) => isOffer(change) && offeredAt === undefined)
      // What the family had refused its owner may still want.
      .map((row) => ({ ...row, failure: null, heldUntil: null }))

  return {
    state,
    async offer(familyId) {
      let offered = 0
      for (;;) {
        const batch = nextBatch(waitingIn(familyId), clock.now())
        if (batch.length === 0) return success({ offered })
        const sentAt = formatStamp({ at: clock.now(), offsetMinutes: 0 })
        const changes = batch.map(({ change }) => change).filter(isOffer)
        const body = { sentAt, changes }
        const reply = await client.call('proposals.create', { params: { familyId }, query: {}, body })
        if (!reply.ok) return reply
        for (const { changeId } of changes) outbox.offered(changeId, sentAt)
        offered += changes.length
      }
    },
    discard(familyId) {
      const family = state.get().find((one) => one.familyId === familyId)
      for (const { change } of [...(family?.rows ?? [])].reverse()) outbox.remove(change.changeId)
      const accountId = session.state.get()?.accountId
      if (accountId !== undefined) notes.remove({ accountId, familyId })
      kept.set(notes.all())
    },
    forget({ accountId, familyId }) {
      const own = notes.all().filter((note) => note.accountId === accountId)
      for (const note of own) if (familyId === undefined || note.familyId === familyId) notes.remove(note)
      kept.set(notes.all())
    },
    remember(family, all) {
      const rows = outbox.rows
        .get()
        .filter(({ accountId, familyId }) => accountId === family.accountId && familyId === family.familyId)
      const isKept = rows.length === 0 || notes.keep({ ...family, records: recordsFor(rows, all) })
      kept.set(notes.all())
      return isKept
    },
  }
}

function leftFamily(familyId: string, rows: readonly Row[], note: LeftNote | undefined): LeftFamily {
  const open = rows.map((row) => ({ ...row, offeredAt: undefined }))
  const records = { familyId, isWhole: true, all: note?.records ?? [] }
  return {
    familyId,
    name: note?.name ?? '',
    family: familyOf(records, open),
    before: familyOf(records, []),
    rows,
    waiting: rows.filter(({ change, offeredAt }) => isOffer(change) && offeredAt === undefined).length,
    offered: rows.filter(({ offeredAt }) => offeredAt !== undefined).length,
  }
}
