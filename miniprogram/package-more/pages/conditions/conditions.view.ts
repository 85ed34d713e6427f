import { CONDITIONS, conditionOf } from '../../../../shared/child/conditions.ts'
import { allergenOf } from '../../../../shared/dosing/allergies.ts'
import { INGREDIENTS } from '../../../../shared/dosing/ingredients.ts'
import type { Language } from '../../../../shared/words/language.ts'
import { ingredientName } from '../../../../shared/words/medicine.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import { factBadge } from '../../fact-state.ts'
import { childTexts, type ChildTexts } from '../../texts/child.ts'

interface ConditionRow {
  readonly code: string
  readonly name: string
  readonly value: 'yes' | 'no' | 'never'
  readonly badge: string
  readonly note: string
}

export interface ConditionsView {
  readonly isLarge: boolean
  readonly gone: { readonly title: string; readonly text: string } | null
  readonly title: string
  readonly hint: string
  readonly answers: readonly Chip[]
  readonly groups: readonly { readonly title: string; readonly rows: readonly ConditionRow[] }[]
  readonly noteText: string
  readonly allergenText: string
  /** Of the picker: what is not in the list yet. */
  readonly allergens: readonly string[]
}

export function conditionsView(state: ScreenState, childId: string): ConditionsView {
  const { family, preferences } = state
  const { language } = preferences
  const words = childTexts(language)
  const child = family.children.find(({ id }) => id === childId)
  const rowsOf = (kind: 'allergy' | 'disease'): readonly ConditionRow[] =>
    codesOf(state, childId, kind).map((code) => rowOf(code, state, childId, words))
  return {
    isLarge: preferences.isLarge,
    gone: child ? null : words.gone,
    title: child?.name ?? '',
    hint: words.conditionsHint,
    answers: [
      { value: 'yes', name: words.present },
      { value: 'no', name: words.absent },
      { value: 'never', name: words.never },
    ],
    groups: [
      { title: words.allergies, rows: rowsOf('allergy') },
      { title: words.diseases, rows: rowsOf('disease') },
    ],
    noteText: words.note,
    allergenText: words.allergen,
    allergens: allergensOf(state, childId).map((code) => ingredientName(code, language)),
  }
}

/** The ingredients one could be allergic to that the page does not list, by their codes. */
export function allergensOf(state: ScreenState, childId: string): readonly string[] {
  const listed = new Set(codesOf(state, childId, 'allergy'))
  return INGREDIENTS.map(({ code }) => code as string).filter((code) => !listed.has(`${code}_allergy`))
}

/** `哮喘`, `萘普生过敏`; the code itself of what a file brought along. */
export function conditionName(code: string, language: Language, words: Pick<ChildTexts, 'allergenOf'>): string {
  const allergen = allergenOf(code)
  return (
    conditionOf(code)?.[language] ?? (allergen === null ? code : words.allergenOf(ingredientName(allergen, language)))
  )
}

/** The vocabulary, then what the family added of the same kind. */
function codesOf({ family }: ScreenState, childId: string, kind: 'allergy' | 'disease'): readonly string[] {
  const listed = CONDITIONS.filter((term) => term.kind === kind).map(({ code }) => code as string)
  const added = family.conditions
    .filter((one) => one.childId === childId && conditionOf(one.code) === null)
    .map(({ code }) => code)
    .filter((code) => code.endsWith('_allergy') === (kind === 'allergy'))
  return [...listed, ...added]
}

function rowOf(code: string, { family, preferences }: ScreenState, childId: string, words: ChildTexts): ConditionRow {
  const said = family.conditions.find((one) => one.childId === childId && one.code === code)
  return {
    code,
    name: conditionName(code, preferences.language, words),
    value: said ? (said.present ? 'yes' : 'no') : 'never',
    badge: said ? factBadge(said, family, words) : '',
    note: said?.note ?? '',
  }
}
