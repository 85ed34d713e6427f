import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Rule } from '../database/naming.ts'

/** An allergy or a disease that was asked about: `present` is the answer. Never asked is no row. */
@Entity('condition')
@ForeignKey('child', ['familyId', 'childId'] as const, ['familyId', 'id'])
@Index(['familyId', 'seq'])
@Rule('condition_revision', 'revision >= 1')
@Unique(['familyId', 'childId', 'code'])
@Rule('condition_note', 'length(note) between 1 and 200')
@Rule('condition_code', "code ~ '^[a-z][a-z0-9_]{0,39}$'")
export class ConditionEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('integer', { default: 1 }) revision!: number
  @Column('uuid') childId!: string
  @Column('text') code!: string
  @Column('boolean') present!: boolean
  /** What the family added to it, in its own words. */
  @Column('text', { nullable: true }) note!: string | null
  @Column('boolean', { default: false }) deleted!: boolean
}
