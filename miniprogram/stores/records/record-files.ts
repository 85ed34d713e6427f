import type { EntryRecord, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { DAY, parseStamp } from '../../../shared/time/instant.ts'
import type { Storage } from '../../platform/ports.ts'

export interface Position {
  /** null: nothing has been pulled yet. */
  readonly epoch: string | null
  readonly cursor: number
}

export interface StoredRecords {
  readonly position: Position
  /** Whether everything there was had once been pulled. */
  readonly isWhole: boolean
  readonly records: readonly SyncRecord[]
}

/** What is small and read at once: the position, and every record but the entries. */
interface Head {
  readonly accountId: string
  readonly position: Position
  readonly isWhole: boolean
  readonly records: readonly SyncRecord[]
}

/**
 * A family's record in the phone's storage. Entries stand by the day they happened on, so that logging one writes one
 * day; the head, which holds the cursor, is written last, so that what it counts as pulled is really here.
 */
export interface RecordFiles {
  /** null when there is nothing, or somebody else's. */
  readonly load: () => StoredRecords | null
  /** Writes what has changed or is `gone`, of `all`. Throws StorageFull. */
  readonly save: (
    all: readonly SyncRecord[],
    changed: readonly SyncRecord[],
    gone: readonly SyncRecord[],
    head: Omit<Head, 'records'>,
  ) => void
  /** Drops the older half of the days, so that everything is pulled again; false when there is none left. */
  readonly dropOldest: () => boolean
  readonly clear: () => void
}

/** Longer than any rule looks back at one. */
const INTENTS_KEPT = 2 * DAY

/** Intents that were answered long before the latest one: nobody asks for them any more. */
function overIntents(all: readonly SyncRecord[]): (record: SyncRecord) => boolean {
  const atOf = (stamp: string): number => parseStamp(stamp)?.at ?? 0
  const latest = all.reduce((last, one) => (one.type === 'intent' ? Math.max(last, atOf(one.expiresAt)) : last), 0)
  return (one) => one.type === 'intent' && one.outcome !== null && atOf(one.expiresAt) < latest - INTENTS_KEPT
}

const isEntry = (record: SyncRecord): record is EntryRecord => record.type === 'entry'

export function createRecordFiles(storage: Storage, familyId: string, accountId: string): RecordFiles {
  const root = `family/${familyId}/`
  const headKey = `${root}head`
  const dayKey = (entry: EntryRecord): string => `${root}day/${entry.content.at.slice(0, 10)}`
  /** Which day each entry stands in, so that one moved to another day leaves the old one. */
  const dayOf = new Map<string, string>()

  const ownKeys = (): string[] => storage.keys().filter((key) => key.startsWith(root))

  return {
    load() {
      const head = storage.get(headKey) as Head | undefined
      if (head?.accountId !== accountId) return null
      const newest = new Map<string, EntryRecord>()
      for (const key of ownKeys()) {
        if (key === headKey) continue
        for (const entry of (storage.get(key) as readonly EntryRecord[] | undefined) ?? []) {
          // Moved to another day, and the phone died before it left the old one.
          if ((newest.get(entry.id)?.seq ?? -1) >= entry.seq) continue
          newest.set(entry.id, entry)
          dayOf.set(entry.id, key)
        }
      }
      return { position: head.position, isWhole: head.isWhole, records: [...head.records, ...newest.values()] }
    },
    save(all, changed, gone, head) {
      const isOver = overIntents(all)
      const days = new Set<string>()
      for (const entry of changed.filter(isEntry)) {
        days.add(dayKey(entry))
        // One that has moved leaves its old day.
        days.add(dayOf.get(entry.id) ?? dayKey(entry))
        dayOf.set(entry.id, dayKey(entry))
      }
      for (const entry of gone.filter(isEntry)) {
        days.add(dayOf.get(entry.id) ?? dayKey(entry))
        dayOf.delete(entry.id)
      }
      for (const day of days) {
        const entries = all.filter((record) => isEntry(record) && dayOf.get(record.id) === day)
        if (entries.length > 0) storage.set(day, entries)
        else storage.remove(day)
      }
      storage.set(headKey, {
        ...head,
        records: all.filter((record) => !isEntry(record) && !isOver(record)),
      } satisfies Head)
    },
    dropOldest() {
      const days = ownKeys()
        .filter((key) => key !== headKey)
        .sort()
      const head = storage.get(headKey) as Head | undefined
      if (!head || days.length === 0) return false
      // The position first: without the days nothing counts as pulled.
      storage.set(headKey, { ...head, position: { epoch: head.position.epoch, cursor: 0 } } satisfies Head)
      for (const day of days.slice(0, Math.ceil(days.length / 2))) storage.remove(day)
      return true
    },
    clear() {
      dayOf.clear()
      // The head first: without it the rest is nobody's.
      storage.remove(headKey)
      for (const key of ownKeys()) storage.remove(key)
    },
  }
}
