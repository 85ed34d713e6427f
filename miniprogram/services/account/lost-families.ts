import { StorageFull, type Storage } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'

/** A family that an account is in no more, told until the person has read it. */
interface Lost {
  readonly accountId: string
  readonly familyId: string
  readonly name: string
  /** Everybody has lost it: it was erased, or is about to be. */
  readonly isErased?: boolean
}

export interface LostFamilies extends Readable<readonly Lost[]> {
  readonly add: (lost: readonly Lost[]) => void
  /** Read, or in it again. */
  readonly remove: (familyIds: readonly string[]) => void
}

const KEY = 'lostFamilies'

export function createLostFamilies(storage: Storage): LostFamilies {
  const state = observable((storage.get(KEY) as readonly Lost[] | undefined) ?? [])
  const keep = (next: readonly Lost[]): void => {
    state.set(next)
    try {
      storage.set(KEY, next)
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
    }
  }
  const without = (familyIds: readonly string[]): readonly Lost[] =>
    state.get().filter(({ familyId }) => !familyIds.includes(familyId))
  return {
    ...state,
    add: (lost) => {
      if (lost.length > 0) keep([...without(lost.map(({ familyId }) => familyId)), ...lost])
    },
    remove: (familyIds) => {
      if (without(familyIds).length < state.get().length) keep(without(familyIds))
    },
  }
}
