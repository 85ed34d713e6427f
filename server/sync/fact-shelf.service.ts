import { Injectable } from '@nestjs/common'
import type { FactContent, FactKind } from '../../shared/contract/schemas/fact.schema.ts'
import { ChildFactsService } from '../children/child-facts.service.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { StandingFact } from '../facts/fact-revisions.service.ts'
import { ProductFactsService } from '../products/product-facts.service.ts'

/** Where each kind of fact stands. */
@Injectable()
export class FactShelfService {
  constructor(
    private readonly children: ChildFactsService,
    private readonly products: ProductFactsService,
  ) {}

  /** The fact whatever its state; null when the family never had it. */
  async find(scope: FamilyScope, id: string): Promise<StandingFact | null> {
    return (
      (await this.products.find(scope, id)) ??
      (await this.children.find(scope, 'weight', id)) ??
      (await this.children.find(scope, 'condition', id)) ??
      (await this.children.find(scope, 'child', id))
    )
  }

  /** The same statement made before under another id: a condition is asked about once per child. */
  async findSame(scope: FamilyScope, content: FactContent): Promise<StandingFact | null> {
    return content.kind === 'condition' ? this.children.findCondition(scope, content.childId, content.code) : null
  }

  /** Whether the child a fact is about is there. */
  async hasGround(scope: FamilyScope, content: FactContent): Promise<boolean> {
    return 'childId' in content ? this.children.isThere(scope, content.childId) : true
  }

  add(scope: FamilyScope, fact: StandingFact): Promise<void> {
    const { content } = fact
    return content.kind === 'product'
      ? this.products.add(scope, { ...fact, content })
      : this.children.add(scope, { ...fact, content })
  }

  change(scope: FamilyScope, fact: StandingFact): Promise<void> {
    const { content } = fact
    return content.kind === 'product'
      ? this.products.change(scope, { ...fact, content })
      : this.children.change(scope, { ...fact, content })
  }
}

/** What an edit may not change: what the fact is about. */
export const isOfSameKind = (a: FactContent, b: FactContent): boolean => aboutOf(a) === aboutOf(b)

function aboutOf(content: FactContent): string {
  const kind: FactKind = content.kind
  switch (content.kind) {
    case 'weight':
      return `${kind} ${content.childId}`
    case 'condition':
      return `${kind} ${content.childId} ${content.code}`
    case 'child':
    case 'product':
      return kind
  }
}
