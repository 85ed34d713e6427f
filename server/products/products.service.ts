import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Product } from '../../shared/record/product.ts'
import type { DateText } from '../../shared/time/date.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { FactRevisionsService } from '../facts/fact-revisions.service.ts'
import { productRecord } from './product-facts.ts'
import { ProductsRepository } from './products.repository.ts'

@Injectable()
export class ProductsService {
  constructor(
    private readonly products: ProductsRepository,
    private readonly revisions: FactRevisionsService,
  ) {}

  /** The whole cabinet, with what was taken out of it: an old dose still names it. */
  async all(scope: FamilyScope): Promise<readonly Product[]> {
    const rows = await this.products.all(scope)
    return rows.map(({ openedOn, ...row }) => ({ ...row, openedOn: openedOn as DateText | null }))
  }

  add(scope: FamilyScope, seq: number, product: Product): Promise<void> {
    return this.products.add(scope, { ...product, openedOn: product.openedOn ?? null, seq })
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const rows = await this.products.productsIn(scope, range)
    const conflicts = await this.revisions.conflictsOf(
      scope,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => productRecord(row, conflicts))
  }
}
