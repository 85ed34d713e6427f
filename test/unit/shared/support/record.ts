import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type {
  AnswerEntry,
  DoseEntry,
  Entry,
  NoteEntry,
  Site,
  SymptomEntry,
  TemperatureEntry,
} from '../../../../shared/record/entry.ts'
import type { Product } from '../../../../shared/record/product.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { HOUR, instant, parseStamp, type Instant } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { micrograms, microlitres } from '../../../../shared/units/medicine.ts'
import { centiCelsius } from '../../../../shared/units/temperature.ts'
import { grams } from '../../../../shared/units/weight.ts'

export const shanghai = fixedZone(480, 'Asia/Shanghai')

/** Hours since midnight of 15 January 2026 in Shanghai, or `16T02:10` of that month. */
export type When = number | string

const BASE = parseStamp('2026-01-15T00:00:00+08:00')!.at

export function at(when: When): Instant {
  if (typeof when === 'number') return instant(BASE + Math.round(when * HOUR))
  const stamp = parseStamp(`2026-01-${when}+08:00`)
  if (!stamp) throw new Error(`no time: ${when}`)
  return stamp.at
}

const base = (kind: string, when: When, id?: string) => ({
  id: id ?? `${kind}@${when}`,
  at: at(when),
  offsetMinutes: 480,
  by: null,
})

export const temperature = (when: When, celsius: number, site: Site = 'axillary', id?: string): TemperatureEntry => ({
  ...base(site === 'axillary' ? 't' : `t-${site}`, when, id),
  kind: 'temperature',
  temperature: centiCelsius(celsius),
  site,
})

const NOTHING = {
  productId: null,
  ingredient: null,
  medicine: null,
  antipyretic: null,
  volume: null,
  pieces: null,
  mass: null,
  outcome: null,
  outcomeMinutes: null,
} as const

export const dose = (when: When, given: Partial<DoseEntry>, id?: string): DoseEntry => ({
  ...base('d', when, id),
  kind: 'dose',
  ...NOTHING,
  ...given,
})

export const ibuprofen = (when: When, id?: string, mg = 100): DoseEntry =>
  dose(when, { ingredient: 'ibuprofen', mass: micrograms(mg) }, id ?? `ibu@${when}`)

export const paracetamol = (when: When, id?: string, mg = 180): DoseEntry =>
  dose(when, { ingredient: 'paracetamol', mass: micrograms(mg) }, id ?? `para@${when}`)

export const symptom = (when: When, code: string, present = true): SymptomEntry => ({
  ...base(`s-${code}`, when),
  kind: 'symptom',
  code,
  present,
})

export const answer = (when: When, question: AnswerEntry['question'], value: AnswerEntry['value']): AnswerEntry => ({
  ...base(`a-${question}`, when),
  kind: 'answer',
  question,
  value,
})

export const note = (when: When, text: string): NoteEntry => ({ ...base('n', when), kind: 'note', text })

export const MEILIN: Product = {
  id: 'meilin',
  name: '美林 布洛芬混悬液',
  form: 'liquid',
  minAgeMonths: 12,
  maxDosesPerDay: 4,
  ingredients: [{ code: 'ibuprofen', perMl: micrograms(20), perPiece: null }],
}

export const COLD_REMEDY: Product = {
  id: 'huangnamin',
  name: '小儿氨酚黄那敏颗粒',
  form: 'sachet',
  minAgeMonths: null,
  maxDosesPerDay: null,
  ingredients: [
    { code: 'paracetamol', perMl: null, perPiece: micrograms(125) },
    { code: 'chlorphenamine', perMl: null, perPiece: micrograms(0.5) },
  ],
}

export const TYLENOL: Product = {
  id: 'tylenol',
  name: '泰诺林 对乙酰氨基酚混悬液',
  form: 'liquid',
  minAgeMonths: null,
  maxDosesPerDay: 4,
  ingredients: [{ code: 'paracetamol', perMl: micrograms(32), perPiece: null }],
}

export const meilin = (when: When, ml: number, by: string | null = null): DoseEntry => ({
  ...dose(when, { productId: 'meilin', volume: microlitres(ml) }),
  by,
})

export const recordOf = (entries: readonly Entry[], more: Partial<ChildRecord> = {}): ChildRecord => ({
  child: { name: '乐乐', birthDate: '2022-11-03' as DateText, sex: 'male', timeZone: 'Asia/Shanghai' },
  weights: [{ on: '2026-01-10' as DateText, weight: grams(14.2) }],
  conditions: [],
  products: [MEILIN, COLD_REMEDY],
  ...more,
  entries,
})
