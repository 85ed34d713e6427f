import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ROLES, type Role } from '../../shared/contract/schemas/records.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** An account in a family, of which one at a time is the owner. A removed member stays: older rows keep their author's name. */
@Entity('member')
@ForeignKey('family', ['familyId'] as const, ['id'])
@ForeignKey('account', ['accountId'] as const, ['id'])
@Index(['familyId', 'seq'])
@Index(['accountId'])
@Index(['familyId'], { unique: true, where: `role = 'owner' AND removed_at IS NULL` })
@Rule('member_name', 'length(name) between 1 and 60')
@Rule('member_role', oneOf('role', ROLES))
export class MemberEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') accountId!: string
  @Column('bigint') seq!: number
  @Column('text') name!: string
  @Column('text') role!: Role
  @Column('timestamptz') joinedAt!: Date
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null
  /** When a phone of this member last asked for the record; not part of it, and so without a place in its order. */
  @Column('timestamptz', { nullable: true }) heardAt!: Date | null
}
