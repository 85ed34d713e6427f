import type { Storage } from '../../platform/ports.ts'
import { createRecordsStore, type RecordsStore } from './records.store.ts'

interface Whose {
  readonly familyId: string
  readonly accountId: string
}

/** The records of every family on the phone, taken from its storage when one is asked for. */
export interface RecordShelf {
  readonly of: (whose: Whose) => RecordsStore
  /** Takes a family's copy from the phone. */
  readonly drop: (whose: Whose) => void
}

export function createRecordShelf(storage: Storage): RecordShelf {
  const stores = new Map<string, RecordsStore>()
  const of = ({ familyId, accountId }: Whose): RecordsStore => {
    const key = `${accountId}/${familyId}`
    const store = stores.get(key) ?? createRecordsStore(storage, familyId, accountId)
    stores.set(key, store)
    return store
  }
  return {
    of,
    drop(whose) {
      of(whose).forget()
      stores.delete(`${whose.accountId}/${whose.familyId}`)
    },
  }
}
