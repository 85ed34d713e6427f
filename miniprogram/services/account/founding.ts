import type { NewFamily } from '../../../shared/contract/schemas/family.schema.ts'
import { StorageFull, type Storage } from '../../platform/ports.ts'
import type { Row } from '../outbox/row.ts'
import type { Child } from '../../stores/records/family.ts'
import type { Founding } from './account.ts'
import type { CarryPlan } from './carry-plan.ts'
import type { LocalFamily } from './local-family.ts'

/** A family that is being founded: what is asked of the server, the same each time until it has answered. */
export interface FoundingAttempt {
  readonly accountId: string
  readonly body: NewFamily
  /** The guest's family that goes with it; null: none does. */
  readonly from: LocalFamily | null
  readonly localChildren: readonly string[]
  /** The guest's changes that are in `body` already. */
  readonly covered: readonly string[]
}

/** What a guest has, for a family that begins with it. */
export interface Guest {
  readonly family: LocalFamily
  readonly rows: readonly Row[]
  readonly children: readonly Child[]
}

export interface FoundingAttempts {
  readonly pending: () => FoundingAttempt | null
  /**
   * The attempt to send. While an earlier one is not answered its ids and its child stand, since the server may have them;
   * only the names, and what was agreed to, are as they are now.
   */
  readonly begin: (accountId: string, family: Founding, guest: Guest | null) => FoundingAttempt
  /** The same under another id: somebody else has this one. */
  readonly moved: (attempt: FoundingAttempt) => FoundingAttempt
  readonly answered: () => void
}

const KEY = 'attempt/found'

export function createFoundingAttempts(storage: Storage, newId: () => string): FoundingAttempts {
  let unkept: FoundingAttempt | null = null
  const keep = (attempt: FoundingAttempt): FoundingAttempt => {
    unkept = attempt
    try {
      storage.set(KEY, attempt)
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
    }
    return attempt
  }
  const pending = (): FoundingAttempt | null => unkept ?? (storage.get(KEY) as FoundingAttempt | undefined) ?? null

  return {
    pending,
    begin(accountId, { name, ownName, child, consentVersion }, guest) {
      const names = { name, memberName: ownName, consentVersion }
      const before = pending()
      const isSame = before?.accountId === accountId && (before.from !== null) === 'local' in child
      if (before && isSame) return keep({ ...before, body: { ...before.body, ...names } })
      const own = 'local' in child ? guest?.children.find(({ id }) => id === child.local) : undefined
      if (guest && own) {
        const { id: childId, birthDate, sex, timeZone } = own
        const body = {
          familyId: guest.family.familyId,
          ...names,
          child: { childId, name: own.name, birthDate, sex, timeZone },
        }
        const localChildren = childrenOf(guest.rows)
        return keep({ accountId, body, from: guest.family, localChildren, covered: changesOf(guest.rows, childId) })
      }
      const fresh = 'fresh' in child ? child.fresh : { name, birthDate: null, sex: null, timeZone: null }
      const body = { familyId: newId(), ...names, child: { childId: newId(), ...fresh } }
      return keep({ accountId, body, from: null, localChildren: [], covered: [] })
    },
    moved: (attempt) => keep({ ...attempt, body: { ...attempt.body, familyId: newId() } }),
    answered() {
      unkept = null
      storage.remove(KEY)
    },
  }
}

/** Every child the guest has had, those deleted since among them. */
export const childrenOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ change }) => (change.op === 'fact.create' && change.content.kind === 'child' ? [change.factId] : []))

const changesOf = (rows: readonly Row[], factId: string): readonly string[] =>
  rows.flatMap(({ change }) => ('factId' in change && change.factId === factId ? [change.changeId] : []))

/** Everything of the guest's goes into the family, under the ids it has. */
export const foundingPlan = (
  { accountId, body, localChildren, covered }: FoundingAttempt,
  from: LocalFamily,
  founded: CarryPlan['founded'],
): CarryPlan => ({
  from,
  to: { familyId: body.familyId, accountId },
  founded,
  localChildren,
  children: Object.fromEntries(localChildren.map((id) => [id, id])),
  isWhole: true,
  products: {},
  copies: {},
  dropped: [],
  answers: {},
  covered,
})
