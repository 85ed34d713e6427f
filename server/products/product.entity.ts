import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { PRODUCT_FORMS, type ProductForm, type ProductIngredient } from '../../shared/record/product.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** A medicine of the family's cabinet, as its label has it. */
@Entity('product')
@ForeignKey('family', ['familyId'] as const, ['id'])
@Index(['familyId', 'seq'])
@Rule('product_revision', 'revision >= 1')
@Rule('product_name', 'length(name) between 1 and 60')
@Rule('product_form', oneOf('form', PRODUCT_FORMS))
@Rule('product_min_age', 'min_age_months between 0 and 216')
@Rule('product_max_doses', 'max_doses_per_day between 1 and 24')
@Rule('product_ingredients', "jsonb_typeof(ingredients) = 'array'")
export class ProductEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('integer', { default: 1 }) revision!: number
  @Column('text') name!: string
  @Column('text') form!: ProductForm
  @Column('smallint', { nullable: true }) minAgeMonths!: number | null
  @Column('smallint', { nullable: true }) maxDosesPerDay!: number | null
  @Column('date', { nullable: true }) openedOn!: string | null
  /** Always read and written whole with its product; amounts in micrograms. */
  @Column('jsonb') ingredients!: readonly ProductIngredient[]
  @Column('boolean', { default: false }) deleted!: boolean
}
