import { formatStamp, parseStamp } from '../time/instant.ts'
import { centiCelsius, centiToCelsius } from '../units/temperature.ts'
import { micrograms, microlitres, milliPieces, toCount, toMg, toMl } from '../units/medicine.ts'
import type { DoseOutcome, Entry, Question, Site, YesNoUnknown } from './entry.ts'

interface CommonJson {
  id: string
  /** ISO 8601 with the offset of the place where it was logged. */
  at: string
  by?: string | null | undefined
}

interface TemperatureJson extends CommonJson {
  kind: 'temperature'
  celsius: number
  site: Site
}

interface DoseJson extends CommonJson {
  kind: 'dose'
  productId?: string | null | undefined
  ingredient?: string | null | undefined
  medicine?: string | null | undefined
  antipyretic?: YesNoUnknown | null | undefined
  ml?: number | null | undefined
  count?: number | null | undefined
  mg?: number | null | undefined
  outcome?: DoseOutcome | null | undefined
  outcomeMinutes?: number | null | undefined
}

interface SymptomJson extends CommonJson {
  kind: 'symptom'
  code: string
  present: boolean
}

interface AnswerJson extends CommonJson {
  kind: 'answer'
  question: Question
  value: YesNoUnknown
}

interface NoteJson extends CommonJson {
  kind: 'note'
  text: string
}

/** One entry as the interchange file, the API and the phone's storage write it. Names carry their units. */
export type EntryJson = TemperatureJson | DoseJson | SymptomJson | AnswerJson | NoteJson

/** The entry with integer units. Throws on an `at` that is no stamp: the schema at the border has refused it before. */
export function entryFromJson(json: EntryJson): Entry {
  const stamp = parseStamp(json.at)
  if (!stamp) throw new RangeError(`entry ${json.id}: "${json.at}" is not a date-time with an offset`)
  const base = { id: json.id, at: stamp.at, offsetMinutes: stamp.offsetMinutes, by: json.by ?? null }
  switch (json.kind) {
    case 'temperature':
      return { ...base, kind: 'temperature', temperature: centiCelsius(json.celsius), site: json.site }
    case 'dose':
      return {
        ...base,
        kind: 'dose',
        productId: json.productId ?? null,
        ingredient: json.ingredient ?? null,
        medicine: json.medicine ?? null,
        antipyretic: json.antipyretic ?? null,
        volume: json.ml == null ? null : microlitres(json.ml),
        pieces: json.count == null ? null : milliPieces(json.count),
        mass: json.mg == null ? null : micrograms(json.mg),
        outcome: json.outcome ?? null,
        outcomeMinutes: json.outcomeMinutes ?? null,
      }
    case 'symptom':
      return { ...base, kind: 'symptom', code: json.code, present: json.present }
    case 'answer':
      return { ...base, kind: 'answer', question: json.question, value: json.value }
    case 'note':
      return { ...base, kind: 'note', text: json.text }
  }
}

/** The entry as JSON; what is not known is left out. */
export function entryToJson(entry: Entry): EntryJson {
  const base = { id: entry.id, at: formatStamp(entry), ...(entry.by === null ? {} : { by: entry.by }) }
  switch (entry.kind) {
    case 'temperature':
      return { ...base, kind: 'temperature', celsius: centiToCelsius(entry.temperature), site: entry.site }
    case 'dose':
      return {
        ...base,
        kind: 'dose',
        ...(entry.productId === null ? {} : { productId: entry.productId }),
        ...(entry.ingredient === null ? {} : { ingredient: entry.ingredient }),
        ...(entry.medicine === null ? {} : { medicine: entry.medicine }),
        ...(entry.antipyretic === null ? {} : { antipyretic: entry.antipyretic }),
        ...(entry.volume === null ? {} : { ml: toMl(entry.volume) }),
        ...(entry.pieces === null ? {} : { count: toCount(entry.pieces) }),
        ...(entry.mass === null ? {} : { mg: toMg(entry.mass) }),
        ...(entry.outcome === null ? {} : { outcome: entry.outcome }),
        ...(entry.outcomeMinutes === null ? {} : { outcomeMinutes: entry.outcomeMinutes }),
      }
    case 'symptom':
      return { ...base, kind: 'symptom', code: entry.code, present: entry.present }
    case 'answer':
      return { ...base, kind: 'answer', question: entry.question, value: entry.value }
    case 'note':
      return { ...base, kind: 'note', text: entry.text }
  }
}
