import { StorageFull, type Storage } from '../../platform/ports.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Session } from '../session.ts'
import { fateOf, type CarryPlan } from './carry-plan.ts'
import type { LocalFamilyStore } from './local-family.ts'

interface Parts {
  readonly storage: Storage
  readonly outbox: Outbox
  readonly session: Session
  readonly local: LocalFamilyStore
}

export interface Carrying {
  /** Keeps the plan, and does it; false when the phone is too full: what is done stays done, and the rest is tried again. */
  readonly begin: (plan: CarryPlan) => boolean
  /** Goes on with a plan that was not finished. */
  readonly resume: () => boolean
}

const KEY = 'carry'

/** Does a plan row by row: each is in its old place or in its new one, in the order in which they were made. */
export function createCarrying({ storage, outbox, session, local }: Parts): Carrying {
  const carryOut = (plan: CarryPlan): void => {
    const isLocal = (row: { readonly accountId: string }): boolean => row.accountId === plan.from.accountId
    for (const row of outbox.rows.get().filter(isLocal)) {
      const fate = fateOf(row, plan)
      if (fate.is === 'done') outbox.remove(row.change.changeId)
      else if (fate.is !== 'stays') outbox.put(fate.row)
    }
    if (!outbox.rows.get().some(isLocal)) local.forget()
    const { founded } = plan
    const families = session.state.get()?.families ?? []
    if (founded && !families.some(({ familyId }) => familyId === founded.familyId))
      session.setFamilies([...families, founded])
    storage.remove(KEY)
  }

  const attempt = (work: () => void): boolean => {
    try {
      work()
      return true
    } catch (error) {
      if (error instanceof StorageFull) return false
      throw error
    }
  }

  return {
    begin: (plan) =>
      attempt(() => {
        storage.set(KEY, plan)
        carryOut(plan)
      }),
    resume() {
      const plan = storage.get(KEY) as CarryPlan | undefined
      return plan === undefined || attempt(() => carryOut(plan))
    },
  }
}
