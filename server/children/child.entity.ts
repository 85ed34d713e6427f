import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SEXES, type Sex } from '../../shared/record/child.ts'
import { Rule, oneOf } from '../database/naming.ts'

@Entity('child')
@ForeignKey('family', ['familyId'] as const, ['id'])
@Index(['familyId', 'seq'])
@Rule('child_revision', 'revision >= 1')
@Rule('child_name', 'length(name) between 1 and 60')
@Rule('child_sex', oneOf('sex', SEXES))
@Rule('child_time_zone', 'length(time_zone) <= 60')
export class ChildEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('integer', { default: 1 }) revision!: number
  @Column('text') name!: string
  @Column('date', { nullable: true }) birthDate!: string | null
  @Column('text', { nullable: true }) sex!: Sex | null
  @Column('text', { nullable: true }) timeZone!: string | null
  @Column('boolean', { default: false }) deleted!: boolean
}
