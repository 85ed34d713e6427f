import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { RecordChange } from '../../shared/contract/schemas/change.schema.ts'
import { PROPOSAL_STATES, type ProposalState } from '../../shared/contract/schemas/records.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** A change that its author could not send any more as a member. Only the owner makes it part of the record. */
@Entity('proposal')
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'settledBy'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'seq'])
@Rule('proposal_state', oneOf('state', PROPOSAL_STATES))
@Rule('proposal_change', "jsonb_typeof(change) = 'object'")
@Rule('proposal_open', "state <> 'open' or change is not null")
@Rule('proposal_accepted', "state <> 'accepted' or change is null")
@Rule('proposal_settled', "num_nonnulls(settled_by, settled_at) = case state when 'open' then 0 else 2 end")
export class ProposalEntity {
  @PrimaryColumn('uuid') familyId!: string
  /** The id of the change. */
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('uuid') accountId!: string
  /** As the contract writes it. Accepted it is in the record, and here no more: what is erased there stands nowhere else. */
  @Column('jsonb', { nullable: true }) change!: RecordChange | null
  @Column('timestamptz') receivedAt!: Date
  @Column('integer', { nullable: true }) clockOffsetSeconds!: number | null
  @Column('text') state!: ProposalState
  @Column('uuid', { nullable: true }) settledBy!: string | null
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null
}
