import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ERASURE_STATES, type ErasureState } from '../../shared/contract/schemas/erasure.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** Somebody has asked that a child, or the whole family, be erased. */
@Entity('erasure')
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'seq'])
@Rule('erasure_state', oneOf('state', ERASURE_STATES))
export class ErasureEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  /** null: the family. */
  @Column('uuid', { nullable: true }) childId!: string | null
  @Column('uuid') accountId!: string
  @Column('timestamptz') askedAt!: Date
  @Column('timestamptz') dueAt!: Date
  @Column('text') state!: ErasureState
}
