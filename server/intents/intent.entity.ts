import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { INTENT_OUTCOMES, type IntentOutcome } from '../../shared/contract/schemas/records.schema.ts'
import type { IntentMedicine } from '../../shared/contract/schemas/intent.schema.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** "I am giving it now": what a caregiver said before a dose, and what became of it. */
@Entity('dose_intent')
@ForeignKey('child', ['familyId', 'childId'] as const, ['familyId', 'id'])
@ForeignKey('product', ['familyId', 'productId'] as const, ['familyId', 'id'])
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'answeredBy'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'seq'])
@Index(['familyId', 'childId', 'at'], { where: 'outcome is null' })
@Rule('dose_intent_outcome', oneOf('outcome', INTENT_OUTCOMES))
@Rule('dose_intent_entry', "entry_id is null or outcome is not distinct from 'given'")
@Rule('dose_intent_answer', 'num_nulls(outcome, answered_by, answered_at) in (0, 3)')
@Rule('dose_intent_medicine', "jsonb_typeof(medicine) = 'object'")
export class IntentEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('uuid') childId!: string
  @Column('uuid') accountId!: string
  @Column('uuid', { nullable: true }) productId!: string | null
  /** As the contract writes it; always read and written whole. */
  @Column('jsonb') medicine!: IntentMedicine
  /** When it was said: by the phone's clock, and never later than the server heard of it. */
  @Column('timestamptz') at!: Date
  @Column('timestamptz') madeAt!: Date
  @Column('timestamptz') receivedAt!: Date
  @Column('text', { nullable: true }) outcome!: IntentOutcome | null
  /** The dose that it became. */
  @Column('uuid', { nullable: true }) entryId!: string | null
  @Column('uuid', { nullable: true }) answeredBy!: string | null
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null
  @Column('jsonb', { nullable: true }) doseCheck!: DoseCheckJson | null
}
