import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { DUPLICATE_ANSWERS, type DuplicateAnswer } from '../../shared/contract/schemas/records.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** Two entries looked alike and somebody was asked: append only, the last answer counts. */
@Entity('duplicate_answer')
@ForeignKey('entry', ['familyId', 'firstEntryId'] as const, ['familyId', 'id'])
@ForeignKey('entry', ['familyId', 'secondEntryId'] as const, ['familyId', 'id'])
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@Rule('duplicate_answer_answer', oneOf('answer', DUPLICATE_ANSWERS))
@Rule('duplicate_answer_order', 'first_entry_id < second_entry_id')
export class DuplicateAnswerEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('bigint') seq!: number
  @Column('uuid') firstEntryId!: string
  @Column('uuid') secondEntryId!: string
  @Column('text') answer!: DuplicateAnswer
  @Column('uuid') accountId!: string
  @Column('timestamptz') madeAt!: Date
  @Column('timestamptz') receivedAt!: Date
}
