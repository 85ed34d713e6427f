import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { DOSE_OUTCOMES, ENTRY_KINDS, QUESTIONS, SITES, YES_NO_UNKNOWN } from '../../shared/record/entry.ts'
import type { DoseOutcome, EntryKind, Question, Site, YesNoUnknown } from '../../shared/record/entry.ts'
import { Rule, oneOf } from '../database/naming.ts'

const only = (kind: EntryKind, columns: string): string => `kind = '${kind}' or num_nonnulls(${columns}) = 0`
const DOSE_COLUMNS =
  'product_id, ingredient, medicine, antipyretic, volume_microlitres, milli_pieces, mass_micrograms, outcome, outcome_minutes'

/**
 * One thing somebody wrote down, as it stands now: typed columns per kind, each kind bound to its own by CHECKs. What it
 * was before stands in `revision`.
 */
@Entity('entry')
@ForeignKey('child', ['familyId', 'childId'] as const, ['familyId', 'id'])
@ForeignKey('product', ['familyId', 'productId'] as const, ['familyId', 'id'])
@ForeignKey('member', ['familyId', 'loggedBy'] as const, ['familyId', 'accountId'])
@ForeignKey('member', ['familyId', 'editedBy'] as const, ['familyId', 'accountId'])
@Index(['familyId', 'seq'])
@Index(['familyId', 'childId', 'occurredAt'])
@Rule('entry_kind', oneOf('kind', ENTRY_KINDS))
@Rule('entry_offset', 'utc_offset_minutes between -899 and 899')
@Rule('entry_revision', 'revision >= 1')
@Rule('entry_author', 'logged_by is null or author is null')
@Rule('entry_temperature', "kind <> 'temperature' or num_nulls(centi_celsius, site) = 0")
@Rule('entry_temperature_only', only('temperature', 'centi_celsius, site'))
@Rule('entry_celsius', 'centi_celsius between 2000 and 5000')
@Rule('entry_site', oneOf('site', SITES))
@Rule('entry_dose', "kind <> 'dose' or num_nonnulls(product_id, ingredient, medicine) >= 1")
@Rule('entry_dose_only', only('dose', DOSE_COLUMNS))
@Rule('entry_dose_amount', 'num_nonnulls(volume_microlitres, milli_pieces, mass_micrograms) <= 1')
@Rule('entry_dose_positive', 'volume_microlitres > 0 and milli_pieces > 0 and mass_micrograms > 0')
@Rule('entry_dose_most', 'volume_microlitres <= 10000000 and milli_pieces <= 10000000 and mass_micrograms <= 10000000')
@Rule('entry_ingredient', "ingredient ~ '^[a-z][a-z0-9_]{0,39}$'")
@Rule('entry_medicine', 'length(medicine) between 1 and 80')
@Rule('entry_antipyretic', oneOf('antipyretic', YES_NO_UNKNOWN))
@Rule('entry_outcome', oneOf('outcome', DOSE_OUTCOMES))
@Rule('entry_outcome_minutes', 'outcome_minutes between 0 and 1440')
@Rule('entry_symptom_code', "symptom ~ '^[a-z][a-z0-9_]{0,39}$'")
@Rule('entry_symptom', "kind <> 'symptom' or num_nulls(symptom, present) = 0")
@Rule('entry_symptom_only', only('symptom', 'symptom, present'))
@Rule('entry_answer', "kind <> 'answer' or num_nulls(question, answer) = 0")
@Rule('entry_answer_only', only('answer', 'question, answer'))
@Rule('entry_question', oneOf('question', QUESTIONS))
@Rule('entry_answer_value', oneOf('answer', YES_NO_UNKNOWN))
@Rule('entry_note', "kind <> 'note' or note is not null")
@Rule('entry_note_only', only('note', 'note'))
@Rule('entry_note_length', 'length(note) between 1 and 2000')
export class EntryEntity {
  @PrimaryColumn('uuid') familyId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('bigint') seq!: number
  @Column('uuid') childId!: string
  @Column('text') kind!: EntryKind
  @Column('timestamptz') occurredAt!: Date
  @Column('smallint') utcOffsetMinutes!: number

  @Column('integer') revision!: number
  @Column('boolean', { default: false }) deleted!: boolean
  @Column('uuid', { nullable: true }) loggedBy!: string | null
  /** Who wrote it according to a file, when that is no member. */
  @Column('text', { nullable: true }) author!: string | null
  @Column('timestamptz') loggedAt!: Date
  @Column('uuid', { nullable: true }) editedBy!: string | null
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null

  /** Of the phone that wrote the current content; null: its clock was right. */
  @Column('integer', { nullable: true }) clockOffsetSeconds!: number | null

  @Column('smallint', { nullable: true }) centiCelsius!: number | null
  @Column('text', { nullable: true }) site!: Site | null

  @Column('uuid', { nullable: true }) productId!: string | null
  @Column('text', { nullable: true }) ingredient!: string | null
  @Column('text', { nullable: true }) medicine!: string | null
  @Column('text', { nullable: true }) antipyretic!: YesNoUnknown | null
  @Column('integer', { nullable: true }) volumeMicrolitres!: number | null
  @Column('integer', { nullable: true }) milliPieces!: number | null
  @Column('integer', { nullable: true }) massMicrograms!: number | null
  @Column('text', { nullable: true }) outcome!: DoseOutcome | null
  @Column('smallint', { nullable: true }) outcomeMinutes!: number | null

  @Column('text', { nullable: true }) symptom!: string | null
  @Column('boolean', { nullable: true }) present!: boolean | null

  @Column('text', { nullable: true }) question!: Question | null
  @Column('text', { nullable: true }) answer!: YesNoUnknown | null

  @Column('text', { nullable: true }) note!: string | null

  /** What the guard said of a dose at its own time, when it was last written. */
  @Column('jsonb', { nullable: true }) doseCheck!: DoseCheckJson | null
}
