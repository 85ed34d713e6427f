import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { formatStamp, instant } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import { ConsentsService } from '../consents/consents.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { InviteCodes } from './invite-codes.service.ts'
import type { InviteEntity } from './invite.entity.ts'
import { InvitesRepository } from './invites.repository.ts'

export interface Newcomer {
  readonly accountId: string
  /** What the family will call them. */
  readonly name: string
  /** Of the guardian's consent that they have agreed to. */
  readonly consentVersion?: number | undefined
  /** Done in the same transaction once the code has proven good, before the account becomes a member. */
  readonly arrive?: (scope: FamilyScope) => Promise<void>
}

/** The other side of invitations. A code that is wrong, used, revoked or has run out is answered alike. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly invites: InvitesRepository,
    private readonly codes: InviteCodes,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly consents: ConsentsService,
    private readonly log: AccessLogService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What somebody should know before they accept: whose invitation it is, and nothing of the child. */
  async preview(code: string): Promise<Reply<'invites.preview'>> {
    const { familyId, inviteId } = (await this.codes.follow(code)) ?? refuse()
    return this.database.inFamily(familyId, async (scope) => {
      const { role, createdBy, expiresAt } = await this.openOne(scope, inviteId)
      const inviter = await this.families.memberNow(scope, createdBy)
      return {
        familyName: await this.families.nameOf(scope),
        inviterName: inviter?.name ?? refuse(),
        role,
        expiresAt: formatStamp({ at: instant(expiresAt.getTime()), offsetMinutes: 0 }),
      }
    })
  }

  /** Whoever it made a member already, because the answer was lost, is answered the same again. */
  async accept(code: string, newcomer: Newcomer): Promise<Reply<'invites.accept'>> {
    const { familyId, inviteId } = (await this.codes.follow(code)) ?? refuse()
    await this.families.requireRoom(newcomer.accountId, familyId)
    const { seq, membership } = await this.database.inFamily(familyId, async (scope) => {
      const known = await this.joinedBy(scope, inviteId, newcomer)
      const seq = known ? null : await this.join(scope, inviteId, newcomer)
      const member = (await this.families.memberNow(scope, newcomer.accountId)) ?? refuse()
      const name = await this.families.nameOf(scope)
      return { seq, membership: { familyId, name, role: member.role, memberName: member.name } }
    })
    if (seq !== null) this.news.publish({ familyId, seq })
    return membership
  }

  /** Under the family's lock, which makes a code good once: whether it was this very newcomer who used it. */
  private async joinedBy(scope: FamilyScope, inviteId: string, { accountId }: Newcomer): Promise<boolean> {
    await this.families.lock(scope, 0)
    return (await this.invites.find(scope, inviteId))?.usedBy === accountId
  }

  private async join(scope: FamilyScope, inviteId: string, newcomer: Newcomer): Promise<number> {
    const { accountId, name, arrive } = newcomer
    const { role, createdBy } = await this.openOne(scope, inviteId)
    if ((await this.families.memberNow(scope, accountId)) !== null) throw new AppError('already_member')
    this.consents.requireCurrent('guardian', newcomer.consentVersion)
    await arrive?.(scope)
    const at = this.clock.now()
    const seq = await this.families.join(scope, { accountId, name, role }, at)
    await this.consents.agreed(scope, { accountId, seq, at: new Date(at) })
    await this.invites.update(scope, inviteId, { usedAt: new Date(at), usedBy: accountId })
    await this.log.record(scope, 'member_joined', { accountId, subjectId: createdBy, role })
    return seq
  }

  /** It must be open, and made by somebody who may still invite. */
  private async openOne(scope: FamilyScope, inviteId: string): Promise<InviteEntity> {
    const invite = (await this.invites.find(scope, inviteId)) ?? refuse()
    const isOver = invite.usedAt !== null || invite.revokedAt !== null || invite.expiresAt.getTime() <= this.clock.now()
    const inviter = { accountId: invite.createdBy, sessionId: null }
    if (isOver || !(await this.access.holds(scope, inviter, 'invites.manage'))) refuse()
    return invite
  }
}

function refuse(): never {
  throw new AppError('invite_invalid')
}
