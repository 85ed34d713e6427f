import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** How often an account or an address has lately guessed wrong. Whose it is cannot be read from it. */
@Entity('guess')
@Index(['until'])
export class GuessEntity {
  /** Made with a key of the server's. */
  @PrimaryColumn('bytea') guesser!: Buffer
  @Column('integer') wrong!: number
  @Column('timestamptz') until!: Date
}
