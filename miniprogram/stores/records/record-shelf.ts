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
  /** Takes a copy from the phone that is not of the open family; false when there is none. */
  readonly giveUpOther: (open: Whose | null) => boolean
}

const HEAD = /^family\/([^/]+)\/head$/

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
    giveUpOther(open) {
      const heads = storage.keys().filter((key) => HEAD.test(key))
      const other = heads.map((key) => HEAD.exec(key)![1]!).find((familyId) => familyId !== open?.familyId)
      if (other === undefined) return false
      for (const [key, store] of stores) {
        if (store.familyId !== other) continue
        store.forget()
        stores.delete(key)
      }
      const root = `family/${other}/`
      storage.remove(`${root}head`)
      for (const key of storage.keys()) if (key.startsWith(root)) storage.remove(key)
      return true
    },
    drop(whose) {
      of(whose).forget()
      stores.delete(`${whose.accountId}/${whose.familyId}`)
    },
  }
}
