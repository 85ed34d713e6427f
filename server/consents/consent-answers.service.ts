import { Inject, Injectable } from '@nestjs/common'
import { currentConsent, type ConsentAnswer, type ConsentKind } from '../../shared/consent/versions.ts'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { FamilyAction } from '../../shared/contract/routes.ts'
import type { ConsentSaid } from '../../shared/contract/schemas/consent.schema.ts'
import type { AccessEvent } from '../../shared/contract/schemas/family.schema.ts'
import { AccessService } from '../access/access.service.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { ConsentsService, presentConsent } from './consents.service.ts'

/** Members agree, refuse and withdraw. Under the family's lock, at a place of its own in the order. */
@Injectable()
export class ConsentAnswersService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly consents: ConsentsService,
    private readonly log: AccessLogService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list({ familyId }: Member): Promise<Reply<'consents.list'>> {
    return this.database.inFamily(familyId, async (scope) => ({
      current: { guardian: currentConsent('guardian'), ai: currentConsent('ai') },
      consents: (await this.consents.all(scope)).map(presentConsent),
    }))
  }

  /** Said again, because the answer was lost, it is written down once. Whoever withdraws need not have read the latest text. */
  async answer(member: Member, kind: ConsentKind, said: ConsentSaid): Promise<Reply<'consents.list'>> {
    if (said.answer !== 'withdrawn') this.consents.requireCurrent(kind, said.version)
    const seq = await this.database.inFamily(member.familyId, (scope) => this.write(scope, member, kind, said))
    if (seq !== null) this.news.publish({ familyId: member.familyId, seq })
    return this.list(member)
  }

  private async write(
    scope: FamilyScope,
    member: Member,
    kind: ConsentKind,
    { version, answer }: ConsentSaid,
  ): Promise<number | null> {
    const { accountId } = member
    await this.families.lock(scope, 0)
    await this.access.requireNow(scope, member, ACTIONS[kind])
    const standing = await this.consents.standing(scope, kind, accountId)
    if (standing?.answer === answer && standing.version === version) return null
    const seq = await this.families.lock(scope)
    await this.consents.note(scope, { seq, accountId, kind, version, answer, at: new Date(this.clock.now()) })
    await this.log.record(scope, EVENTS[kind][answer], { accountId })
    return seq
  }
}

const ACTIONS: Readonly<Record<ConsentKind, FamilyAction>> = { guardian: 'membership.own', ai: 'consent.ai' }

const EVENTS: Readonly<Record<ConsentKind, Readonly<Record<ConsentAnswer, AccessEvent>>>> = {
  guardian: { given: 'consent_given', refused: 'consent_refused', withdrawn: 'consent_withdrawn' },
  ai: { given: 'ai_consent_given', refused: 'ai_consent_refused', withdrawn: 'ai_consent_withdrawn' },
}
