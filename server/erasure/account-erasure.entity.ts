import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'

/** A person has asked that their account be erased. */
@Entity('account_erasure')
@ForeignKey('account', ['accountId'] as const, ['id'])
@Index(['dueAt'])
export class AccountErasureEntity {
  @PrimaryColumn('uuid') accountId!: string
  @Column('timestamptz') askedAt!: Date
  @Column('timestamptz') dueAt!: Date
}
