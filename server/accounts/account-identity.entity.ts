import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Rule } from '../database/naming.ts'

/** How an account proves who it is: a provider and the provider's own name for the person. */
@Entity('account_identity')
@ForeignKey('account', ['accountId'] as const, ['id'])
@Index(['accountId'])
@Rule('account_identity_subject', 'length(subject) between 1 and 200')
export class AccountIdentityEntity {
  @PrimaryColumn('text') provider!: string
  @PrimaryColumn('text') subject!: string
  @Column('uuid') accountId!: string
  @Column('timestamptz') createdAt!: Date
}
