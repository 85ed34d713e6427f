import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import { entryFromJson, entryToJson } from '../../shared/record/entry-json.ts'
import type { DoseEntry, Entry, EntryKind } from '../../shared/record/entry.ts'
import { SECOND, instant } from '../../shared/time/instant.ts'
import type { Microgram, Microlitre, MilliPiece } from '../../shared/units/medicine.ts'
import type { CentiCelsius } from '../../shared/units/temperature.ts'
import type { EntryEntity } from './entry.entity.ts'

/** The columns that say what was written down, all kinds'. */
export type ContentColumns = Pick<
  EntryEntity,
  | 'kind' | 'occurredAt' | 'utcOffsetMinutes'
  | 'centiCelsius' | 'site'
  | 'productId' | 'ingredient' | 'medicine' | 'antipyretic'
  | 'volumeMicrolitres' | 'milliPieces' | 'massMicrograms' | 'outcome' | 'outcomeMinutes'
  | 'symptom' | 'present' | 'question' | 'answer' | 'note'
> // prettier-ignore

const NOTHING: Omit<ContentColumns, 'kind' | 'occurredAt' | 'utcOffsetMinutes'> = {
  centiCelsius: null,
  site: null,
  productId: null,
  ingredient: null,
  medicine: null,
  antipyretic: null,
  volumeMicrolitres: null,
  milliPieces: null,
  massMicrograms: null,
  outcome: null,
  outcomeMinutes: null,
  symptom: null,
  present: null,
  question: null,
  answer: null,
  note: null,
}

/** An entry of a change as the rules know it. Seconds are as fine as the JSON goes: here and on the phones it is the same. */
export function entryOf(id: string, content: EntryContent): Entry {
  const entry = entryFromJson({ ...content, id })
  return { ...entry, at: instant(Math.floor(entry.at / SECOND) * SECOND) }
}

/** The entry as the contract writes what was said: without its id and its author. */
export function contentOf(entry: Entry): EntryContent {
  const { id: _id, by: _by, ...content } = entryToJson(entry)
  return content
}

export function toColumns(entry: Entry): ContentColumns {
  const columns = {
    ...NOTHING,
    kind: entry.kind,
    occurredAt: new Date(entry.at),
    utcOffsetMinutes: entry.offsetMinutes,
  }
  switch (entry.kind) {
    case 'temperature':
      return { ...columns, centiCelsius: entry.temperature, site: entry.site }
    case 'dose':
      return { ...columns, ...doseColumns(entry) }
    case 'symptom':
      return { ...columns, symptom: entry.code, present: entry.present }
    case 'answer':
      return { ...columns, question: entry.question, answer: entry.value }
    case 'note':
      return { ...columns, note: entry.text }
  }
}

const doseColumns = (dose: DoseEntry): Partial<ContentColumns> => ({
  productId: dose.productId,
  ingredient: dose.ingredient,
  medicine: dose.medicine,
  antipyretic: dose.antipyretic,
  volumeMicrolitres: dose.volume,
  milliPieces: dose.pieces,
  massMicrograms: dose.mass,
  outcome: dose.outcome,
  outcomeMinutes: dose.outcomeMinutes,
})

/** The columns of a kind are there: the table's CHECKs see to it. */
export function fromColumns(row: ContentColumns & { readonly id: string; readonly author: string | null }): Entry {
  const base = {
    id: row.id,
    at: instant(row.occurredAt.getTime()),
    offsetMinutes: row.utcOffsetMinutes,
    by: row.author,
  }
  const kind: EntryKind = row.kind
  switch (kind) {
    case 'temperature':
      return { ...base, kind, temperature: row.centiCelsius as CentiCelsius, site: row.site! }
    case 'dose':
      return { ...base, kind, ...doseOf(row) }
    case 'symptom':
      return { ...base, kind, code: row.symptom!, present: row.present! }
    case 'answer':
      return { ...base, kind, question: row.question!, value: row.answer! }
    case 'note':
      return { ...base, kind, text: row.note! }
  }
}

const doseOf = (row: ContentColumns): Omit<DoseEntry, 'kind' | 'id' | 'at' | 'offsetMinutes' | 'by'> => ({
  productId: row.productId,
  ingredient: row.ingredient,
  medicine: row.medicine,
  antipyretic: row.antipyretic,
  volume: row.volumeMicrolitres as Microlitre | null,
  pieces: row.milliPieces as MilliPiece | null,
  mass: row.massMicrograms as Microgram | null,
  outcome: row.outcome,
  outcomeMinutes: row.outcomeMinutes,
})
