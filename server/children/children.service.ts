import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Child, Condition, DateText, Weight } from '../../shared/record/child.ts'
import type { Grams } from '../../shared/units/weight.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { FactRevisionsService } from '../facts/fact-revisions.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { ChildEntity } from './child.entity.ts'
import type { ConditionEntity } from './condition.entity.ts'
import type { WeightEntity } from './weight.entity.ts'
import { childRecord, conditionRecord, weightRecord } from './child-facts.ts'
import { ChildrenRepository } from './children.repository.ts'

/** What the rules must know of a child beside the entries. */
export interface ChildFacts {
  readonly child: Child
  readonly weights: readonly Weight[]
  readonly conditions: readonly Condition[]
}

export type NewChild = Pick<ChildEntity, 'id' | 'name' | 'birthDate' | 'sex' | 'timeZone'>
export type NewWeight = Pick<WeightEntity, 'id' | 'childId' | 'weighedOn' | 'grams'> &
  Partial<Pick<WeightEntity, 'confirmed'>>
export type NewCondition = Pick<ConditionEntity, 'id' | 'childId' | 'code' | 'present'> &
  Partial<Pick<ConditionEntity, 'note'>>

@Injectable()
export class ChildrenService {
  constructor(
    private readonly children: ChildrenRepository,
    private readonly revisions: FactRevisionsService,
  ) {}

  /** Throws `not_found` when the family has no such child. */
  async requireChild(scope: FamilyScope, childId: string): Promise<ChildEntity> {
    const child = await this.children.find(scope, childId)
    if (child === null) throw new AppError('not_found')
    return child
  }

  /** The facts of a child; null when the family has no such child. */
  async factsOf(scope: FamilyScope, childId: string): Promise<ChildFacts | null> {
    const child = await this.children.find(scope, childId)
    if (child === null) return null
    const weights = await this.children.weightsOf(scope, childId)
    const conditions = await this.children.conditionsOf(scope, childId)
    return {
      child: {
        name: child.name,
        birthDate: child.birthDate as DateText | null,
        sex: child.sex,
        timeZone: child.timeZone,
      },
      weights: weights.map(({ weighedOn, grams, confirmed }) => ({
        on: weighedOn as DateText,
        weight: grams as Grams,
        confirmed,
      })),
      conditions: conditions.map(({ code, present, note }) => ({ code, present, note })),
    }
  }

  /** The child of this id, else the one of this name and birth date; null when the family has neither. */
  async findLike(
    scope: FamilyScope,
    { id, name, birthDate }: Pick<NewChild, 'id' | 'name' | 'birthDate'>,
  ): Promise<string | null> {
    const child = (await this.children.find(scope, id)) ?? (await this.children.findNamed(scope, name, birthDate))
    return child?.id ?? null
  }

  weightsOf(scope: FamilyScope, childId: string): Promise<readonly NewWeight[]> {
    return this.children.weightsOf(scope, childId)
  }

  conditionsOf(scope: FamilyScope, childId: string): Promise<readonly NewCondition[]> {
    return this.children.conditionsOf(scope, childId)
  }

  addChild(scope: FamilyScope, seq: number, child: NewChild): Promise<void> {
    return this.children.addChild(scope, { ...child, seq })
  }

  addWeight(scope: FamilyScope, seq: number, weight: NewWeight): Promise<void> {
    return this.children.addWeight(scope, { ...weight, seq })
  }

  addCondition(scope: FamilyScope, seq: number, condition: NewCondition): Promise<void> {
    return this.children.addCondition(scope, { ...condition, seq })
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const children = await this.children.childrenIn(scope, range)
    const weights = await this.children.weightsIn(scope, range)
    const conditions = await this.children.conditionsIn(scope, range)
    const ids = [...children, ...weights, ...conditions].map(({ id }) => id)
    const conflicts = await this.revisions.conflictsOf(scope, ids)
    return [
      ...children.map((row) => childRecord(row, conflicts)),
      ...weights.map((row) => weightRecord(row, conflicts)),
      ...conditions.map((row) => conditionRecord(row, conflicts)),
    ]
  }
}
