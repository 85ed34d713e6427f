import { Inject, Injectable } from '@nestjs/common'
import type { FamilyAction } from '../../shared/contract/routes.ts'
import type { GivenRole, Members } from '../../shared/contract/schemas/family.schema.ts'
import { may } from '../access/access.policy.ts'
import { AccessService } from '../access/access.service.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { DutyService } from '../duty/duty.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'
import { AccessLogService } from './access-log.service.ts'
import { FamiliesRepository } from './families.repository.ts'
import { FamiliesService } from './families.service.ts'
import type { MemberEntity } from './member.entity.ts'

/**
 * Who belongs to a family, and as what. Every change holds the family's lock, asks again whether the caller may, and takes a
 * place in the family's order: every phone hears of it as of any other record.
 */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly repository: FamiliesRepository,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly log: AccessLogService,
    private readonly duties: DutyService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list({ familyId }: Member): Promise<Members> {
    return this.database.inFamily(familyId, (scope) => this.present(scope))
  }

  renameFamily(member: Member, name: string): Promise<void> {
    return this.change(member, 'family.rename', async (scope) => {
      await this.repository.renameFamily(scope, name, await this.families.lock(scope))
      await this.log.record(scope, 'family_renamed', by(member))
    })
  }

  renameSelf(member: Member, name: string): Promise<void> {
    return this.change(member, 'membership.own', async (scope) => {
      await this.update(scope, member.accountId, { name })
    })
  }

  setRole(member: Member, subjectId: string, role: GivenRole): Promise<void> {
    return this.change(member, 'members.manage', async (scope) => {
      const subject = await this.find(scope, subjectId)
      if (subject.role === 'owner') throw new AppError('owner_must_hand_over')
      if (subject.role === role) return
      const seq = await this.update(scope, subjectId, { role })
      if (!may(role, 'record.write')) await this.endDuty(scope, subjectId, member, seq)
      await this.log.record(scope, 'role_changed', { ...by(member), subjectId, role })
    })
  }

  async remove(member: Member, subjectId: string): Promise<void> {
    await this.change(member, 'members.manage', async (scope) => {
      await this.end(scope, subjectId, member)
      await this.log.record(scope, 'member_removed', { ...by(member), subjectId })
    })
    this.news.recheck(subjectId)
  }

  async leave(member: Member): Promise<void> {
    await this.change(member, 'membership.own', async (scope) => {
      await this.end(scope, member.accountId, member)
      await this.log.record(scope, 'member_left', by(member))
    })
    this.news.recheck(member.accountId)
  }

  /** First the old owner steps back: the database, too, allows one at a time. */
  handOver(member: Member, subjectId: string): Promise<void> {
    return this.change(member, 'members.manage', async (scope) => {
      const subject = await this.find(scope, subjectId)
      if (subject.role === 'owner') return
      await this.update(scope, member.accountId, { role: 'caregiver' })
      await this.update(scope, subjectId, { role: 'owner' })
      await this.log.record(scope, 'ownership_handed_over', { ...by(member), subjectId, role: 'owner' })
    })
  }

  private async change(
    member: Member,
    action: FamilyAction,
    work: (scope: FamilyScope) => Promise<void>,
  ): Promise<void> {
    const { before, after } = await this.database.inFamily(member.familyId, async (scope) => {
      await this.families.lock(scope, 0)
      await this.access.requireNow(scope, member, action)
      const before = await this.families.head(scope)
      await work(scope)
      return { before, after: await this.families.head(scope) }
    })
    if (after.seq > before.seq) this.news.publish({ familyId: member.familyId, seq: after.seq })
  }

  private async end(scope: FamilyScope, accountId: string, by: Member): Promise<void> {
    if ((await this.find(scope, accountId)).role === 'owner') throw new AppError('owner_must_hand_over')
    const seq = await this.update(scope, accountId, { removedAt: new Date(this.clock.now()) })
    await this.endDuty(scope, accountId, by, seq)
  }

  private endDuty(scope: FamilyScope, subjectId: string, { accountId }: Member, seq: number): Promise<void> {
    return this.duties.endOf(scope, subjectId, { seq, accountId, now: this.clock.now() })
  }

  private async update(
    scope: FamilyScope,
    accountId: string,
    what: Partial<Pick<MemberEntity, 'name' | 'role' | 'removedAt'>>,
  ): Promise<number> {
    const seq = await this.families.lock(scope)
    await this.repository.updateMember(scope, accountId, { ...what, seq })
    return seq
  }

  private async find(scope: FamilyScope, accountId: string): Promise<MemberEntity> {
    const member = await this.families.memberNow(scope, accountId)
    if (member === null) throw new AppError('not_found')
    return member
  }

  private async present(scope: FamilyScope): Promise<Members> {
    const members = await this.repository.membersOf(scope)
    return {
      members: members
        .filter(({ removedAt }) => removedAt === null)
        .map(({ accountId, name, role, joinedAt, heardAt }) => ({
          accountId,
          name,
          role,
          joinedAt: stampOf(joinedAt),
          heardAt: heardAt && stampOf(heardAt),
        })),
    }
  }
}

const by = ({ accountId }: Member): { accountId: string } => ({ accountId })
