import { Injectable } from '@nestjs/common'
import type { FactContent } from '../../shared/contract/schemas/fact.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { StandingFact } from '../facts/fact-revisions.service.ts'
import { childFact, conditionColumns, conditionFact, weightColumns, weightFact } from './child-facts.ts'
import { ChildrenRepository } from './children.repository.ts'

type ChildFactContent = Exclude<FactContent, { kind: 'product' }>
type StandingChildFact = StandingFact & { readonly content: ChildFactContent }

/** Children, weights and conditions as facts of the family: found whatever their state, and put into a new one. */
@Injectable()
export class ChildFactsService {
  constructor(private readonly children: ChildrenRepository) {}

  async find(scope: FamilyScope, kind: ChildFactContent['kind'], id: string): Promise<StandingFact | null> {
    switch (kind) {
      case 'child':
        return or(childFact, await this.children.childRow(scope, id))
      case 'weight':
        return or(weightFact, await this.children.weightRow(scope, { id }))
      case 'condition':
        return or(conditionFact, await this.children.conditionRow(scope, { id }))
    }
  }

  /** What was answered about an allergy or a disease of a child, whatever its state; null when nobody was asked. */
  async findCondition(scope: FamilyScope, childId: string, code: string): Promise<StandingFact | null> {
    return or(conditionFact, await this.children.conditionRow(scope, { childId, code }))
  }

  async isThere(scope: FamilyScope, childId: string): Promise<boolean> {
    return (await this.children.find(scope, childId)) !== null
  }

  async add(scope: FamilyScope, { id, seq, content }: StandingChildFact): Promise<void> {
    switch (content.kind) {
      case 'child':
        return this.children.addChild(scope, { id, seq, ...without(content) })
      case 'weight':
        return this.children.addWeight(scope, { id, seq, ...weightColumns(content) })
      case 'condition':
        return this.children.addCondition(scope, { id, seq, ...conditionColumns(content) })
    }
  }

  async change(scope: FamilyScope, { id, seq, revision, deleted, content }: StandingChildFact): Promise<void> {
    const state = { seq, revision, deleted }
    switch (content.kind) {
      case 'child':
        return this.children.changeChild(scope, id, { ...state, ...without(content) })
      case 'weight':
        return this.children.changeWeight(scope, id, { ...state, ...weightColumns(content) })
      case 'condition':
        return this.children.changeCondition(scope, id, { ...state, ...conditionColumns(content) })
    }
  }
}

const or = <Row, Fact>(of: (row: Row) => Fact, row: Row | null): Fact | null => row && of(row)

function without<Content extends { readonly kind: string }>(content: Content): Omit<Content, 'kind'> {
  const { kind: _, ...rest } = content
  return rest
}
