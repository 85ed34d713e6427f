import type { Role } from '../../../shared/contract/schemas/records.schema.ts'
import { StorageFull, type Storage } from '../../platform/ports.ts'
import { derived, observable, type Readable } from '../../stores/observable.ts'
import type { SignedIn } from '../session.ts'
import type { LocalFamily } from './local-family.ts'

/** The family before the person's eyes, and as whom they see it. */
export interface OpenFamily {
  readonly familyId: string
  readonly accountId: string
  readonly role: Role
  /** Empty where it has none: a guest's. */
  readonly name: string
  /** What the family calls the person; empty for a guest. */
  readonly memberName: string
  /** Only on this phone, and sent to nobody. */
  readonly isLocal: boolean
}

export interface OpenFamilyStore extends Readable<OpenFamily | null> {
  /** Every family of the phone that can be opened, the person's own first. */
  readonly all: Readable<readonly OpenFamily[]>
  /** Remembered until another is chosen, also for the next start. */
  readonly choose: (familyId: string) => void
}

const KEY = 'openFamily'

/** `isLocalUsed`: something was logged in the guest's family. */
export function createOpenFamily(
  storage: Storage,
  session: Readable<SignedIn | null>,
  local: Readable<LocalFamily | null>,
  isLocalUsed: Readable<boolean>,
): OpenFamilyStore {
  const chosen = observable((storage.get(KEY) as string | undefined) ?? null)
  const all = derived([session, local, isLocalUsed], familiesOf)
  const open = derived([all, chosen], (families, id) => families.find(({ familyId }) => familyId === id) ?? families[0])
  return {
    all,
    get: () => open.get() ?? null,
    subscribe: open.subscribe,
    choose(familyId) {
      chosen.set(familyId)
      try {
        storage.set(KEY, familyId)
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error
      }
    },
  }
}

function familiesOf(session: SignedIn | null, local: LocalFamily | null, isLocalUsed: boolean): readonly OpenFamily[] {
  const own = (session?.families ?? []).map((family) => ({
    ...family,
    accountId: session!.accountId,
    isLocal: false,
  }))
  // While a family of the guest's is being founded both have one id, and the real one counts.
  const isOwn = own.some(({ familyId }) => familyId === local?.familyId)
  if (!local || isOwn || (own.length > 0 && !isLocalUsed)) return own
  return [...own, { ...local, role: 'owner', name: '', memberName: '', isLocal: true }]
}
