import type { DoseContent } from '../../views/entry-content.ts'
import { doseQuestion, type DoseQuestion, type DoseQuestionJson } from '../../../shared/dosing/question.ts'
import type { DoseOutcome, YesNoUnknown } from '../../../shared/record/entry.ts'
import type { ProductForm } from '../../../shared/record/product.ts'
import type { TimeChoice } from '../../views/time-choice.ts'

/** Thousandths of a millilitre or of a piece, so that no sum of steps drifts. */
export type Amount = number

/** A dose being written down. */
export interface DoseDraft {
  /** A product of the cabinet; null: another medicine, by its name. */
  readonly productId: string | null
  /** Whether a medicine has been chosen at all. */
  readonly isChosen: boolean
  readonly name: string
  readonly antipyretic: YesNoUnknown
  /** Of another medicine: its amount is counted in pieces instead of millilitres. */
  readonly isPieces?: boolean
  /** null: nobody has said how much. */
  readonly amount: Amount | null
  /** Digits being typed instead of stepped; null: no keypad. */
  readonly typed: string | null
  readonly outcome: DoseOutcome | null
  readonly time: TimeChoice
}

/** What the amount of a form is counted in. */
export type AmountUnit = 'ml' | 'count'

export const unitOf = (form: ProductForm): AmountUnit => (form === 'liquid' || form === 'drops' ? 'ml' : 'count')

const STEPS: Readonly<Record<ProductForm, Amount>> = {
  liquid: 500,
  drops: 100,
  sachet: 500,
  tablet: 500,
  capsule: 1000,
  suppository: 500,
  other: 500,
}
/** The amount one tap adds or takes away, and the least there is. */
export const stepOf = (form: ProductForm): Amount => STEPS[form]

const MOST: Amount = 999_000

/** The amount one step up or down; from nothing it begins with a whole one. Never below one step. */
export function stepped(amount: Amount | null, by: number, form: ProductForm): Amount {
  const step = stepOf(form)
  if (amount === null) return form === 'drops' ? step : 1000
  return Math.min(MOST, Math.max(step, amount + by * step))
}

/** Digits and one point, at most three digits on either side of it. */
export function typedAfter(typed: string, key: string): string {
  if (key === 'backspace') return typed.slice(0, -1)
  if (key === '.') return typed.includes('.') || typed === '' ? typed : `${typed}.`
  const [whole = '', part] = (typed + key).split('.')
  return whole.length > 3 || (part ?? '').length > 3 ? typed : typed + key
}

/** The amount typed; null where it is none yet. */
export function amountOf(typed: string): Amount | null {
  const amount = Math.round(Number(typed) * 1000)
  return typed !== '' && amount > 0 ? amount : null
}

/** The dose as an entry; `at` is an ISO stamp. */
export function doseContent(draft: DoseDraft, form: ProductForm, at: string): DoseContent {
  const { productId, name, antipyretic, outcome } = draft
  const medicine = productId === null ? { medicine: name.trim(), antipyretic } : { productId }
  return { kind: 'dose', at, ...medicine, ...amountJson(draft.amount, form), ...(outcome === null ? {} : { outcome }) }
}

/** What to ask the guard about the draft; null where there is nothing to ask yet, or nothing it could know. */
export function questionOf({ productId, amount }: DoseDraft, form: ProductForm): DoseQuestionJson | null {
  return productId === null ? null : { productId, ...amountJson(amount, form) }
}

/** The same for this phone, which can also say what it does not know of a medicine with a mere name. */
export function givenOf(draft: DoseDraft, form: ProductForm): DoseQuestion | null {
  if (!draft.isChosen) return null
  const question = doseQuestion(questionOf(draft, form) ?? {})
  return draft.productId === null ? { ...question, medicine: draft.name, antipyretic: draft.antipyretic } : question
}

function amountJson(amount: Amount | null, form: ProductForm): { ml?: number; count?: number } {
  if (amount === null) return {}
  return unitOf(form) === 'ml' ? { ml: amount / 1000 } : { count: amount / 1000 }
}
