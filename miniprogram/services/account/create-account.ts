import { derived, observable } from '../../stores/observable.ts'
import type { Family } from '../../stores/records/family.ts'
import type { ApiClient } from '../api-client.ts'
import { clientProblem, passes } from '../api-problem.ts'
import type { Row } from '../outbox/row.ts'
import { failure, success } from '../result.ts'
import type { SendRoute } from '../send-route.ts'
import type { Membership, Session, SignedIn } from '../session.ts'
import type { Account, AccountState, ErasedFamily, LocalRecord, Outcome } from './account.ts'
import type { Carrying } from './carrying.ts'
import type { Doors } from './doors.ts'
import { foundingPlan, type FoundingAttempt, type FoundingAttempts } from './founding.ts'
import { joiningPlan } from './joining-plan.ts'
import type { LocalFamily, LocalFamilyStore } from './local-family.ts'
import type { LostFamilies } from './lost-families.ts'
import type { OpenFamily, OpenFamilyStore } from './open-family.ts'
import type { Sample } from './sample.ts'
import type { SignInWay } from './sign-in-way.ts'

export interface AccountParts {
  readonly sendRoute: SendRoute
  readonly client: ApiClient
  readonly session: Session
  readonly local: LocalFamilyStore
  readonly open: OpenFamilyStore
  readonly lost: LostFamilies
  readonly doors: Doors
  readonly founding: FoundingAttempts
  readonly carrying: Carrying
  readonly sample: Sample
  readonly ways: readonly SignInWay[]
  readonly newId: () => string
  /** A family of the phone as it is shown, and the unsent changes made in it. */
  readonly familyOf: (whose: LocalFamily) => Family
  readonly rowsOf: (whose: LocalFamily) => readonly Row[]
  readonly localRecord: Account['localRecord']
  /** What can be had again goes from the phone; `isLost`: what is unsent can't be sent any more. */
  readonly closeFamily: (family: OpenFamily | (Membership & LocalFamily), isLost: boolean) => void
  /** Takes a family's record from the phone; `isForGood`: what was not sent to it, too. */
  readonly eraseFamily: (family: LocalFamily, isForGood: boolean) => void
  /** Takes everything of an account from the phone. */
  readonly eraseAccount: (signedIn: SignedIn) => void
  /** Another family, or another person: what was held is held no more, and there is something to send and to pull. */
  readonly moved: () => void
}

const DONE = success(null)

