import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Rule, oneOf } from '../database/naming.ts'

export const SESSION_ENDS = ['signed_out', 'signed_out_everywhere', 'token_reused'] as const
export type SessionEnd = (typeof SESSION_ENDS)[number]

/** A sign-in on one phone: a chain of refresh tokens of which only the last counts. Only their hashes are kept. */
@Entity('session')
@ForeignKey('account', ['accountId'] as const, ['id'])
@Index(['accountId'])
@Rule('session_end', oneOf('ended_as', SESSION_ENDS))
@Rule('session_ended', '(ended_at is null) = (ended_as is null)')
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid') accountId!: string
  @Column('timestamptz') createdAt!: Date
  @Column('timestamptz') expiresAt!: Date
  @Column('bytea') tokenHash!: Buffer
  /** The token before, and the attempt that spent it: whoever lost that attempt's answer may ask once more. */
  @Column('bytea', { nullable: true }) spentHash!: Buffer | null
  @Column('uuid', { nullable: true }) spentBy!: string | null
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null
  @Column('text', { nullable: true }) endedAs!: SessionEnd | null
}
