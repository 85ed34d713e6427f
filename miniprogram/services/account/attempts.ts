import { StorageFull, type Storage } from '../../platform/ports.ts'

/**
 * Ids of what works once and may have to be asked for again, because its answer was lost: kept in the phone's storage until
 * it is answered, so that the app may be closed in between.
 */
export interface Attempts {
  /** The id under which `what` was begun; of another thing, a new one. */
  readonly idFor: (kind: AttemptKind, what: string) => string
  readonly answered: (kind: AttemptKind) => void
}

type AttemptKind = 'link' | 'join'

interface Attempt {
  readonly what: string
  readonly id: string
}

const keyOf = (kind: AttemptKind): string => `attempt/${kind}`

export function createAttempts(storage: Storage, newId: () => string): Attempts {
  const unkept = new Map<AttemptKind, Attempt>()
  return {
    idFor(kind, what) {
      const begun = unkept.get(kind) ?? (storage.get(keyOf(kind)) as Attempt | undefined)
      if (begun?.what === what) return begun.id
      const attempt = { what, id: newId() }
      unkept.set(kind, attempt)
      try {
        storage.set(keyOf(kind), attempt)
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error
      }
      return attempt.id
    },
    answered(kind) {
      unkept.delete(kind)
      storage.remove(keyOf(kind))
    },
  }
}
