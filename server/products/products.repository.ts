import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { ProductEntity } from './product.entity.ts'

@Injectable()
export class ProductsRepository {
  all(scope: FamilyScope): Promise<ProductEntity[]> {
    return scope.entities.find(ProductEntity, { where: { familyId: scope.familyId } })
  }

  productsIn(scope: FamilyScope, range: SeqRange): Promise<ProductEntity[]> {
    return scope.entities.find(ProductEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  find(scope: FamilyScope, id: string): Promise<ProductEntity | null> {
    return scope.entities.findOne(ProductEntity, { where: { familyId: scope.familyId, id } })
  }

  async change(scope: FamilyScope, id: string, changed: Partial<ProductEntity>): Promise<void> {
    await scope.entities.update(ProductEntity, { familyId: scope.familyId, id }, changed)
  }

  async add(scope: FamilyScope, product: Omit<ProductEntity, 'familyId' | 'revision' | 'deleted'>): Promise<void> {
    await scope.entities.insert(ProductEntity, { ...product, familyId: scope.familyId })
  }
}
