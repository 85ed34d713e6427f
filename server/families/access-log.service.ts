import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { AccessEvent } from '../../shared/contract/schemas/family.schema.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import { formatStamp, instant, type Instant } from '../../shared/time/instant.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import type { AccessLogEntity } from './access-log.entity.ts'
import { AccessLogRepository } from './access-log.repository.ts'
import { FamiliesService } from './families.service.ts'

const PAGE = 200

interface Deed {
  readonly accountId: string
  readonly subjectId?: string
  readonly role?: Role
}

/** What the owner can look up: who has had to do with the record, and since when. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly log: AccessLogRepository,
    private readonly families: FamiliesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the transaction of the deed itself: what was done stands in the log, and what was rolled back does not. */
  record(scope: FamilyScope, event: AccessEvent, { accountId, subjectId, role }: Deed): Promise<void> {
    const at = new Date(this.clock.now())
    return this.log.add(scope, {
      id: randomUUID(),
      at,
      event,
      accountId,
      subjectId: subjectId ?? null,
      role: role ?? null,
    })
  }

  /** A sign-in opens every family of the account. */
  async signedIn(accountId: string): Promise<void> {
    for (const { familyId } of await this.families.of(accountId))
      await this.database.inFamily(familyId, (scope) => this.record(scope, 'signed_in', { accountId }))
  }

  /** The whole of it, oldest first. */
  async all(scope: FamilyScope): Promise<Reply<'accessLog.list'>['events']> {
    return (await this.log.all(scope)).map(present)
  }

  async list(familyId: string, before: Instant | null): Promise<Reply<'accessLog.list'>> {
    const rows = await this.database.inFamily(familyId, (scope) =>
      this.log.latest(scope, before === null ? null : new Date(before), PAGE + 1),
    )
    return { events: wholeMoments(rows).map(present), more: rows.length > PAGE }
  }
}

const present = ({ id, at, event, accountId, subjectId, role }: AccessLogEntity) => ({
  id,
  at: formatStamp({ at: instant(at.getTime()), offsetMinutes: 0 }),
  event,
  accountId,
  subjectId,
  role,
})

/** What fits on a page, without the moment the next one begins with: pages are told apart by their time. */
function wholeMoments(rows: readonly AccessLogEntity[]): readonly AccessLogEntity[] {
  const next = rows[PAGE]?.at.getTime()
  return rows.slice(0, PAGE).filter(({ at }) => at.getTime() !== next)
}
