import { Injectable } from '@nestjs/common'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Scope } from '../database/scope.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { FamilyEntity } from './family.entity.ts'
import { MemberEntity } from './member.entity.ts'

export interface Membership {
  readonly familyId: string
  readonly name: string
  readonly role: Role
  readonly memberName: string
}

@Injectable()
export class FamiliesRepository {
  /** Takes the family's lock until the transaction ends and moves its order on; where it stands then, null without such a family. */
  async lock(scope: FamilyScope, places: number): Promise<number | null> {
    const [row] = await scope.query<{ seq: number }>('update family set seq = seq + $2 where id = $1 returning seq', [
      scope.familyId,
      places,
    ])
    return row?.seq ?? null
  }

  async head(scope: FamilyScope): Promise<{ seq: number; epoch: string } | null> {
    const [row] = await scope.query<{ seq: number; epoch: string }>('select seq, epoch from family where id = $1', [
      scope.familyId,
    ])
    return row ?? null
  }

  /** False when there is a family of this id already. */
  async add(scope: FamilyScope, family: { name: string; epoch: string; at: Date }): Promise<boolean> {
    const added = await scope.query(
      'insert into family (id, name, epoch, created_at) values ($1, $2, $3, $4) on conflict do nothing returning id',
      [scope.familyId, family.name, family.epoch, family.at],
    )
    if (added.length === 0) return false
    await scope.query('insert into upkeep (leads_to, due_at) values ($1, $2) on conflict do nothing', [
      scope.familyId,
      family.at,
    ])
    return true
  }

  async setRecordSeq(scope: FamilyScope, seq: number): Promise<void> {
    await scope.entities.update(FamilyEntity, { id: scope.familyId }, { recordSeq: seq })
  }

  find(scope: FamilyScope): Promise<FamilyEntity | null> {
    return scope.entities.findOne(FamilyEntity, { where: { id: scope.familyId } })
  }

  async renameFamily(scope: FamilyScope, name: string, seq: number): Promise<void> {
    await scope.entities.update(FamilyEntity, { id: scope.familyId }, { name, recordSeq: seq })
  }

  /** The member of this account, removed or not. */
  member(scope: FamilyScope, accountId: string): Promise<MemberEntity | null> {
    return scope.entities.findOne(MemberEntity, { where: { familyId: scope.familyId, accountId } })
  }

  async updateMember(
    scope: FamilyScope,
    accountId: string,
    what: Pick<MemberEntity, 'seq'> & Partial<MemberEntity>,
  ): Promise<void> {
    await scope.entities.update(MemberEntity, { familyId: scope.familyId, accountId }, what)
  }

  async addMember(scope: FamilyScope, member: Omit<MemberEntity, 'familyId' | 'removedAt' | 'heardAt'>): Promise<void> {
    const added = { ...member, familyId: scope.familyId, removedAt: null, heardAt: null }
    await scope.entities.insert(MemberEntity, added)
  }

  /** One statement, and a write only when the last one is older than `after`: phones ask every half minute. */
  async heard(scope: FamilyScope, accountId: string, { now, after }: { now: Date; after: Date }): Promise<void> {
    await scope.query(
      `update member set heard_at = $3
       where family_id = $1 and account_id = $2 and (heard_at is null or heard_at < $4)`,
      [scope.familyId, accountId, now, after],
    )
  }

  membersOf(scope: FamilyScope): Promise<MemberEntity[]> {
    return scope.entities.find(MemberEntity, { where: { familyId: scope.familyId }, order: { joinedAt: 'ASC' } })
  }

  membersIn(scope: FamilyScope, range: SeqRange): Promise<MemberEntity[]> {
    return scope.entities.find(MemberEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  familyIn(scope: FamilyScope, range: SeqRange): Promise<FamilyEntity | null> {
    return scope.entities.findOne(FamilyEntity, { where: { id: scope.familyId, recordSeq: between(range) } })
  }

  /** The families an account belongs to that are about to be erased, for a scope opened as that account. */
  erasedOf(scope: Scope, accountId: string): Promise<{ familyId: string; name: string; role: Role }[]> {
    return scope.query(
      `select f.id as "familyId", f.name, m.role from member m join family f on f.id = m.family_id
       where m.account_id = $1 and m.removed_at is null and f.erased_at is not null order by f.id`,
      [accountId],
    )
  }

  /** Every family an account belongs to or ever did, for a scope opened as that account. */
  async everOf(scope: Scope, accountId: string): Promise<{ familyId: string; removedAt: Date | null }[]> {
    return scope.query('select family_id as "familyId", removed_at as "removedAt" from member where account_id = $1', [
      accountId,
    ])
  }

  async hide(scope: FamilyScope, erasedAt: Date | null): Promise<void> {
    await scope.entities.update(FamilyEntity, { id: scope.familyId }, { erasedAt })
  }

  /** The families an account belongs to now, for a scope opened as that account. */
  membershipsOf(scope: Scope, accountId: string): Promise<Membership[]> {
    return scope.query<Membership>(
      `select f.id as "familyId", f.name, m.role, m.name as "memberName"
       from member m join family f on f.id = m.family_id
       where m.account_id = $1 and m.removed_at is null and f.erased_at is null
       order by m.joined_at, f.id`,
      [accountId],
    )
  }
}
