import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Rule } from '../database/naming.ts'

@Entity('weight')
@ForeignKey('child', ['familyId', 'childId'] as const, ['familyId', 'id'])
@Index(['familyId', 'seq'])
@Index(['familyId', 'childId', 'weighedOn'])
@Rule('weight_grams', 'grams between 1 and 200000')
export class WeightEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('uuid') childId!: string
  @Column('date') weighedOn!: string
  @Column('integer') grams!: number
  @Column('boolean', { default: false }) deleted!: boolean
}
