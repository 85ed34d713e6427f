import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Rule } from '../database/naming.ts'

/** A family. Its row is the lock every write of the family takes first. */
@Entity('family')
@Rule('family_name', 'length(name) between 1 and 60')
export class FamilyEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') name!: string
  /** The last write's number: gap-free, the cursor of every phone. */
  @Column('bigint', { default: 0 }) seq!: number
  /** Where the family's own record last changed on that count. */
  @Column('bigint', { default: 0 }) recordSeq!: number
  /** Changes when the database was restored from a backup: phones then pull from 0 again. */
  @Column('uuid') epoch!: string
  @Column('timestamptz') createdAt!: Date
  /** Since when it is hidden, because it is about to be erased. */
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null
}
