import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** Which families have an erasure that will be due: outside families, for no transaction sees all of them. */
@Entity('erasure_due')
@Index(['dueAt'])
export class ErasureDueEntity {
  @PrimaryColumn('uuid') leadsTo!: string
  @PrimaryColumn('uuid') erasureId!: string
  @Column('timestamptz') dueAt!: Date
}
