import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { NewFamily } from '../../shared/contract/schemas/family.schema.ts'
import type { Account } from '../access/caller.ts'
import { ChildrenService } from '../children/children.service.ts'
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
    private readonly log: AccessLogService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Founded once: whoever sends it again, because the answer was lost, is answered what there is. */
  async found({ accountId }: Account, family: NewFamily): Promise<Reply<'families.create'>> {
    const mine = await this.families.of(accountId)
    const there = mine.find(({ familyId }) => familyId === family.familyId)
    if (there) return there
    await this.families.requireRoom(accountId)
    await this.database.inFamily(family.familyId, (scope) => this.write(scope, accountId, family))
    const { familyId, name, memberName } = family
    return { familyId, name, role: 'owner', memberName }
  }

  private async write(scope: FamilyScope, accountId: string, { name, memberName, child }: NewFamily): Promise<void> {
    const at = new Date(this.clock.now())
    if (!(await this.repository.add(scope, { name, epoch: randomUUID(), at }))) throw new AppError('family_id_taken')
    const seq = await this.families.lock(scope, 3)
    await this.repository.setRecordSeq(scope, seq)
    await this.repository.addMember(scope, { accountId, seq: seq + 1, name: memberName, role: 'owner', joinedAt: at })
    const { childId, ...facts } = child
    await this.children.addChild(scope, seq + 2, { id: childId, ...facts })
    await this.log.record(scope, 'family_created', { accountId, role: 'owner' })
  }
}
