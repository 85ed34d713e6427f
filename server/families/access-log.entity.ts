import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ACCESS_EVENTS, type AccessEvent } from '../../shared/contract/schemas/family.schema.ts'
import { ROLES, type Role } from '../../shared/contract/schemas/records.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** Who came to a family's record, and how that was changed. Append only. */
@Entity('access_log')
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'subjectId'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'at'])
@Rule('access_log_event', oneOf('event', ACCESS_EVENTS))
@Rule('access_log_role', oneOf('role', ROLES))
export class AccessLogEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('timestamptz') at!: Date
  @Column('text') event!: AccessEvent
  @Column('uuid') accountId!: string
  @Column('uuid', { nullable: true }) subjectId!: string | null
  @Column('text', { nullable: true }) role!: Role | null
}
