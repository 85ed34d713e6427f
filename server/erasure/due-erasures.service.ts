import { Inject, Injectable } from '@nestjs/common'
import type { Instant } from '../../shared/time/instant.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { VanishingService } from '../families/vanishing.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AccountErasuresRepository } from './account-erasures.repository.ts'
import { ErasuresRepository } from './erasures.repository.ts'

const BATCH = 50

/**
 * Carries out the erasures that are due: one transaction for each family and child, so that cut off at any point the rest is
 * still due, and done twice it is done once. Any instance may do it.
 */
@Injectable()
export class DueErasuresService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly accounts: AccountErasuresRepository,
    private readonly vanishing: VanishingService,
    private readonly families: FamiliesService,
    private readonly log: AccessLogService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
  ) {}

  /** One that fails holds up no other: it is told at the end, and is still due. */
  async runDueErasures(now: Instant): Promise<void> {
    const at = new Date(now)
    const failures: unknown[] = []
    const note = (error: unknown): void => void failures.push(error)
    const due = await this.database.outsideFamilies((scope) => this.erasures.due(scope, at, BATCH))
    for (const { leadsTo, erasureId } of due) await this.carryOut(leadsTo, erasureId).catch(note)
    for (const accountId of await this.database.outsideFamilies((scope) => this.accounts.due(scope, at, BATCH)))
      await this.eraseAccount(accountId, at).catch(note)
    if (failures.length > 0) throw failures[0]
  }

  private async carryOut(familyId: string, erasureId: string): Promise<void> {
    const seq = await this.database.inFamily(familyId, async (scope) => {
      if (!(await this.vanishing.lockIfThere(scope))) {
        await this.erasures.forget(scope, erasureId) // the family has gone meanwhile
        return null
      }
      const erasure = await this.erasures.find(scope, erasureId)
      if (erasure?.state !== 'pending') {
        await this.erasures.forget(scope, erasureId)
        return null
      }
      if (erasure.childId === null) {
        await this.erasures.eraseFamily(scope)
        return null
      }
      const place = await this.families.lock(scope)
      await this.erasures.eraseChild(scope, erasure.childId, place)
      await this.erasures.end(scope, erasureId, { seq: place, state: 'done' })
      await this.log.record(scope, 'child_erased', { accountId: erasure.accountId })
      return place
    })
    if (seq !== null) this.news.publish({ familyId, seq })
  }

  /** Families keep what was written, under no name. */
  private async eraseAccount(accountId: string, at: Date): Promise<void> {
    for (const { familyId } of await this.vanishing.everOf(accountId)) {
      const seq = await this.database.inFamily(familyId, (scope) => this.anonymise(scope, accountId, at))
      if (seq !== null) this.news.publish({ familyId, seq })
    }
    await this.database.outsideFamilies((scope) => this.accounts.erase(scope, accountId, at))
    this.news.recheck(accountId)
  }

  private async anonymise(scope: FamilyScope, accountId: string, at: Date): Promise<number | null> {
    if (!(await this.vanishing.lockIfThere(scope))) return null
    const seq = await this.vanishing.anonymise(scope, accountId, at)
    if (seq === null) return null
    await this.log.record(scope, 'member_erased', { accountId })
    return seq
  }
}
