import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Storage } from '../../platform/ports.ts'
import { observable, type Readable } from '../observable.ts'
import { createRecordFiles, type Position, type RecordFiles } from './record-files.ts'

/** The server's record of one family, as far as it has been pulled. */
export interface Records {
  readonly familyId: string | null
  /** False until everything there was has once been pulled: what is missing may still come. */
  readonly isWhole: boolean
  readonly all: readonly SyncRecord[]
}

export interface RecordsStore {
  readonly state: Readable<Records>
  /** Takes the family's record out of the phone's storage; nothing when it is open. */
  readonly open: (familyId: string, accountId: string) => void
  readonly position: () => Position
  /** Takes in a page; `isLast`: the server has no more for now. */
  readonly apply: (records: readonly SyncRecord[], position: Position, isLast: boolean) => void
  /** Pulls everything again, in the server's new epoch where it has told; until then the old record stays to be read. */
  readonly restart: (epoch: string | null) => void
}

const NOWHERE: Position = { epoch: null, cursor: 0 }
const EMPTY: Records = { familyId: null, isWhole: false, all: [] }

export function createRecordsStore(storage: Storage): RecordsStore {
  const state = observable<Records>(EMPTY)
  let position = NOWHERE
  let owner: { readonly familyId: string; readonly accountId: string } | null = null
  let files: RecordFiles | null = null
  let canSave = true
  /** What this epoch has sent so far, until it has sent everything; null from then on. */
  let pulled: Set<string> | null = new Set()

  const save = (changed: readonly SyncRecord[], gone: readonly SyncRecord[]): void => {
    if (!files || !owner || !canSave) return
    const { all, isWhole } = state.get()
    // A first pull that is cut off begins anew: only then is it known what it has not sent.
    const safe = pulled === null ? position : { epoch: position.epoch, cursor: 0 }
    try {
      files.save(all, changed, gone, { accountId: owner.accountId, position: safe, isWhole })
    } catch {
      // A full phone goes on without a copy: the cursor on it stays behind, and the rest is pulled again next time.
      canSave = false
    }
  }

  return {
    state,
    position: () => position,
    open(familyId, accountId) {
      if (owner?.familyId === familyId && owner.accountId === accountId) return
      owner = { familyId, accountId }
      files = createRecordFiles(storage, familyId, accountId)
      const stored = files.load()
      if (!stored) files.clear()
      position = stored?.position ?? NOWHERE
      pulled = position.cursor > 0 ? null : new Set()
      state.set({ familyId, isWhole: stored?.isWhole ?? false, all: stored?.records ?? [] })
    },
    apply(records, next, isLast) {
      const before = state.get()
      position = next
      for (const record of records) pulled?.add(keyOf(record))
      const all = merged(before.all, records, pulled !== null)
      const gone = pulled !== null && isLast ? all.filter((record) => !pulled!.has(keyOf(record))) : []
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
