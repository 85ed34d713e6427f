import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { Rule, oneOf } from '../database/naming.ts'

const STORED_OUTCOMES = ['saved', 'conflict'] as const
export type StoredOutcome = (typeof STORED_OUTCOMES)[number]

/** A phone's change that was stored, with what it was answered: sent again, it is answered the same and stored no second time. */
@Entity('change')
@ForeignKey('revision', ['familyId', 'entryId', 'revision'] as const, ['familyId', 'entryId', 'revision'])
@Rule('change_outcome', oneOf('outcome', STORED_OUTCOMES))
@Rule('change_subject', 'num_nonnulls(entry_id, fact_id) = num_nonnulls(revision)')
export class ChangeEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') changeId!: string
  /** What it was about: an entry, a fact, or neither. */
  @Column('uuid', { nullable: true }) entryId!: string | null
  @Column('uuid', { nullable: true }) factId!: string | null
  /** The revision of it that the change became. */
  @Column('integer', { nullable: true }) revision!: number | null
  @Column('bigint') seq!: number
  @Column('text') outcome!: StoredOutcome
  @Column('jsonb', { nullable: true }) doseCheck!: DoseCheckJson | null
}
