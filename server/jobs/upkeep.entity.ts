import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * When a family's old rows are next looked through. It stands outside families, for the job that does it belongs to none, and
 * says nothing of one but that it is there.
 */
@Entity('upkeep')
@Index(['dueAt'])
export class UpkeepEntity {
  @PrimaryColumn('uuid') leadsTo!: string
  @Column('timestamptz') dueAt!: Date
}
