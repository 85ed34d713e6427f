import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { shift } from '../../shared/time/instant.ts'
import type { Account, Member } from '../access/caller.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { MembersService } from '../families/members.service.ts'
import { VanishingService } from '../families/vanishing.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'
import { AccountErasuresRepository } from './account-erasures.repository.ts'
import type { AccountErasureEntity } from './account-erasure.entity.ts'
import { ErasuresRepository } from './erasures.repository.ts'
import { ErasuresService, UNDO_SPAN } from './erasures.service.ts'

/** A person erases their account: gone from every family at once, and taken back until it is due. */
@Injectable()
export class AccountErasureService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly accounts: AccountErasuresRepository,
    private readonly erasures: ErasuresRepository,
    private readonly asking: ErasuresService,
    private readonly vanishing: VanishingService,
    private readonly families: FamiliesService,
    private readonly members: MembersService,
    private readonly log: AccessLogService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each family by itself: cut off in the middle, it is asked again, or done when the account is due. */
  async ask(account: Account, eraseOwnedFamilies: boolean): Promise<Reply<'account.erase'>> {
    const { accountId } = account
    const memberships = await this.families.of(accountId)
    if (!eraseOwnedFamilies && memberships.some(({ role }) => role === 'owner'))
      throw new AppError('owner_must_hand_over')
    const now = this.clock.now()
    const asked = { accountId, askedAt: new Date(now), dueAt: new Date(shift(now, UNDO_SPAN)) }
    await this.database.outsideFamilies((scope) => this.accounts.add(scope, asked))
    for (const { familyId, role } of memberships) {
      const member: Member = { ...account, familyId, role }
      await (role === 'owner' ? this.asking.askForFamily(member) : this.members.leave(member))
    }
    return { dueAt: stampOf(((await this.find(accountId)) ?? asked).dueAt) }
  }

  /** Back in every family it left with that, and its own families are there again. */
  async cancel(account: Account): Promise<Reply<'account.cancelErasure'>> {
    const { accountId } = account
    const erasure = await this.find(accountId)
    if (erasure === null) return { accountId }
    for (const { familyId, removedAt } of await this.vanishing.everOf(accountId))
      if (removedAt === null) await this.bringBack(account, familyId)
      else if (removedAt >= erasure.askedAt) await this.comeBack(accountId, familyId)
    await this.database.outsideFamilies((scope) => this.accounts.remove(scope, accountId))
    return { accountId }
  }

  find(accountId: string): Promise<Row<AccountErasureEntity> | null> {
    return this.database.outsideFamilies((scope) => this.accounts.find(scope, accountId))
  }

  private async bringBack(account: Account, familyId: string): Promise<void> {
    const pending = await this.database.inFamily(familyId, (scope) => this.erasures.pending(scope, null))
    if (pending?.accountId === account.accountId)
      await this.asking.cancel({ ...account, familyId, role: 'owner' }, pending.id)
  }

  private async comeBack(accountId: string, familyId: string): Promise<void> {
    const seq = await this.database.inFamily(familyId, async (scope) => {
      const place = await this.vanishing.comeBack(scope, accountId)
      await this.log.record(scope, 'erasure_cancelled', { accountId })
      return place
    })
    this.news.publish({ familyId, seq })
  }
}
