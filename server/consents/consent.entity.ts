import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { CONSENT_ANSWERS, CONSENT_KINDS, type ConsentAnswer, type ConsentKind } from '../../shared/consent/versions.ts'
import { Rule, oneOf } from '../database/naming.ts'

/** What a member has answered to the text of a version, append only: the last one counts. */
@Entity('consent')
@ForeignKey('member', ['familyId', 'accountId'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'seq'])
@Index(['familyId', 'accountId', 'kind', 'seq'])
@Rule('consent_kind', oneOf('kind', CONSENT_KINDS))
@Rule('consent_answer', oneOf('answer', CONSENT_ANSWERS))
@Rule('consent_version', 'version >= 1')
export class ConsentEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('uuid') accountId!: string
  @Column('text') kind!: ConsentKind
  @Column('integer') version!: number
  @Column('text') answer!: ConsentAnswer
  @Column('timestamptz') at!: Date
}
