import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import { Rule } from '../database/naming.ts'

/**
 * One state an entry was put into, append only: the API has no right to update or delete here. Its state is derived and
 * never stored: `current` when the entry names it, `conflicting` when it came too late to become that, else `superseded`.
 */
@Entity('revision')
@ForeignKey('entry', ['familyId', 'entryId'] as const, ['familyId', 'id'])
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'entryId'], { where: 'stale' })
@Rule('revision_number', 'revision >= 1')
@Rule('revision_content', "jsonb_typeof(content) = 'object'")
export class RevisionEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') entryId!: string
  @PrimaryColumn('integer') revision!: number
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
  /** What was said, as the contract writes it; null: the entry was deleted. */
  @Column('jsonb', { nullable: true }) content!: EntryContent | null
}
