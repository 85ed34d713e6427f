import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { TOMBSTONE_SUBJECTS, type TombstoneSubject } from '../../shared/contract/schemas/erasure.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** That something was erased, and nothing of what it was: what a phone still says of it is not taken. */
@Entity('tombstone')
@ForeignKey('family', ['familyId'] as const, ['id'])
@Index(['familyId', 'seq'])
@Rule('tombstone_subject', oneOf('subject', TOMBSTONE_SUBJECTS))
export class TombstoneEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  /** null: phones need not be told of it, since they are told of its child. */
  @Column('bigint', { nullable: true }) seq!: number | null
  @Column('text') subject!: TombstoneSubject
}
