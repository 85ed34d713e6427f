import { Inject, Injectable } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { ChangeResult } from '../../shared/contract/schemas/sync.schema.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import type { Member } from '../access/caller.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { Metrics } from '../platform/metrics.ts'
import { ChangesService } from './changes.service.ts'
import { PageService, bytesOf } from './page.service.ts'

/** An answer stays under 500 KiB: WeChat's transport carries little more, and a night's network carries it slowly. */
const ANSWER_BYTES = 490 * 1024
const RESULT_BYTES = 160 * 1024

@Injectable()
export class SyncService {
  constructor(
    private readonly changes: ChangesService,
    private readonly pages: PageService,
    private readonly metrics: Metrics,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
  ) {}

  /** One after the other: what is refused holds nothing back, and what is stored stays stored when a later one fails. */
  async sync(
    member: Member,
    { epoch, cursor, sentAt, changes }: Call<'family.sync'>['body'],
  ): Promise<Reply<'family.sync'>> {
    const sent = sentAt === undefined ? null : parseStamp(sentAt)!.at
    const results: ChangeResult[] = []
    try {
      for (const change of changes) {
        const result = await this.changes.apply(member, change, sent)
        this.metrics.change(result.outcome)
        results.push(result)
      }
    } finally {
      this.announce(member.familyId, results)
    }
    const told = bytesOf(results) > RESULT_BYTES ? results.map((result) => ({ ...result, check: null })) : results
    const page = await this.pages.read(member, { epoch, cursor }, ANSWER_BYTES - bytesOf(told))
    return { ...page, results: told }
  }

  private announce(familyId: string, results: readonly ChangeResult[]): void {
    const latest = results.reduce((seq, result) => Math.max(seq, written(result)), 0)
    if (latest > 0) this.news.publish({ familyId, seq: latest })
  }
}

const written = ({ outcome, seq }: ChangeResult): number => (outcome === 'duplicate' ? 0 : (seq ?? 0))
