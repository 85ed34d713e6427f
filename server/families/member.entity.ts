import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ROLES, type Role } from '../../shared/contract/schemas/records.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** An account in a family. A removed member stays: older rows keep their author's name. */
@Entity('member')
@ForeignKey('family', ['familyId'] as const, ['id'])
@ForeignKey('account', ['accountId'] as const, ['id'])
@Index(['familyId', 'seq'])
@Index(['accountId'])
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
}
