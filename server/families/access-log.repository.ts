import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import type { FamilyScope } from '../database/family-database.ts'
import { AccessLogEntity } from './access-log.entity.ts'

@Injectable()
export class AccessLogRepository {
  async add(scope: FamilyScope, event: Omit<AccessLogEntity, 'familyId'>): Promise<void> {
    await scope.entities.insert(AccessLogEntity, { ...event, familyId: scope.familyId })
  }

  all(scope: FamilyScope): Promise<AccessLogEntity[]> {
    return scope.entities.find(AccessLogEntity, {
      where: { familyId: scope.familyId },
      order: { at: 'ASC', id: 'ASC' },
    })
  }

  latest(scope: FamilyScope, before: Date | null, limit: number): Promise<AccessLogEntity[]> {
    return scope.entities.find(AccessLogEntity, {
      where: { familyId: scope.familyId, ...(before === null ? {} : { at: LessThan(before) }) },
      order: { at: 'DESC', id: 'DESC' },
      take: limit,
    })
  }
}
