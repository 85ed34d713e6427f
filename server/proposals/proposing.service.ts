import { Inject, Injectable } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { RecordChange } from '../../shared/contract/schemas/change.schema.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import type { FormerMember } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { FamiliesService } from '../families/families.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AppError } from '../platform/app-error.ts'
import { clockOffset } from '../platform/clock-offset.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { ProposalsRepository } from './proposals.repository.ts'

/** More than any phone keeps from nights without a network. Refused ones count until nothing is left of them. */
const MAX_PER_AUTHOR = 1_000

/** Takes what a former member had not sent: all of it or nothing, and each change once. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly proposals: ProposalsRepository,
    private readonly access: AccessService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async propose(
    author: FormerMember,
    { sentAt, changes }: Call<'proposals.create'>['body'],
  ): Promise<Reply<'proposals.create'>> {
    const { familyId } = author
    const { known, seq } = await this.database.inFamily(familyId, async (scope) => {
      await this.families.lock(scope, 0)
      await this.access.requireFormerNow(scope, author)
      const known = await this.proposals.known(
        scope,
        changes.map(({ changeId }) => changeId),
      )
      const fresh = uniqueOf(changes).filter(({ changeId }) => !known.has(changeId))
      return { known, seq: fresh.length === 0 ? null : await this.keep(scope, author, fresh, sentAt) }
    })
    if (seq !== null) this.news.publish({ familyId, seq })
    return {
      results: changes.map(({ changeId }) => ({ changeId, outcome: known.has(changeId) ? 'duplicate' : 'proposed' })),
    }
  }

  /** In the order in which they were made; where the family's order stands then. */
  private async keep(
    scope: FamilyScope,
    { accountId }: FormerMember,
    changes: readonly RecordChange[],
    sentAt: string | undefined,
  ): Promise<number> {
    if ((await this.proposals.countOf(scope, accountId)) + changes.length > MAX_PER_AUTHOR)
      throw new AppError('limit_reached')
    const first = await this.families.lock(scope, changes.length)
    const receivedAt = this.clock.now()
    const sent = sentAt === undefined ? null : parseStamp(sentAt)!.at
    for (const [index, change] of changes.entries()) {
      const madeAt = parseStamp(change.madeAt)!.at
      await this.proposals.add(scope, {
        familyId: scope.familyId,
        id: change.changeId,
        seq: first + index,
        accountId,
        change,
        receivedAt: new Date(receivedAt),
        clockOffsetSeconds: clockOffset({ madeAt, sentAt: sent, receivedAt }),
        state: 'open',
        settledBy: null,
        settledAt: null,
      })
    }
    return first + changes.length - 1
  }
}

/** A change that is there twice in one call is one change. */
const uniqueOf = (changes: readonly RecordChange[]): readonly RecordChange[] => [
  ...new Map(changes.map((change) => [change.changeId, change])).values(),
]
