import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Clock, Storage } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'
import type { Failure, Row } from './row.ts'
import { createRowStorage } from './row-storage.ts'

export interface NewRow {
  readonly accountId: string
  readonly familyId: string
  readonly childId: string | null
  readonly change: Change
  readonly heldUntil?: Instant | null
}

/**
 * Every change the server has not yet stored. A change is in storage before anything else happens to it, and leaves it
 * only when the server has answered for it and the record with it has been pulled, or when the person takes it back.
 */
export interface Outbox {
  /** In the order in which they were made. */
  readonly rows: Readable<readonly Row[]>
  /** The changes on their way now. */
  readonly departed: Readable<readonly string[]>
  /** Throws StorageFull, and then nothing was logged. */
  readonly add: (row: NewRow) => void
  /** Takes a change back; false when the server may have heard of it, so that taking it back is a change of its own. */
  readonly withdraw: (changeId: string) => boolean
  /** Ends the holding back of all that is held. */
  readonly release: () => void
  /** Tries a failed change again. */
  readonly retry: (changeId: string) => void
  readonly fail: (changeId: string, failure: Failure) => void
  /** A row with this id from now on, in the place of the one before where there is one. Throws StorageFull. */
  readonly put: (row: Row) => void
  /** The owner of a family that its author has left has it now. */
  readonly offered: (changeId: string, at: string) => void
  /** Puts another change in the place of a failed one. */
  readonly replace: (changeId: string, change: Change) => void
  readonly remove: (changeId: string) => void
  /** Takes from the phone what these rows say, the last one first. */
  readonly drop: (isErased: (row: Row) => boolean) => void
  /** Puts back rows that had been sent, under their old order. */
  readonly restore: (rows: readonly Row[]) => void
  readonly depart: (changeIds: readonly string[]) => void
  /** What had departed is back, answered for or not. */
  readonly arrive: () => void
  /** What the server has not answered for. */
  readonly unsent: () => readonly Row[]
  readonly unsentOf: (rows: readonly Row[]) => readonly Row[]
  /** The server has stored a change, as number `seq` of the family. */
  readonly acknowledge: (changeId: string, seq: number) => void
  /** Everything of the family up to `seq` has been pulled: what was stored by then can go. */
  readonly pulled: (familyId: string, seq: number) => void
  /** The server has lost its memory of the family: nothing counts as stored. */
  readonly distrust: (familyId: string) => void
}

/** `lastOrderBefore`: the highest that earlier runs of the app have given, as far as is known. */
export function createOutbox(storage: Storage, clock: Clock, lastOrderBefore = 0): Outbox {
  const files = createRowStorage(storage)
  // Whoever was to think again has closed the app since: nothing is held any longer.
  const rows = observable<readonly Row[]>(files.load().map((row) => ({ ...row, heldUntil: null })))
  const departed = observable<readonly string[]>([])
  let lastOrder = rows.get().reduce((last, { order }) => Math.max(last, order), lastOrderBefore)
  /** Changes the server may know, for an answer can be lost; those of an earlier run among them. */
  const perhapsKnown = new Set(rows.get().map(({ change }) => change.changeId))

  /** Stored by the server, but its record is not here yet: the row goes on standing for it. */
  const stored = new Map<string, number>()

  const find = (changeId: string): Row | undefined => rows.get().find(({ change }) => change.changeId === changeId)

  const put = (row: Row): void => {
    files.put(row)
    rows.set([...rows.get().filter(({ id }) => id !== row.id), row].sort((a, b) => a.order - b.order))
  }

  const drop = (row: Row): void => {
    files.remove(row)
    rows.set(rows.get().filter(({ id }) => id !== row.id))
  }

  const update = (changeId: string, change: Partial<Row>): void => {
    const row = find(changeId)
    if (row) put({ ...row, ...change })
  }

  const unsentOf = (some: readonly Row[]): readonly Row[] => some.filter(({ change }) => !stored.has(change.changeId))

  return {
    rows,
    departed,
    add({ accountId, familyId, childId, change, heldUntil = null }) {
      // The time, so that an order tells when it was given; never lower than one before, whatever the clock says.
      lastOrder = Math.max(lastOrder + 1, clock.now())
      put({
        id: change.changeId,
        order: lastOrder,
        accountId,
        familyId,
        childId,
        change,
        heldUntil,
        failure: null,
        isResent: false,
      })
    },
    withdraw(changeId) {
      const row = find(changeId)
      if (!row || perhapsKnown.has(changeId)) return false
      drop(row)
      return true
    },
    release() {
      for (const row of rows.get()) if (row.heldUntil !== null) put({ ...row, heldUntil: null })
    },
    retry: (changeId) => update(changeId, { failure: null }),
    fail: (changeId, failure) => update(changeId, { failure }),
    put,
    offered: (changeId, offeredAt) => update(changeId, { offeredAt }),
    replace: (changeId, change) => update(changeId, { change, failure: null }),
    remove(changeId) {
      const row = find(changeId)
      if (row) drop(row)
    },
    drop(isErased) {
      for (const row of [...rows.get()].reverse()) if (isErased(row)) drop(row)
    },
    restore(sent) {
      for (const row of sent) if (!find(row.change.changeId)) put({ ...row, heldUntil: null, isResent: true })
    },
    depart(changeIds) {
      for (const changeId of changeIds) perhapsKnown.add(changeId)
      departed.set(changeIds)
    },
    arrive: () => departed.set([]),
    unsent: () => unsentOf(rows.get()),
    unsentOf,
    acknowledge: (changeId, seq) => stored.set(changeId, seq),
    pulled(familyId, seq) {
      for (const row of rows.get()) {
        const at = stored.get(row.change.changeId)
        if (at === undefined || at > seq || row.familyId !== familyId) continue
        stored.delete(row.change.changeId)
        drop(row)
      }
    },
    distrust(familyId) {
      for (const row of rows.get()) if (row.familyId === familyId) stored.delete(row.change.changeId)
    },
  }
}
