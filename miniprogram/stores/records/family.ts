import type { EntryRecord, Role, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { SignedIn } from '../../services/session.ts'
import type { Row } from '../../services/outbox/row.ts'
import type { EntryRow } from './entry-row.ts'
import { overlay } from './overlay.ts'
import type { Records } from './records.store.ts'

type Of<Type extends SyncRecord['type']> = Extract<SyncRecord, { type: Type }>

export type Member = Of<'member'>
export type Child = Of<'child'>
export type ProductRecord = Of<'product'>

/** The family as screens show it: what is there now, the entries with this phone's unsent changes. */
export interface Family {
  readonly id: string | null
  readonly name: string | null
  readonly isWhole: boolean
  readonly members: readonly Member[]
  readonly children: readonly Child[]
  readonly weights: readonly Of<'weight'>[]
  readonly conditions: readonly Of<'condition'>[]
  readonly products: readonly ProductRecord[]
  readonly entries: readonly EntryRow[]
}

/** The family of a pulled record and the changes not sent yet. */
export function familyOf({ familyId, isWhole, all }: Records, unsent: readonly Row[]): Family {
  const of = <Type extends SyncRecord['type']>(type: Type): readonly Of<Type>[] =>
    all.filter((record): record is Of<Type> => record.type === type)
  const everyMember = of('member')
  const names = new Map(everyMember.map(({ id, name }) => [id, name]))
  const entries: readonly EntryRecord[] = of('entry')
  const own = unsent.filter((row) => row.familyId === familyId)
  return {
    id: familyId,
    name: of('family')[0]?.name ?? null,
    isWhole,
    members: everyMember.filter(({ removed }) => !removed),
    children: of('child').filter(({ deleted }) => !deleted),
    weights: of('weight').filter(({ deleted }) => !deleted),
    conditions: of('condition').filter(({ deleted }) => !deleted),
    products: of('product').filter(({ deleted }) => !deleted),
    entries: overlay(entries, own, (accountId) => (accountId === null ? null : (names.get(accountId) ?? null))),
  }
}

/** What a person may do in the family: by its record, or by what signing in had told while there is none. */
export function roleOf({ id, members }: Family, { accountId, families }: SignedIn): Role {
  const member = members.find((one) => one.id === accountId)
  return member?.role ?? families.find(({ familyId }) => familyId === id)?.role ?? 'viewer'
}
