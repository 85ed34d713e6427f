import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import { findImplausible, type Implausible } from '../../../shared/analysis/plausibility.ts'
import type { ChildRecord } from '../../../shared/record/child-record.ts'
import { entryFromJson } from '../../../shared/record/entry-json.ts'
import type { ProductForm } from '../../../shared/record/product.ts'
import { centiToCelsius } from '../../../shared/units/temperature.ts'
import { LANGUAGES } from '../../../shared/words/language.ts'
import type { TemperatureUnit } from '../../../shared/words/measure.ts'
import { ingredientName } from '../../../shared/words/medicine.ts'
import type { TemperatureContent } from '../../views/entry-content.ts'
import type { ChoiceDraft } from '../choice-sheet/choice-draft.ts'
import { doseContent, type DoseDraft } from '../dose-sheet/dose-draft.ts'
import { readingOfDigits, type TemperatureDraft } from '../temperature-sheet/temperature-draft.ts'

/** The reading as an entry; null until it is complete. */
export function temperatureContent(
  { digits, site }: TemperatureDraft,
  unit: TemperatureUnit,
  at: string,
): TemperatureContent | null {
  const reading = readingOfDigits(digits, unit)
  return reading === null ? null : { kind: 'temperature', at, celsius: centiToCelsius(reading), site }
}

/** What is odd about a reading among those of the record; null when nothing is. `entryId`: the one it replaces. */
export function oddityOf(
  content: TemperatureContent,
  entryId: string | null,
  { entries }: ChildRecord,
): Implausible['reason'] | null {
  const id = entryId ?? 'the one being written'
  const others = entries.filter((entry) => entry.id !== id)
  const found = findImplausible([...others, entryFromJson({ ...content, id })])
  return found.find((one) => one.entryId === id)?.reason ?? null
}

/** The changed dose: what the sheet does not show (an ingredient, an amount in mg, a time of vomiting) stays as it was. */
export function editedDose(
  draft: DoseDraft,
  form: ProductForm,
  at: string,
  before: Extract<EntryContent, { kind: 'dose' }>,
): EntryContent {
  const next = doseContent(draft, form, at)
  const isSameMedicine = draft.productId === (before.productId ?? null)
  if (!isSameMedicine) return next
  const { medicine, ...rest } = next
  const isIngredient = before.ingredient != null && isNameOf(medicine ?? '', before.ingredient)
  return {
    ...rest,
    ...(isIngredient ? { ingredient: before.ingredient } : medicine == null ? {} : { medicine }),
    ...(draft.amount === null && before.mg != null ? { mg: before.mg } : {}),
    ...(draft.outcome === before.outcome && before.outcomeMinutes != null
      ? { outcomeMinutes: before.outcomeMinutes }
      : {}),
  }
}

/** Whether a name is what the sheet calls an ingredient that was written down without one. */
const isNameOf = (name: string, ingredient: string): boolean =>
  name === '' || LANGUAGES.some((language) => name === ingredientName(ingredient, language))

/** A symptom or an answer with another value or time. */
export function changedChoice(before: EntryContent, { value }: ChoiceDraft, at: string): EntryContent {
  if (before.kind === 'symptom') return { ...before, at, present: value === 'yes' }
  if (before.kind === 'answer')
    return { ...before, at, value: value === 'yes' ? 'yes' : value === 'no' ? 'no' : 'unknown' }
  return before
}
