import { Injectable } from '@nestjs/common'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import { ChildrenService } from '../children/children.service.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { ProductsService } from '../products/products.service.ts'
import { EntriesRepository, type Period } from './entries.repository.ts'
import { fromColumns } from './entry-content.ts'

/** The record of a child as the rules take it. */
@Injectable()
export class ChildRecordsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly products: ProductsService,
    private readonly entries: EntriesRepository,
  ) {}

  /** With the entries of a period, or all of them; null when the family has no such child. */
  async read(scope: FamilyScope, childId: string, period: Period = {}): Promise<ChildRecord | null> {
    const facts = await this.children.factsOf(scope, childId)
    if (facts === null) return null
    const products = await this.products.all(scope)
    const rows = await this.entries.between(scope, childId, period)
    return { ...facts, products, entries: rows.map(fromColumns) }
  }
}
