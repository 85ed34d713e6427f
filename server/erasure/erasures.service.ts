import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { AccessEvent } from '../../shared/contract/schemas/family.schema.ts'
import { DAY, shift } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { VanishingService } from '../families/vanishing.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { ChangeRejected, type Act } from '../platform/act.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'
import { FactChangesService } from '../sync/fact-changes.service.ts'
import { ErasuresRepository } from './erasures.repository.ts'
import type { ErasureEntity } from './erasure.entity.ts'

/** How long an erasure can be taken back. */
export const UNDO_SPAN = 3 * DAY

type Asked = Reply<'children.erase'>

/** A child, or the family, is to be erased: hidden from all at once, and taken back until it is due. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly vanishing: VanishingService,
    private readonly families: FamiliesService,
    private readonly facts: FactChangesService,
    private readonly access: AccessService,
    private readonly log: AccessLogService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async askForChild(member: Member, childId: string): Promise<Asked> {
    const asked = await this.ask(member, childId, 'child_erasure_asked', (scope, act) =>
      this.hideChild(scope, act, childId),
    )
    this.news.publish({ familyId: member.familyId, seq: asked.seq })
    return present(asked)
  }

  async askForFamily(member: Member): Promise<Asked> {
    const asked = await this.ask(member, null, 'family_erasure_asked', (scope) =>
      this.vanishing.hide(scope, new Date(this.clock.now())),
    )
    await this.recheckAll(member.familyId)
    return present(asked)
  }

  /** What was taken back before stays so; what is done is not there to be taken back. */
  async cancel(member: Member, erasureId: string): Promise<Reply<'erasures.cancel'>> {
    const { accountId, familyId } = member
    const seq = await this.database.inFamily(familyId, async (scope) => {
      await this.families.lock(scope, 0)
      await this.access.requireNow(scope, member, 'erasure.cancel')
      const erasure = await this.erasures.find(scope, erasureId)
      if (erasure === null || erasure.state === 'done') throw new AppError('not_found')
      const mayAll = await this.access.holds(scope, member, 'record.erase')
      if (!mayAll && erasure.accountId !== accountId) throw new AppError('role_forbidden')
      if (erasure.state === 'cancelled') return erasure.seq
      return this.takeBack(scope, member, erasure)
    })
    this.news.publish({ familyId, seq })
    return { erasureId }
  }

  private async ask(
    member: Member,
    childId: string | null,
    event: AccessEvent,
    hide: (scope: FamilyScope, act: Act) => Promise<void>,
  ): Promise<Row<ErasureEntity>> {
    const { accountId, familyId } = member
    return this.database.inFamily(familyId, async (scope) => {
      await this.families.lock(scope, 0)
      await this.access.requireNow(scope, member, 'record.erase')
      const pending = await this.erasures.pending(scope, childId)
      if (pending !== null) return pending
      const seq = await this.families.lock(scope)
      const now = this.clock.now()
      await hide(scope, { seq, accountId, madeAt: now, receivedAt: now, clockOffsetSeconds: null })
      const times = { askedAt: new Date(now), dueAt: new Date(shift(now, UNDO_SPAN)) }
      const erasure = { id: randomUUID(), seq, childId, accountId, ...times, state: 'pending' as const }
      await this.erasures.add(scope, erasure)
      await this.log.record(scope, event, { accountId })
      return { ...erasure, familyId }
    })
  }

  private async hideChild(scope: FamilyScope, act: Act, childId: string): Promise<void> {
    try {
      const { content, revision, deleted } = await this.facts.require(scope, childId)
      if (content.kind !== 'child') throw new AppError('not_found')
      if (!deleted) await this.facts.delete(scope, act, childId, revision)
    } catch (error) {
      throw error instanceof ChangeRejected ? new AppError('not_found') : error
    }
  }

  private async takeBack(
    scope: FamilyScope,
    { accountId }: Member,
    { id, childId }: Row<ErasureEntity>,
  ): Promise<number> {
    const seq = await this.families.lock(scope)
    const now = this.clock.now()
    if (childId === null) await this.vanishing.hide(scope, null)
    else
      await this.facts.restore(
        scope,
        { seq, accountId, madeAt: now, receivedAt: now, clockOffsetSeconds: null },
        childId,
      )
    await this.erasures.end(scope, id, { seq, state: 'cancelled' })
    await this.log.record(scope, 'erasure_cancelled', { accountId })
    return seq
  }

  /** Phones that listen are told that there is nothing more to hear. */
  private async recheckAll(familyId: string): Promise<void> {
    for (const accountId of await this.vanishing.accountsOf(familyId)) this.news.recheck(accountId)
  }
}

const present = ({ id, dueAt }: Row<ErasureEntity>): Asked => ({ erasureId: id, dueAt: stampOf(dueAt) })
