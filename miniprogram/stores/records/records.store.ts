import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Storage } from '../../platform/ports.ts'
import { isErasedBy } from './erased-records.ts'
import { observable, type Readable } from '../observable.ts'
import { createRecordFiles, type Position } from './record-files.ts'

/** The server's record of one family, as far as it has been pulled. */
export interface Records {
  readonly familyId: string | null
  /** False until everything there was has once been pulled: what is missing may still come. */
  readonly isWhole: boolean
  readonly all: readonly SyncRecord[]
}

/** One family's, as one account sees it. */
export interface RecordsStore {
  readonly familyId: string
  readonly accountId: string
  readonly state: Readable<Records>
  readonly position: () => Position
  /** Takes in a page; `isLast`: the server has no more for now. */
  readonly apply: (records: readonly SyncRecord[], position: Position, isLast: boolean) => void
  /** Pulls everything again, in the server's new epoch where it has told; until then the old record stays to be read. */
  readonly restart: (epoch: string | null) => void
  /** Keeps less of it on the phone: half of its days, the oldest, go, and all is pulled again at the next start. */
  readonly giveUpOldest: () => boolean
  /** Takes the copy out of the phone's storage, and keeps none from now on. */
  readonly forget: () => void
}

const NOWHERE: Position = { epoch: null, cursor: 0 }

/** Takes the family's record out of the phone's storage. */
export function createRecordsStore(storage: Storage, familyId: string, accountId: string): RecordsStore {
  const files = createRecordFiles(storage, familyId, accountId)
  const stored = files.load()
  if (!stored) files.clear()
  const state = observable<Records>({ familyId, isWhole: stored?.isWhole ?? false, all: stored?.records ?? [] })
  let position = stored?.position ?? NOWHERE
  let canSave = true
  /** What this epoch has sent so far, until it has sent everything; null from then on. */
  let pulled: Set<string> | null = position.cursor > 0 ? null : new Set()

  const save = (changed: readonly SyncRecord[], gone: readonly SyncRecord[]): void => {
    if (!canSave) return
    const { all, isWhole } = state.get()
    // A first pull that is cut off begins anew: only then is it known what it has not sent.
    const safe = pulled === null ? position : { epoch: position.epoch, cursor: 0 }
    try {
      files.save(all, changed, gone, { accountId, position: safe, isWhole })
    } catch {
      // A full phone goes on without a copy: the cursor on it stays behind, and the rest is pulled again next time.
      canSave = false
    }
  }

  return {
    familyId,
    accountId,
    state,
    position: () => position,
    apply(records, next, isLast) {
      const before = state.get()
      position = next
      for (const record of records) pulled?.add(keyOf(record))
      const all = merged(before.all, records, pulled !== null)
      const isErased = isErasedBy(records)
      const isGone = (record: SyncRecord): boolean =>
        isErased(record) || (pulled !== null && isLast && !pulled.has(keyOf(record)))
      const gone = all.filter(isGone)
      if (isLast) pulled = null
      const isWhole = before.isWhole || isLast
      if (records.length > 0 || gone.length > 0 || isWhole !== before.isWhole) {
        state.set({ ...before, isWhole, all: gone.length > 0 ? all.filter((one) => !gone.includes(one)) : all })
      }
      save(records, gone)
    },
    restart(epoch) {
      position = { epoch, cursor: 0 }
      pulled = new Set()
      save([], [])
    },
    giveUpOldest() {
      canSave = false
      return files.dropOldest()
    },
    forget() {
      canSave = false
      files.clear()
    },
  }
}

const keyOf = ({ type, id }: SyncRecord): string => `${type}/${id}`

/** The newer of each record, so that a page that arrives twice changes nothing; of another epoch, whatever it sends. */
function merged(
  before: readonly SyncRecord[],
  records: readonly SyncRecord[],
  isOtherEpoch: boolean,
): readonly SyncRecord[] {
  const byKey = new Map(before.map((record) => [keyOf(record), record]))
  for (const record of records) {
    const known = byKey.get(keyOf(record))
    if (!known || isOtherEpoch || known.seq <= record.seq) byKey.set(keyOf(record), record)
  }
  return [...byKey.values()]
}
