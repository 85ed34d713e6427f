import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { NewFamily } from '../../shared/contract/schemas/family.schema.ts'
import type { Account } from '../access/caller.ts'
import { ChildrenService } from '../children/children.service.ts'
import { ConsentsService } from '../consents/consents.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { AccessLogService } from './access-log.service.ts'
import { FamiliesRepository } from './families.repository.ts'
import { FamiliesService } from './families.service.ts'

/** New families, with their owner and first child. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly repository: FamiliesRepository,
    private readonly families: FamiliesService,
    private readonly children: ChildrenService,
    private readonly consents: ConsentsService,
    private readonly log: AccessLogService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Founded once: whoever sends it again, because the answer was lost, is answered what there is. */
  async found({ accountId }: Account, family: NewFamily): Promise<Reply<'families.create'>> {
    const { familyId } = family
    await this.families.requireRoom(accountId, familyId)
    return this.database.inFamily(familyId, async (scope) => {
      const isNew = await this.repository.add(scope, {
        name: family.name,
        epoch: randomUUID(),
        at: new Date(this.clock.now()),
      })
      if (isNew) await this.write(scope, accountId, family)
      const member = await this.families.memberNow(scope, accountId)
      if (member === null) throw new AppError('family_id_taken')
      return { familyId, name: await this.families.nameOf(scope), role: member.role, memberName: member.name }
    })
  }

  private async write(
    scope: FamilyScope,
    accountId: string,
    { memberName, child, consentVersion }: NewFamily,
  ): Promise<void> {
    this.consents.requireCurrent('guardian', consentVersion)
    const seq = await this.families.lock(scope, 3)
    await this.repository.setRecordSeq(scope, seq)
    const joinedAt = new Date(this.clock.now())
    await this.repository.addMember(scope, { accountId, seq: seq + 1, name: memberName, role: 'owner', joinedAt })
    await this.consents.agreed(scope, { accountId, seq: seq + 1, at: joinedAt })
    const { childId, ...facts } = child
    await this.children.addChild(scope, seq + 2, { id: childId, ...facts })
    await this.log.record(scope, 'family_created', { accountId, role: 'owner' })
  }
}
