import { INGREDIENTS } from '../../../../shared/dosing/ingredients.ts'
import { asksForContents } from '../../../../shared/dosing/known-products.ts'
import { oddStrengths } from '../../../../shared/dosing/odd-strength.ts'
import { PRODUCT_FORMS, type ProductForm } from '../../../../shared/record/product.ts'
import { dateText, type Zone } from '../../../../shared/time/zone.ts'
import { toMg, type Microgram } from '../../../../shared/units/medicine.ts'
import type { Language } from '../../../../shared/words/language.ts'
import { formName, ingredientName, pieceName } from '../../../../shared/words/medicine.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import { factBadge } from '../../fact-state.ts'
import { cabinetTexts, type CabinetTexts } from '../../texts/cabinet.ts'
import { childTexts } from '../../texts/child.ts'
import {
  draftOf,
  EMPTY,
  faultOf,
  isLiquid,
  presetName,
  PRESETS,
  productOfDraft,
  strengthOf,
  type IngredientDraft,
  type ProductDraft,
} from './product-draft.ts'

/** What stands on the page besides the record. */
export interface ProductPage {
  /** null: a medicine that is not in the cabinet yet. */
  readonly id: string | null
  readonly draft: ProductDraft | null
  readonly isSaved: boolean
}

interface IngredientRow extends IngredientDraft {
  readonly name: string
  readonly mgLabel: string
  readonly note: string
  readonly drop: string
}

const LABELS = [
  'presets',
  'hint',
  'name',
  'nameHint',
  'form',
  'ingredients',
  'ingredientsHint',
  'addIngredient',
  'mg',
  'inMl',
  'minAge',
  'minAgeHint',
  'maxDoses',
  'maxDosesHint',
  'opened',
  'openedClear',
  'openedText',
  'remove',
] as const satisfies readonly (keyof CabinetTexts)[]

export interface ProductView {
  readonly isLarge: boolean
  readonly gone: { readonly title: string; readonly text: string } | null
  readonly labels: Readonly<Record<(typeof LABELS)[number], string>>
  readonly isNew: boolean
  readonly badge: string
  readonly conflict: string
  /** Of known leaflets, for whoever begins. */
  readonly presets: readonly { readonly id: string; readonly name: string; readonly detail: string }[]
  readonly draft: ProductDraft
  readonly forms: readonly Chip[]
  readonly isLiquid: boolean
  readonly ingredients: readonly IngredientRow[]
  readonly choices: readonly string[]
  readonly contentsNote: string
  readonly openedText: string
  readonly today: string
  readonly saveText: string
  readonly canSave: boolean
}

export function productView(state: ScreenState, page: ProductPage, here: Zone): ProductView {
  const { family, preferences, now } = state
  const { language } = preferences
  const words = cabinetTexts(language)
  const product = family.products.find(({ id }) => id === page.id) ?? null
  const kept = product ? draftOf(product) : EMPTY
  const draft = page.draft ?? kept
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept)
  const fault = faultOf(draft)
  const states = childTexts(language)
  const hasParacetamol = draft.ingredients.some(({ code }) => code === 'paracetamol')
  return {
    isLarge: preferences.isLarge,
    gone: page.id !== null && product === null ? words.gone : null,
    labels: Object.fromEntries(LABELS.map((label) => [label, words[label]])) as ProductView['labels'],
    isNew: page.id === null,
    badge: product ? factBadge(product, family, states) : '',
    conflict: product && product.conflicts.length > 0 ? states.conflictText : '',
    presets: page.id === null && page.draft === null ? presetsOf(language, words) : [],
    draft,
    forms: PRODUCT_FORMS.map((value) => ({ value, name: formName(value, language) })),
    isLiquid: isLiquid(draft.form),
    ingredients: draft.ingredients.map((part) => ingredientRow(part, draft.form, language, words)),
    choices: choicesOf(draft).map((code) => ingredientName(code, language)),
    contentsNote: asksForContents(draft.name) && !hasParacetamol ? words.asksContents : '',
    openedText: draft.openedOn === '' ? words.openedEmpty : draft.openedOn,
    today: dateText(now, here),
    saveText: page.isSaved && !isChanged ? words.saved : fault === null ? words.save : words[fault],
    canSave: fault === null && isChanged,
  }
}

/** What can still be added to it, by code. */
export const choicesOf = ({ ingredients }: Pick<ProductDraft, 'ingredients'>): readonly string[] =>
  INGREDIENTS.map(({ code }) => code as string).filter((code) => !ingredients.some((part) => part.code === code))

const presetsOf = (language: Language, words: CabinetTexts): ProductView['presets'] => [
  ...PRESETS.map((known, index) => ({
    id: String(index),
    name: presetName(known),
    detail: known.ingredients
      .filter(({ perMl, perPiece }) => perMl !== null || perPiece !== null)
      .map(({ code, perMl, perPiece }) => {
        const amount = perMl === null ? `${toMg(perPiece!)} mg` : `${toMg(perMl)} mg/mL`
        return `${ingredientName(code, language)} ${amount}`
      })
      .join(language === 'zh' ? '、' : ', '),
  })),
  { id: '', name: words.presetOwn, detail: '' },
]

function ingredientRow(
  part: IngredientDraft,
  form: ProductForm,
  language: Language,
  words: CabinetTexts,
): IngredientRow {
  const name = ingredientName(part.code, language)
  const each = strengthOf(part, form)
  const reckoned = isLiquid(form) && each != null ? words.reckoned(String(toMg(each))) : ''
  return {
    ...part,
    name,
    mgLabel: isLiquid(form) ? words.mg : words.perPiece(pieceName(form, language)),
    note: each === undefined ? words.needsMg : each === null ? words.unknown : reckoned,
    drop: words.dropIngredient(name),
  }
}

/** What is to be asked before the draft is kept; '' when nothing is odd about it. */
export function strengthQuestion(draft: ProductDraft, language: Language): string {
  const words = cabinetTexts(language)
  const inUnit = (mass: Microgram): string =>
    isLiquid(draft.form) ? `${toMg(mass)} mg/mL` : `${toMg(mass)} mg/${pieceName(draft.form, language)}`
  return oddStrengths(productOfDraft(draft))
    .map(({ ingredient, reason, written, likely, known }) => {
      const because = words.reasons[reason](likely === null ? '' : inUnit(likely), known.map(inUnit).join(' / '))
      return words.odd(ingredientName(ingredient, language), inUnit(written), because)
    })
    .join('\n')
}
