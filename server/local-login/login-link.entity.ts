import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A printed link that signs in the owner once. Only its hash is kept. */
@Entity('login_link')
export class LoginLinkEntity {
  @PrimaryColumn('bytea') hash!: Buffer
  @Column('timestamptz') expiresAt!: Date
  /** The attempt that used it: whoever lost its answer may ask again. */
  @Column('uuid', { nullable: true }) usedBy!: string | null
}
