import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { INVITE_PAGE } from '../../shared/contract/routes.ts'
import type { GivenRole } from '../../shared/contract/schemas/family.schema.ts'
import { DAY, formatStamp, instant, shift } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { InviteCodes } from './invite-codes.service.ts'
import { makeCode, shown } from './invite-code.ts'
import type { InviteEntity } from './invite.entity.ts'
import { InvitesRepository } from './invites.repository.ts'

const LIFETIME = 3 * DAY
const MAX_OPEN = 20

/** The owner's side of invitations: made, listed, revoked. */
@Injectable()
export class InvitesService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly invites: InvitesRepository,
    private readonly codes: InviteCodes,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly log: AccessLogService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The code is told this once. */
  create(member: Member, role: GivenRole): Promise<Reply<'invites.create'>> {
    return this.locked(member, async (scope) => {
      const now = this.clock.now()
      if ((await this.open(scope)).length >= MAX_OPEN) throw new AppError('limit_reached')
      const expiresAt = new Date(shift(now, LIFETIME))
      const invite = { id: randomUUID(), role, createdBy: member.accountId, createdAt: new Date(now), expiresAt }
      await this.invites.add(scope, invite)
      const code = await this.listed(scope, invite.id)
      await this.log.record(scope, 'invite_created', { accountId: member.accountId, role })
      return { ...present(invite), code: shown(code), cardPath: `/${INVITE_PAGE}?code=${code}` }
    })
  }

  async list({ familyId }: Member): Promise<Reply<'invites.list'>> {
    const invites = await this.database.inFamily(familyId, (scope) => this.open(scope))
    return { invites: invites.map(present) }
  }

  /** One that was revoked before stays so; one that is used, or has run out, is not there to be revoked. */
  async revoke(member: Member, inviteId: string): Promise<Reply<'invites.revoke'>> {
    await this.locked(member, async (scope) => {
      const now = new Date(this.clock.now())
      const invite = await this.invites.find(scope, inviteId)
      if (invite === null || invite.usedAt !== null || invite.expiresAt <= now) throw new AppError('not_found')
      if (invite.revokedAt !== null) return
      await this.invites.update(scope, inviteId, { revokedAt: now })
      await this.log.record(scope, 'invite_revoked', { accountId: member.accountId, role: invite.role })
    })
    return this.list(member)
  }

  private locked<Result>(member: Member, work: (scope: FamilyScope) => Promise<Result>): Promise<Result> {
    return this.database.inFamily(member.familyId, async (scope) => {
      await this.families.lock(scope, 0)
      await this.access.requireNow(scope, member, 'invites.manage')
      return work(scope)
    })
  }

  private open(scope: FamilyScope): Promise<InviteEntity[]> {
    return this.invites.open(scope, new Date(this.clock.now()))
  }

  /** A code of its own, listed where it leads. */
  private async listed(scope: FamilyScope, inviteId: string): Promise<string> {
    for (;;) {
      const code = makeCode()
      if (await this.invites.list(scope, this.codes.hashOf(code), inviteId)) return code
    }
  }
}

const present = ({
  id,
  role,
  createdBy,
  createdAt,
  expiresAt,
}: Omit<InviteEntity, 'familyId' | 'revokedAt' | 'usedAt' | 'usedBy'>) => ({
  inviteId: id,
  role,
  createdBy,
  createdAt: stamp(createdAt),
  expiresAt: stamp(expiresAt),
})

const stamp = (at: Date): string => formatStamp({ at: instant(at.getTime()), offsetMinutes: 0 })
