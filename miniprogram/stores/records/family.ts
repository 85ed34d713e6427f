import type { DuplicateAnswer, FactRecord, Role, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { OpenFamily } from '../../services/account/open-family.ts'
import type { Row } from '../../services/outbox/row.ts'
import type { EntryRow } from './entry-row.ts'
import { overlayFacts, type FactState } from './fact-overlay.ts'
import { answersOf } from './duplicates.ts'
import { mattersOf, type Matters } from './matters.ts'
import { overlayIntents, type Intent } from './intents.ts'
import { overlay, type NameOf } from './overlay.ts'
import type { Records } from './records.store.ts'

type Of<Type extends SyncRecord['type']> = Extract<SyncRecord, { type: Type }>

export type Member = Of<'member'>
export type Child = Of<'child'>
export type ConsentRecord = Of<'consent'>
export type ProductRecord = Of<'product'>

/** The family as screens show it: what is there now, the entries with this phone's unsent changes. */
export interface Family {
  readonly id: string | null
  readonly name: string | null
  readonly isWhole: boolean
  readonly members: readonly Member[]
  /** Of everybody who belongs or belonged to it, by account. */
  readonly names: ReadonlyMap<string, string>
  readonly children: readonly Child[]
  readonly weights: readonly Of<'weight'>[]
  readonly conditions: readonly Of<'condition'>[]
  readonly products: readonly ProductRecord[]
  /** What was taken out of the cabinet: an old dose still names it. */
  readonly formerProducts: readonly ProductRecord[]
  /** How far this phone's own changes of children, weights, conditions and products have come, by their ids. */
  readonly factStates: ReadonlyMap<string, FactState>
  /** Who is on duty; null: nobody has said. */
  readonly duty: Duty | null
  /** Doses that somebody has said they are giving, answered or not. */
  readonly intents: readonly Intent[]
  /** Children that are about to be erased, until it is done or taken back. */
  readonly erasures?: readonly ChildErasure[]
  /** What each member last answered to the guardian's consent, and the owner to the one about AI. */
  readonly consents: readonly ConsentRecord[]
  /** What was answered of entries that look alike, by pair. */
  readonly duplicateAnswers: ReadonlyMap<string, DuplicateAnswer>
  readonly entries: readonly EntryRow[]
  /** What waits for a person's word. */
  readonly matters: Matters
}

export interface ChildErasure {
  readonly erasureId: string
  readonly childName: string
  readonly dueAt: string
  /** Who asked for it. */
  readonly accountId: string
}

export interface Duty {
  readonly accountId: string
  readonly since: string
}

/** The family of a pulled record and the changes not sent yet. */
export function familyOf({ familyId, isWhole, all }: Records, unsent: readonly Row[]): Family {
  const own = unsent.filter((row) => row.familyId === familyId)
  const facts = overlayFacts(all.filter(isFact), own)
  const of = recordsOf(all)
  const factsOf = recordsOf(facts.records)
  const everyMember = of('member')
  const names = new Map(everyMember.map(({ id, name }) => [id, name]))
  const nameOf: NameOf = (accountId) => (accountId === null ? null : (names.get(accountId) ?? null))
  const products = factsOf('product')
  return {
    id: familyId,
    name: of('family')[0]?.name ?? null,
    isWhole,
    members: everyMember.filter(({ removed }) => !removed),
    names,
    children: factsOf('child').filter(({ deleted }) => !deleted),
    weights: factsOf('weight').filter(({ deleted }) => !deleted),
    conditions: factsOf('condition').filter(({ deleted }) => !deleted),
    products: products.filter(({ deleted }) => !deleted),
    formerProducts: products.filter(({ deleted }) => deleted),
    factStates: facts.states,
    duty: dutyOf(of('duty')[0] ?? null, own),
    intents: overlayIntents(of('intent'), own, nameOf),
    consents: of('consent'),
    erasures: of('erasure')
      .filter(({ state }) => state === 'pending')
      .map(({ id, childId, accountId, dueAt }) => ({
        erasureId: id,
        childName: of('child').find((child) => child.id === childId)?.name ?? '',
        dueAt,
        accountId,
      })),
    duplicateAnswers: answersOf(of('acknowledgement'), own),
    entries: overlay(of('entry'), own, nameOf),
    matters: mattersOf({ entries: of('entry'), facts: facts.records, proposals: of('proposal') }, own, nameOf),
  }
}

const isFact = (record: SyncRecord): record is FactRecord =>
  record.type === 'child' || record.type === 'weight' || record.type === 'condition' || record.type === 'product'

const recordsOf =
  (all: readonly SyncRecord[]) =>
  <Type extends SyncRecord['type']>(type: Type): readonly Of<Type>[] =>
    all.filter((record): record is Of<Type> => record.type === type)

/** The server's, or what this phone has said since. */
function dutyOf(record: Of<'duty'> | null, unsent: readonly Row[]): Duty | null {
  const accountId = record?.accountId ?? null
  const standing = record && accountId !== null ? { accountId, since: record.since } : null
  const taken = unsent.filter(({ failure, isResent }) => failure === null && !isResent)
  return taken.reduce<Duty | null>(
    (duty, { change }) => (change.op === 'duty.take' ? { accountId: change.accountId, since: change.madeAt } : duty),
    standing,
  )
}

/** What a person may do in the family: by its record, or by what signing in had told while there is none. */
export const roleOf = ({ members }: Family, { accountId, role }: OpenFamily): Role =>
  members.find(({ id }) => id === accountId)?.role ?? role