export function createAccount(parts: AccountParts): Account {
  const { sendRoute, client, session, local, open, lost, doors, founding, carrying, sample, localRecord } = parts
  const isDemo = parts.ways.includes('demo')
  const erasures = observable<Pick<AccountState, 'erased' | 'erasedAt'>>({})

  const state = derived(
    [session.state, open.all, open, lost, sample, erasures],
    (signedIn, families, opened, gone, shown, erasing): AccountState => ({
      ...erasing,
      who: signedIn === null ? 'guest' : signedIn.tokens === null ? 'expired' : 'signed_in',
      ways: parts.ways,
      accountId: signedIn?.accountId ?? null,
      knowsFamilies: signedIn?.knowsFamilies ?? false,
      families,
      open: opened,
      lost: gone.filter(({ accountId }) => accountId === signedIn?.accountId),
      isSample: shown !== null,
    }),
  )

  /** Whoever has no family writes into the phone's own. */
  const settle = (): void => {
    const signedIn = session.state.get()
    const isWithout = signedIn === null || (signedIn.knowsFamilies && signedIn.families.length === 0)
    if (isWithout && !isDemo) local.ensure()
    parts.moved()
  }

  const takeFamilies = (families: readonly Membership[], erased: readonly ErasedFamily[]): void => {
    const isErased = (familyId: string): boolean => erased.some((one) => one.familyId === familyId)
    const before = session.state.get()
    if (!before) return
    const { accountId } = before
    const gone = before.families.filter((one) => !families.some(({ familyId }) => familyId === one.familyId))
    lost.add(gone.map(({ familyId, name }) => ({ accountId, familyId, name, isErased: isErased(familyId) })))
    lost.remove(families.map(({ familyId }) => familyId))
    for (const family of gone) {
      if (isErased(family.familyId)) parts.eraseFamily({ ...family, accountId }, false)
      else parts.closeFamily({ ...family, accountId }, true)
    }
    // What was about to be erased, and is not any more, is gone.
    for (const one of lost.get())
      if (one.isErased && one.accountId === accountId && !isErased(one.familyId)) parts.eraseFamily(one, true)
    session.setFamilies(families)
    const attempt = founding.pending()
    const founded = families.find(({ familyId }) => familyId === attempt?.body.familyId)
    if (attempt?.accountId === accountId && founded) finishFounding(attempt, founded)
    settle()
  }

  const refreshFamilies = async (): Outcome => {
    const account = await client.call('account.read', { params: {}, query: {}, body: undefined })
    if (!account.ok) return account
    const { accountId, families, erasedFamilies = [], erasure } = account.value
    if (accountId !== session.state.get()?.accountId) return DONE
    erasures.set({ erased: erasedFamilies, erasedAt: erasure?.dueAt ?? null })
    takeFamilies(families, erasedFamilies)
    return DONE
  }

  const comeIn = async (outcome: Outcome): Outcome => {
    const entered = await outcome
    if (!entered.ok) return entered
    sample.leave()
    const families = await refreshFamilies()
    if (!families.ok) parts.moved()
    return families
  }

  const addFamily = (family: Membership): void => {
    const others = (session.state.get()?.families ?? []).filter(({ familyId }) => familyId !== family.familyId)
    session.setFamilies([...others, family])
    lost.remove([family.familyId])
    sample.leave()
    open.choose(family.familyId)
    settle()
  }

  const finishFounding = (attempt: FoundingAttempt, founded: Membership): void => {
    // A phone that is too full goes on later, by the same plan.
    if (attempt.from === null || carrying.begin(foundingPlan(attempt, attempt.from, founded))) founding.answered()
  }

  const send = (body: FoundingAttempt['body']) => client.call('families.create', { params: {}, query: {}, body })

  return {
    state,
    signIn: () => comeIn(isDemo ? doors.demo() : doors.wechat()),
    signInByLink: (secret) => comeIn(doors.link(secret)),
    joinLocally: (code, joining) => comeIn(doors.join(code, joining)),
    previewInvite: (code) => sendRoute('invites.preview', { params: {}, query: {}, body: { code } }, null),
    async acceptInvite(code, { ownName: memberName, consentVersion }) {
      const body = { code, memberName, consentVersion }
      const reply = await client.call('invites.accept', { params: {}, query: {}, body })
      if (!reply.ok) return reply
      addFamily(reply.value)
      return success({ familyId: reply.value.familyId })
    },
    async foundFamily(family) {
      const signedIn = session.state.get()
      if (!signedIn) return failure(clientProblem('unauthenticated'))
      const guest = local.get()
      const begun = founding.begin(signedIn.accountId, family, guest && guestOf(parts, guest))
      const first = await send(begun.body)
      const isTaken = !first.ok && first.problem.code === 'family_id_taken'
      const attempt = isTaken ? founding.moved(begun) : begun
      const reply = isTaken ? await send(attempt.body) : first
      if (!reply.ok) {
        if (!passes(reply.problem) && reply.problem.code !== 'unauthenticated') founding.answered()
        return reply
      }
      finishFounding(attempt, reply.value)
      addFamily(reply.value)
      return success({ familyId: reply.value.familyId })
    },
    openFamily(familyId) {
      sample.leave()
      open.choose(familyId)
      parts.moved()
    },
    refreshFamilies,
    async signOut({ everywhere }) {
      const signedIn = session.state.get()
      const refreshToken = signedIn?.tokens?.refreshToken
      if (refreshToken != null) {
        const reply = await sendRoute(
          'auth.signOut',
          { params: {}, query: {}, body: { refreshToken, everywhere } },
          null,
        )
        if (!reply.ok && everywhere && reply.problem.code !== 'unauthenticated') return reply
      }
      session.end()
      if (signedIn) forgetRecords(parts, signedIn)
      settle()
      return DONE
    },
    settle,
    async erase(body) {
      const reply = await client.call('account.erase', { params: {}, query: {}, body })
      const signedIn = session.state.get()
      if (!reply.ok || !signedIn) return reply
      session.end()
      erasures.set({})
      founding.answered()
      lost.remove(lost.get().flatMap((one) => (one.accountId === signedIn.accountId ? [one.familyId] : [])))
      parts.eraseAccount(signedIn)
      settle()
      return reply
    },
    async cancelErasure() {
      const reply = await client.call('account.cancelErasure', { params: {}, query: {}, body: { confirm: true } })
      return reply.ok ? refreshFamilies() : reply
    },
    async cancelFamilyErasure({ familyId, erasureId }) {
      const reply = await client.call('erasures.cancel', { params: { familyId }, query: {}, body: { erasureId } })
      return reply.ok ? refreshFamilies() : reply
    },
    dismissLost: () => lost.remove(state.get().lost.map(({ familyId }) => familyId)),
    localRecord,
    carry(familyId, choices) {
      const from = local.get()
      const to = open.all.get().find((one) => one.familyId === familyId && !one.isLocal)
      if (!from || !to) return failure('no_family')
      if (to.role === 'viewer') return failure('viewer')
      const [rows, here, there] = [parts.rowsOf(from), parts.familyOf(from), parts.familyOf(to)]
      const plan = joiningPlan({ from, to: whose(to), rows, here, there, choices, newId: parts.newId })
      const isDone = carrying.begin(plan)
      settle()
      return isDone ? success(null) : failure('storage_full')
    },
    showSample: sample.show,
    leaveSample: sample.leave,
  }
}

const whose = ({ familyId, accountId }: LocalFamily): LocalFamily => ({ familyId, accountId })

function guestOf({ rowsOf, familyOf }: AccountParts, family: LocalFamily) {
  return { family, rows: rowsOf(family), children: familyOf(family).children }
}

function forgetRecords({ closeFamily }: AccountParts, { families, accountId }: SignedIn): void {
  for (const family of families) closeFamily({ ...family, accountId }, false)
}

/** What a guest has, where there is something. */
export function localRecordOf(familyId: string, { children, products, entries }: Family): LocalRecord | null {
  if (children.length === 0 && products.length === 0) return null
  return {
    familyId,
    children: children.map(({ id, name, birthDate }) => ({
      childId: id,
      name,
      birthDate,
      entries: entries.filter(({ childId }) => childId === id).length,
    })),
  }
}
