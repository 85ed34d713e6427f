import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { FamilyScope } from '../database/family-database.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { ChildEntity } from './child.entity.ts'
import { ConditionEntity } from './condition.entity.ts'
import { WeightEntity } from './weight.entity.ts'

/** A row as it is first written: what the table fills in by itself is left out. */
type New<Entity extends object> = Omit<Entity, 'familyId' | 'revision' | 'deleted' | 'confirmed' | 'note'> &
  Partial<Pick<Entity, Extract<keyof Entity, 'confirmed' | 'note'>>>

@Injectable()
export class ChildrenRepository {
  find(scope: FamilyScope, id: string): Promise<ChildEntity | null> {
    return scope.entities.findOne(ChildEntity, { where: { familyId: scope.familyId, id, deleted: false } })
  }

  findNamed(scope: FamilyScope, name: string, birthDate: string | null): Promise<ChildEntity | null> {
    const where = { familyId: scope.familyId, name, birthDate: birthDate ?? IsNull(), deleted: false }
    return scope.entities.findOne(ChildEntity, { where })
  }

  /** The row whatever its state. */
  childRow(scope: FamilyScope, id: string): Promise<ChildEntity | null> {
    return scope.entities.findOne(ChildEntity, { where: { familyId: scope.familyId, id } })
  }

  weightRow(scope: FamilyScope, where: Pick<WeightEntity, 'id'>): Promise<WeightEntity | null> {
    return scope.entities.findOne(WeightEntity, { where: { familyId: scope.familyId, ...where } })
  }

  conditionRow(
    scope: FamilyScope,
    where: Pick<ConditionEntity, 'id'> | Pick<ConditionEntity, 'childId' | 'code'>,
  ): Promise<ConditionEntity | null> {
    return scope.entities.findOne(ConditionEntity, { where: { familyId: scope.familyId, ...where } })
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

  async addChild(scope: FamilyScope, child: New<ChildEntity>): Promise<void> {
    await scope.entities.insert(ChildEntity, { ...child, familyId: scope.familyId })
  }

  async addWeight(scope: FamilyScope, weight: New<WeightEntity>): Promise<void> {
    await scope.entities.insert(WeightEntity, { ...weight, familyId: scope.familyId })
  }

  async addCondition(scope: FamilyScope, condition: New<ConditionEntity>): Promise<void> {
    await scope.entities.insert(ConditionEntity, { ...condition, familyId: scope.familyId })
  }

  async changeChild(scope: FamilyScope, id: string, changed: Partial<ChildEntity>): Promise<void> {
    await scope.entities.update(ChildEntity, { familyId: scope.familyId, id }, changed)
  }

  async changeWeight(scope: FamilyScope, id: string, changed: Partial<WeightEntity>): Promise<void> {
    await scope.entities.update(WeightEntity, { familyId: scope.familyId, id }, changed)
  }

  async changeCondition(scope: FamilyScope, id: string, changed: Partial<ConditionEntity>): Promise<void> {
    await scope.entities.update(ConditionEntity, { familyId: scope.familyId, id }, changed)
  }
}
