import { Inject, Injectable } from '@nestjs/common'
import { shift, type Instant } from '../../shared/time/instant.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { FamiliesService } from '../families/families.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { KEPT, UPKEEP_EVERY } from './retention.ts'
import { RetentionRepository } from './retention.repository.ts'

const BATCH = 50
/** A job ends well before the queue takes it for lost. What is left is due at the next one. */
const LONGEST_MS = 20_000

/** Takes away what has been kept long enough. Done twice it is done once. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly retention: RetentionRepository,
    private readonly families: FamiliesService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What stands outside families. */
  async purge(): Promise<void> {
    const now = this.clock.now()
    await this.database.outsideFamilies(async (scope) => {
      await this.retention.forgetSessions(scope, before(now, KEPT.session))
      await this.retention.forgetGuesses(scope, new Date(now))
      await this.retention.forgetLoginLinks(scope, before(now, KEPT.loginLink))
    })
  }

  /** The families that are due, each in a transaction of its own: cut off in the middle, the rest is still due. */
  async upkeep(): Promise<void> {
    const end = Date.now() + LONGEST_MS
    const tried = new Set<string>()
    for (;;) {
      const due = await this.database.outsideFamilies((scope) =>
        this.retention.dueFamilies(scope, new Date(this.clock.now()), BATCH + tried.size),
      )
      const fresh = due.filter((familyId) => !tried.has(familyId))
      if (fresh.length === 0) return
      for (const familyId of fresh) {
        if (Date.now() > end) return
        tried.add(familyId)
        await this.lookThrough(familyId)
      }
    }
  }

  private async lookThrough(familyId: string): Promise<void> {
    const now = this.clock.now()
    const seq = await this.database.inFamily(familyId, async (scope) => {
      if (!(await this.retention.claim(scope, new Date(now)))) return null
      if (!(await this.retention.isThere(scope))) {
        await this.retention.forgetFamily(scope)
        return null
      }
      await this.retention.dueAgain(scope, new Date(shift(now, UPKEEP_EVERY)))
      return this.forget(scope, now)
    })
    if (seq !== null) this.news.publish({ familyId, seq })
  }

  /** Where the family's order stands after it; null when phones need not hear of anything. */
  private async forget(scope: FamilyScope, now: Instant): Promise<number | null> {
    await this.retention.forgetIntents(scope, before(now, KEPT.intent))
    await this.retention.forgetInvites(scope, before(now, KEPT.invite))
    await this.retention.forgetAccess(scope, before(now, KEPT.accessLog))
    const refused = before(now, KEPT.refusedProposal)
    if (!(await this.retention.hasRefusedProposals(scope, refused))) return null
    const seq = await this.families.lock(scope)
    await this.retention.emptyRefusedProposals(scope, refused, seq)
    return seq
  }
}

const before = (now: Instant, kept: number): Date => new Date(shift(now, -kept))
