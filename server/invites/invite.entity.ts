import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { GIVEN_ROLES, type GivenRole } from '../../shared/contract/schemas/family.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** An invitation into a family, good once and for a while. Its code is not kept. */
@Entity('invite')
@ForeignKey('member', ['familyId', 'createdBy'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'usedBy'] as const, ['familyId', 'accountId'])
@Rule('invite_role', oneOf('role', GIVEN_ROLES))
@Rule('invite_used', '(used_at is null) = (used_by is null)')
export class InviteEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('text') role!: GivenRole
  @Column('uuid') createdBy!: string
  @Column('timestamptz') createdAt!: Date
  @Column('timestamptz') expiresAt!: Date
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null
  @Column('uuid', { nullable: true }) usedBy!: string | null
}
