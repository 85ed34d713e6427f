import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { FamilyScope } from '../database/family-database.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { ChildEntity } from './child.entity.ts'
import { ConditionEntity } from './condition.entity.ts'
import { WeightEntity } from './weight.entity.ts'

@Injectable()
export class ChildrenRepository {
  find(scope: FamilyScope, id: string): Promise<ChildEntity | null> {
    return scope.entities.findOne(ChildEntity, { where: { familyId: scope.familyId, id, deleted: false } })
  }

  findNamed(scope: FamilyScope, name: string, birthDate: string | null): Promise<ChildEntity | null> {
    const where = { familyId: scope.familyId, name, birthDate: birthDate ?? IsNull(), deleted: false }
    return scope.entities.findOne(ChildEntity, { where })
  }

  weightsOf(scope: FamilyScope, childId: string): Promise<WeightEntity[]> {
    return scope.entities.find(WeightEntity, { where: { familyId: scope.familyId, childId, deleted: false } })
  }

  conditionsOf(scope: FamilyScope, childId: string): Promise<ConditionEntity[]> {
    return scope.entities.find(ConditionEntity, { where: { familyId: scope.familyId, childId, deleted: false } })
  }

  childrenIn(scope: FamilyScope, range: SeqRange): Promise<ChildEntity[]> {
    return scope.entities.find(ChildEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  weightsIn(scope: FamilyScope, range: SeqRange): Promise<WeightEntity[]> {
    return scope.entities.find(WeightEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  conditionsIn(scope: FamilyScope, range: SeqRange): Promise<ConditionEntity[]> {
    return scope.entities.find(ConditionEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  async addChild(scope: FamilyScope, child: Omit<ChildEntity, 'familyId' | 'deleted'>): Promise<void> {
    await scope.entities.insert(ChildEntity, { ...child, familyId: scope.familyId })
  }

  async addWeight(scope: FamilyScope, weight: Omit<WeightEntity, 'familyId' | 'deleted'>): Promise<void> {
    await scope.entities.insert(WeightEntity, { ...weight, familyId: scope.familyId })
  }

  async addCondition(scope: FamilyScope, condition: Omit<ConditionEntity, 'familyId' | 'deleted'>): Promise<void> {
    await scope.entities.insert(ConditionEntity, { ...condition, familyId: scope.familyId })
  }
}
