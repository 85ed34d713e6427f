import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Product, ProductIngredient } from '../../shared/record/product.ts'
import { toMg } from '../../shared/units/medicine.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import type { ProductEntity } from './product.entity.ts'
import { ProductsRepository } from './products.repository.ts'

@Injectable()
export class ProductsService {
  constructor(private readonly products: ProductsRepository) {}

  /** The whole cabinet, with what was taken out of it: an old dose still names it. */
  all(scope: FamilyScope): Promise<readonly Product[]> {
    return this.products.all(scope)
  }

  add(scope: FamilyScope, seq: number, product: Product): Promise<void> {
    return this.products.add(scope, { ...product, seq })
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    return (await this.products.productsIn(scope, range)).map(productRecord)
  }
}

const productRecord = (product: ProductEntity): SyncRecord => ({
  type: 'product',
  seq: product.seq,
  id: product.id,
  name: product.name,
  form: product.form,
  minAgeMonths: product.minAgeMonths,
  maxDosesPerDay: product.maxDosesPerDay,
  ingredients: product.ingredients.map(ingredientJson),
  deleted: product.deleted,
})

const ingredientJson = ({ code, perMl, perPiece }: ProductIngredient) => ({
  code,
  mgPerMl: perMl === null ? null : toMg(perMl),
  mgPerUnit: perPiece === null ? null : toMg(perPiece),
})
