import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { TombstoneEntity } from './tombstone.entity.ts'

@Injectable()
export class TombstonesRepository {
  find(scope: FamilyScope, id: string): Promise<TombstoneEntity | null> {
    return scope.entities.findOne(TombstoneEntity, { where: { familyId: scope.familyId, id } })
  }

  tombstonesIn(scope: FamilyScope, range: SeqRange): Promise<TombstoneEntity[]> {
    return scope.entities.find(TombstoneEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }
}
