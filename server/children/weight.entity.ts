import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Rule } from '../database/naming.ts'

@Entity('weight')
@ForeignKey('child', ['familyId', 'childId'] as const, ['familyId', 'id'])
@Index(['familyId', 'seq'])
@Rule('weight_revision', 'revision >= 1')
@Index(['familyId', 'childId', 'weighedOn'])
@Rule('weight_grams', 'grams between 1 and 200000')
export class WeightEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('integer', { default: 1 }) revision!: number
  @Column('uuid') childId!: string
  @Column('date') weighedOn!: string
  @Column('integer') grams!: number
  /** Unlikely for the age, asked about, and said to be right. */
  @Column('boolean', { default: false }) confirmed!: boolean
  @Column('boolean', { default: false }) deleted!: boolean
}
