import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { Role, SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { SECOND, type Instant } from '../../shared/time/instant.ts'
import { ConsentsService } from '../consents/consents.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { AppError } from '../platform/app-error.ts'
import { FamiliesRepository, type Membership } from './families.repository.ts'
import type { MemberEntity } from './member.entity.ts'

/** The live connection of a phone names all its families: an account's stay well below what one may name. */
const MAX_FAMILIES = 20
const MAX_MEMBERS = 30
/** "Last heard from" is told in minutes: writing it down more often would tell nobody more. */
const HEARD_STEP = 30 * SECOND

interface NewMember {
  readonly accountId: string
  readonly name: string
  readonly role: Role
}

@Injectable()
export class FamiliesService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesRepository,
    private readonly consents: ConsentsService,
  ) {}

  of(accountId: string): Promise<Membership[]> {
    return this.database.asAccount(accountId, (scope) => this.families.membershipsOf(scope, accountId))
  }

  /** Throws `limit_reached` when an account belongs to as many families as it may, this one not counted. */
  async requireRoom(accountId: string, familyId?: string): Promise<void> {
    const others = (await this.of(accountId)).filter((family) => family.familyId !== familyId)
    if (others.length >= MAX_FAMILIES) throw new AppError('limit_reached')
  }

  /** The member of this account, while it is one. */
  async memberNow(scope: FamilyScope, accountId: string): Promise<MemberEntity | null> {
    const member = await this.families.member(scope, accountId)
    return member?.removedAt === null ? member : null
  }

  async nameOf(scope: FamilyScope): Promise<string> {
    return (await this.families.find(scope))?.name ?? gone()
  }

  /** Makes the account a member, or one again; its place in the family's order, whose lock the transaction holds. */
  async join(scope: FamilyScope, { accountId, name, role }: NewMember, now: Instant): Promise<number> {
    const members = await this.families.membersOf(scope)
    if (members.filter(({ removedAt }) => removedAt === null).length >= MAX_MEMBERS) throw new AppError('limit_reached')
    const seq = await this.lock(scope)
    const member = { name, role, seq, joinedAt: new Date(now) }
    if (members.some((known) => known.accountId === accountId))
      await this.families.updateMember(scope, accountId, { ...member, removedAt: null })
    else await this.families.addMember(scope, { ...member, accountId })
    return seq
  }

  /**
   * Takes the family's lock for the rest of the transaction, and with it the next places in the family's order: the first of
   * them. Rolled back, they are given back: the order has no gaps. Without places it is the lock alone.
   */
  async lock(scope: FamilyScope, places = 1): Promise<number> {
    const last = (await this.families.lock(scope, places)) ?? gone()
    return last - places + 1
  }

  /** Where the family's order stands, and since which restore. */
  async head(scope: FamilyScope): Promise<{ seq: number; epoch: string }> {
    return (await this.families.head(scope)) ?? gone()
  }

  /** A phone of the account has just asked for the family's record. */
  async heard(scope: FamilyScope, accountId: string, now: Instant): Promise<void> {
    await this.families.heard(scope, accountId, { now: new Date(now), after: new Date(now - HEARD_STEP) })
  }

  /** Those beside an account who may give a dose, with when a phone of theirs was last heard from. */
  async othersWhoGive(scope: FamilyScope, accountId: string): Promise<readonly MemberEntity[]> {
    const members = await this.families.membersOf(scope)
    return members.filter((one) => one.accountId !== accountId && one.removedAt === null && one.role !== 'viewer')
  }

  /** Accounts by what the family calls them; removed members too: they did write what they wrote. */
  async accountsByName(scope: FamilyScope): Promise<ReadonlyMap<string, string>> {
    const members = await this.families.membersOf(scope)
    return new Map(members.map(({ accountId, name }) => [name, accountId]))
  }

  /** How far the family's order has come; null when there is no such family. */
  seqOf(familyId: string): Promise<number | null> {
    return this.database.inFamily(familyId, async (scope) => (await this.families.head(scope))?.seq ?? null)
  }

  /** A family with its first members, who have agreed to what is asked for now; one with this id that exists is left as it is. */
  create(familyId: string, name: string, members: readonly NewMember[], now: Instant): Promise<void> {
    const at = new Date(now)
    return this.database.inFamily(familyId, async (scope) => {
      if (!(await this.families.add(scope, { name, epoch: randomUUID(), at }))) return
      const first = await this.lock(scope, members.length + 1)
      await this.families.setRecordSeq(scope, first)
      for (const [index, member] of members.entries()) {
        const seq = first + 1 + index
        await this.families.addMember(scope, { ...member, seq, joinedAt: at })
        await this.consents.agreed(scope, { accountId: member.accountId, seq, at })
      }
    })
  }

  /** What phones are told of the family and its members. */
  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const family = await this.families.familyIn(scope, range)
    const members = await this.families.membersIn(scope, range)
    return [
      ...(family ? [{ type: 'family' as const, seq: family.recordSeq, id: family.id, name: family.name }] : []),
      ...members.map(({ seq, accountId, name, role, removedAt }) => ({
        type: 'member' as const,
        seq,
        id: accountId,
        name,
        role,
        removed: removedAt !== null,
      })),
    ]
  }
}

function gone(): never {
  throw new AppError('not_found')
}
