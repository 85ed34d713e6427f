import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A person who signs in. What the family calls them stands at the membership: 妈妈 here may be 外婆 there. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('timestamptz') createdAt!: Date
}
