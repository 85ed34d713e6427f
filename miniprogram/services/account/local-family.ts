import { StorageFull, type Storage } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'

/** The family of a guest: it has its ids from this phone, and nobody else knows of it. */
export interface LocalFamily {
  readonly familyId: string
  readonly accountId: string
}

export interface LocalFamilyStore extends Readable<LocalFamily | null> {
  /** There is one from now on. */
  readonly ensure: () => void
  /** It has become somebody's family, or nothing was in it. */
  readonly forget: () => void
}

const KEY = 'guest'

export function createLocalFamily(storage: Storage, newId: () => string): LocalFamilyStore {
  const state = observable((storage.get(KEY) as LocalFamily | undefined) ?? null)
  return {
    ...state,
    ensure() {
      if (state.get() !== null) return
      const family = { familyId: newId(), accountId: newId() }
      try {
        storage.set(KEY, family)
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error
      }
      state.set(family)
    },
    forget() {
      storage.remove(KEY)
      state.set(null)
    },
  }
}

export const isLocal = ({ accountId }: LocalFamily, local: LocalFamily | null): boolean =>
  accountId === local?.accountId
