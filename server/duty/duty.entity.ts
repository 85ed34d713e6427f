import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'

/**
 * Somebody has taken the watch, or it has ended with their right to write: append only. On duty is whoever took it last by the
 * phones' clocks.
 */
@Entity('duty')
@ForeignKey('family', ['familyId'] as const, ['id'])
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'takenBy'] as const, ['familyId', 'accountId'])
export class DutyEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('bigint') seq!: number
  /** null: nobody is. */
  @Column('uuid', { nullable: true }) accountId!: string | null
  /** Who said so. */
  @Column('uuid') takenBy!: string
  /** Never later than the server heard of it: a phone's clock that runs ahead keeps nobody on duty. */
  @Column('timestamptz') since!: Date
  @Column('timestamptz') madeAt!: Date
  @Column('timestamptz') receivedAt!: Date
}
