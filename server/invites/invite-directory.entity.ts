import { Column, Entity, PrimaryColumn } from 'typeorm'

/**
 * Which family a code leads to: whoever types it belongs to none yet. It stands outside families and says no more than where
 * to ask; whether the code is good is the invite's own to say.
 */
@Entity('invite_directory')
export class InviteDirectoryEntity {
  /** Made with a key of the server's: the table alone gives nothing to try codes on. */
  @PrimaryColumn('bytea') codeHash!: Buffer
  @Column('uuid') leadsTo!: string
  @Column('uuid') inviteId!: string
}
