import { Injectable } from '@nestjs/common'
import type { FactContentOf } from '../../shared/contract/schemas/fact.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { StandingFact } from '../facts/fact-revisions.service.ts'
import { productColumns, productFact } from './product-facts.ts'
import { ProductsRepository } from './products.repository.ts'

type StandingProduct = StandingFact & { readonly content: FactContentOf<'product'> }

/** Products as facts of the family: found whatever their state, and put into a new one. */
@Injectable()
export class ProductFactsService {
  constructor(private readonly products: ProductsRepository) {}

  async find(scope: FamilyScope, id: string): Promise<StandingFact | null> {
    const row = await this.products.find(scope, id)
    return row && productFact(row)
  }

  add(scope: FamilyScope, { id, seq, content }: StandingProduct): Promise<void> {
    return this.products.add(scope, { id, seq, ...productColumns(content) })
  }

  change(scope: FamilyScope, { id, seq, revision, deleted, content }: StandingProduct): Promise<void> {
    return this.products.change(scope, id, { seq, revision, deleted, ...productColumns(content) })
  }
}
