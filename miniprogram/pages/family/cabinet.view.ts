import { ingredientOf } from '../../../shared/dosing/ingredients.ts'
import { formName } from '../../../shared/words/medicine.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import { productOf } from '../../stores/records/child-record.ts'
import type { ProductRecord } from '../../stores/records/family.ts'
import { markOf, type MedicineMark } from '../../views/entry-words.ts'
import { strengthsOf } from '../../views/strengths.ts'

/** One medicine of the cabinet. */
export interface CabinetRow {
  readonly id: string
  readonly mark: MedicineMark
  /** As on its box. */
  readonly name: string
  /** Of each ingredient. */
  readonly strengths: readonly string[]
  readonly form: string
  /** What its label allows; empty when nobody has copied it. */
  readonly label: string
}

export const cabinetView = (state: ScreenState): readonly CabinetRow[] =>
  state.family.products.map((product) => rowOf(product, state))

function rowOf(record: ProductRecord, { preferences, texts }: ScreenState): CabinetRow {
  const product = productOf(record)
  const strengths = strengthsOf(product, preferences.language, texts)
  const antipyretic = product.ingredients.find(({ code }) => ingredientOf(code)?.antipyretic)
  const limits = [
    product.minAgeMonths === null ? '' : texts.family.labelAge(product.minAgeMonths),
    product.maxDosesPerDay === null ? '' : texts.family.labelDoses(product.maxDosesPerDay),
  ].filter((part) => part !== '')
  return {
    id: product.id,
    mark: markOf(antipyretic?.code ?? ''),
    name: product.name,
    strengths: strengths.length === 0 ? [texts.family.nothingInIt] : strengths,
    form: formName(product.form, preferences.language),
    label: limits.length === 0 ? '' : texts.family.label(limits),
  }
}
