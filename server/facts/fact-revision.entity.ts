import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { FACT_KINDS, type FactContent, type FactKind } from '../../shared/contract/schemas/fact.schema.ts'
import { Rule, oneOf } from '../database/naming.ts'

/**
 * One state a fact was put into, append only, as `revision` is for entries. One that came out of a file has its first
 * state written down here when somebody first changes it.
 */
@Entity('fact_revision')
@ForeignKey('family', ['familyId'] as const, ['id'])
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'factId'], { where: 'stale' })
@Rule('fact_revision_kind', oneOf('kind', FACT_KINDS))
@Rule('fact_revision_number', 'revision >= 1')
@Rule('fact_revision_content', "jsonb_typeof(content) = 'object'")
export class FactRevisionEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') factId!: string
  @PrimaryColumn('integer') revision!: number
  @Column('text') kind!: FactKind
  @Column('bigint') seq!: number
  /** null: what came out of a file. */
  @Column('uuid', { nullable: true }) accountId!: string | null
  /** The phone's own clock when the person made the change; it may be wrong. */
  @Column('timestamptz') madeAt!: Date
  @Column('timestamptz') receivedAt!: Date
  /** By how much that clock was wrong, ahead when positive; null: it was right. */
  @Column('integer', { nullable: true }) clockOffsetSeconds!: number | null
  /** Made against another state than the current one: kept, shown, and never in force by itself. */
  @Column('boolean') stale!: boolean
  /** The stale revisions that this one settled; null: none. */
  @Column('integer', { array: true, nullable: true }) settles!: number[] | null
  /** What was said, as the contract writes it; null: the fact was deleted. */
  @Column('jsonb', { nullable: true }) content!: FactContent | null
}
