import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { ingredientName, productName } from '../../../../shared/words/medicine.ts'
import type { Preferences } from '../../../stores/preferences.store.ts'
import type { Texts } from '../../../texts/texts.ts'
import { strengthsOf } from '../../../views/strengths.ts'
import { oneLineTexts } from '../../texts/one-line.ts'
import type { DraftLine } from './draft-line.ts'

type DoseContent = Extract<EntryContent, { kind: 'dose' }>

export interface Choice {
  readonly value: string
  readonly name: string
}

/** Not in the cabinet: by the name or the ingredient that was read. */
const AS_WRITTEN = 'as-written'
/** None of these: the sheet has them all. */
export const ANOTHER = 'another'

/** What a dose may have been: every product that fits its name and its unit, each with its strength. Never one by itself. */
export function medicineChoices(
  dose: DoseContent,
  cabinet: readonly Product[],
  { language }: Pick<Preferences, 'language'>,
  texts: Texts,
): readonly Choice[] {
  const name = dose.medicine ?? (dose.ingredient == null ? null : ingredientName(dose.ingredient, language))
  return [
    ...cabinet
      .filter((product) => fits(dose, product))
      .map((product) => {
        const strengths = strengthsOf(product, language, texts)
        return { value: product.id, name: [productName(product.name), ...strengths].join(' · ') }
      }),
    ...(name === null ? [] : [{ value: AS_WRITTEN, name: oneLineTexts(language).asWritten(name) }]),
    { value: ANOTHER, name: oneLineTexts(language).another },
  ]
}

function fits(dose: DoseContent, { name, form, ingredients }: Product): boolean {
  const isMeasured = form === 'liquid' || form === 'drops'
  if (dose.ml != null && !isMeasured) return false
  if (dose.count != null && isMeasured) return false
  if (dose.ingredient != null) return ingredients.some(({ code }) => code === dose.ingredient)
  return dose.medicine == null || name.includes(dose.medicine) || dose.medicine.includes(productName(name))
}

/** The line with the medicine it was; the amount stays as it was written. */
export function withMedicine(line: DraftLine, value: string): DraftLine {
  if (line.content.kind !== 'dose') return line
  if (value === AS_WRITTEN) return { ...line, isSettled: true }
  const { ingredient: _ingredient, medicine: _medicine, antipyretic: _antipyretic, ...rest } = line.content
  return { ...line, content: { ...rest, productId: value }, isSettled: true }
}
