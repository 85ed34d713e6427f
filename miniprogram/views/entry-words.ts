import type { Product } from '../../shared/record/product.ts'
import type { DoseEntry, Entry } from '../../shared/record/entry.ts'
import { ingredientsOf, indexProducts } from '../../shared/dosing/contents.ts'
import { siteName, temperatureText } from '../../shared/words/measure.ts'
import { doseText } from '../../shared/words/medicine.ts'
import { absenceText, symptomName } from '../../shared/words/symptom.ts'
import type { Preferences } from '../stores/preferences.store.ts'
import type { Texts } from '../texts/texts.ts'

/** What an entry says, in a few words, and what stands beside it in small ones. */
export interface EntryWords {
  readonly title: string
  readonly detail: string
}

export function entryWords(
  entry: Entry,
  products: readonly Product[],
  { language, unit }: Preferences,
  texts: Texts,
): EntryWords {
  switch (entry.kind) {
    case 'temperature':
      return { title: temperatureText(entry.temperature, unit), detail: siteName(entry.site, language) }
    case 'dose':
      return { title: doseText(entry, products, language), detail: outcomeText(entry, texts) }
    case 'symptom':
      return { title: (entry.present ? symptomName : absenceText)(entry.code, language), detail: '' }
    case 'answer': {
      const { questions, answer, answerOf } = texts.entry
      return { title: answerOf(questions[entry.question], answer[entry.value]), detail: '' }
    }
    case 'note':
      return { title: entry.text, detail: '' }
  }
}

const outcomeText = ({ outcome }: DoseEntry, { dose }: Texts): string =>
  outcome === null || outcome === 'kept' ? '' : dose[outcome]

/** The mark of a medicine, as on the chart: ◆ paracetamol, ▲ ibuprofen, ● any other. */
export type MedicineMark = 'paracetamol' | 'ibuprofen' | 'other'

export const markOf = (ingredient: string): MedicineMark =>
  ingredient === 'paracetamol' || ingredient === 'ibuprofen' ? ingredient : 'other'

export function markOfDose(dose: DoseEntry, products: readonly Product[]): MedicineMark {
  const held = ingredientsOf(dose, indexProducts(products)).ingredients.map(({ ingredient }) => markOf(ingredient))
  return held.find((mark) => mark === 'paracetamol') ?? held.find((mark) => mark === 'ibuprofen') ?? 'other'
}
