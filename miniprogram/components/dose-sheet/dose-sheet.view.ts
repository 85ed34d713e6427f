import { indexProducts, ingredientsOf } from '../../../shared/dosing/contents.ts'
import { doseQuestion } from '../../../shared/dosing/question.ts'
import type { ProductForm } from '../../../shared/record/product.ts'
import { toMg } from '../../../shared/units/medicine.ts'
import type { Grams } from '../../../shared/units/weight.ts'
import { ingredientName, pieceName } from '../../../shared/words/medicine.ts'
import type { Tone } from '../../views/verdict-tone.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { saveTextOf, textsOf, timeChipsOf } from '../../views/sheet-context.ts'
import type { TimeChipsView, TimeChoice } from '../../views/time-choice.ts'
import { questionOf, stepOf, unitOf, type DoseDraft } from './dose-draft.ts'
import type { ProductCard } from './product-card.ts'

/** What the sheet is told beside the context. */
export interface DoseSheetInput {
  readonly context: SheetContext
  readonly cards: readonly ProductCard[]
  readonly weight: Grams | null
  /** Whether 我要喂 can be said instead. */
  readonly mayAnnounce?: boolean
}

/** What the guard says, as the sheet shows it. */
export interface VerdictView {
  readonly tone: Tone
  readonly title: string
  readonly sentence: string
  /** When the phones of the others were last heard from; empty where nobody could ask. */
  readonly heard: string
  /** Where what the guard lacks can be filled in, and the words that lead there; '' where it lacks nothing of the kind. */
  readonly fillPage?: string
  readonly fillText?: string
}

export interface DoseSheetView {
  readonly title: string
  readonly productsLabel: string
  readonly products: readonly {
    readonly id: string
    readonly name: string
    readonly detail: string
    readonly mark: string
    readonly isChosen: boolean
  }[]
  /** Beside the chosen medicine: a tap on it shows the others again. */
  readonly changeText: string
  readonly isOther: boolean
  readonly name: string
  readonly nameLabel: string
  readonly namePlaceholder: string
  readonly antipyreticLabel: string
  readonly antipyretics: readonly { readonly value: string; readonly name: string }[]
  readonly antipyretic: string
  readonly showsAmount: boolean
  readonly amountLabel: string
  readonly amount: string
  readonly canLess: boolean
  readonly contains: string
  readonly isTyping: boolean
  readonly lastDoses: readonly string[]
  readonly time: TimeChipsView
  readonly outcomeLabel: string
  readonly outcomes: readonly { readonly value: string; readonly name: string }[]
  readonly outcome: string
  /** 我要喂, beside 已经喂了; empty where it makes no sense. */
  readonly announceText: string
  readonly saveText: string
  readonly saveNote: string
  readonly canSave: boolean
  readonly lessText: string
  readonly moreText: string
  readonly typeText: string
  readonly backspaceText: string
  readonly closeText: string
  readonly deleteText: string
}

/** The tile for a medicine that is not in the cabinet. */
export const OTHER = 'other'

export function doseSheetView(draft: DoseDraft, input: DoseSheetInput): DoseSheetView {
  const { context, cards } = input
  const texts = textsOf(context)
  const card = cards.find(({ product }) => product.id === draft.productId)
  const isOther = draft.isChosen && draft.productId === null
  const time = timeChipsOf(draft.time, context)
  const missing = missingText(draft, texts.dose)
  const choices = [
    ...cards.map(({ product, name, detail, mark }) => ({
      id: product.id,
      name,
      detail,
      mark,
      isChosen: draft.isChosen && product.id === draft.productId,
    })),
    { id: OTHER, name: texts.dose.other, detail: texts.dose.otherHint, mark: 'plus', isChosen: isOther },
  ]
  return {
    title: context.isEdit ? texts.dose.editTitle : texts.dose.titleOf(context.childName),
    productsLabel: cards.length === 0 ? texts.dose.cabinetEmpty : texts.dose.products,
    products: draft.isChosen ? choices.filter(({ isChosen }) => isChosen) : choices,
    changeText: draft.isChosen ? texts.dose.changeMedicine : '',
    isOther,
    name: draft.name,
    nameLabel: texts.dose.name,
    namePlaceholder: texts.dose.namePlaceholder,
    antipyreticLabel: texts.dose.antipyretic,
    antipyretics: (['yes', 'no', 'unknown'] as const).map((value) => ({ value, name: texts.dose[value] })),
    antipyretic: draft.antipyretic,
    showsAmount: draft.isChosen,
    amountLabel: texts.dose.amount,
    amount: amountText(draft, formOf(card, draft), context),
    canLess: (draft.amount ?? 0) > stepOf(formOf(card, draft)),
    contains: card ? containsText(draft, card, input) : '',
    isTyping: draft.typed !== null,
    lastDoses: card ? card.last : [],
    time,
    outcomeLabel: context.isEdit ? texts.dose.outcome : '',
    outcomes: (['kept', 'vomited', 'spat'] as const).map((value) => ({ value, name: texts.dose[value] })),
    outcome: draft.outcome ?? 'kept',
    announceText:
      input.mayAnnounce && missing === '' && isNow(draft.time) ? texts.dose.announceFor(context.childName) : '',
    saveText: context.isEdit ? saveTextOf(context) : texts.dose.givenFor(context.childName),
    saveNote: missing,
    canSave: missing === '' && !time.isFuture,
    lessText: texts.dose.less,
    moreText: texts.dose.more,
    typeText: texts.dose.typeAmount,
    backspaceText: texts.temperature.backspace,
    closeText: texts.common.cancel,
    deleteText: context.isEdit ? texts.common.delete : '',
  }
}

/** What was given a while ago is not about to be given. */
const isNow = (time: TimeChoice): boolean => time.kind === 'ago' && time.minutes === 0

/** Another medicine is most often a syrup, unless it was written down in pieces. */
export const formOf = (card: ProductCard | undefined, { isPieces }: Pick<DoseDraft, 'isPieces'>): ProductForm =>
  card?.product.form ?? (isPieces ? 'other' : 'liquid')

function missingText({ isChosen, productId, name }: DoseDraft, dose: ReturnType<typeof textsOf>['dose']): string {
  if (!isChosen) return dose.needsMedicine
  return productId === null && name.trim() === '' ? dose.needsName : ''
}

function amountText({ amount, typed }: DoseDraft, form: ProductForm, context: SheetContext): string {
  const unit = unitOf(form) === 'ml' ? 'mL' : pieceName(form, context.language)
  if (typed !== null) return `${typed === '' ? '–' : typed} ${unit}`
  return amount === null ? textsOf(context).dose.amountUnknown : `${amount / 1000} ${unit}`
}

/** `100 mg · 7 mg/kg` per ingredient: what the amount holds, reckoned from the label. */
function containsText(draft: DoseDraft, { product }: ProductCard, { context, weight }: DoseSheetInput): string {
  const texts = textsOf(context)
  const question = questionOf(draft, product.form)
  if (!question || draft.amount === null || product.ingredients.length === 0) return ''
  const { ingredients } = ingredientsOf(doseQuestion(question), indexProducts([product]))
  const parts = ingredients.map(({ ingredient, mass }) => {
    const name = ingredients.length > 1 ? `${ingredientName(ingredient, context.language)} ` : ''
    if (mass === null) return name + texts.dose.noMass
    const perKg = weight === null ? null : perKgText(mass / weight)
    return name + texts.dose.contains(String(Math.round(toMg(mass) * 10) / 10), perKg)
  })
  return [...parts, ...(weight === null ? [texts.dose.noWeight] : [])].join('\n')
}

/** To a tenth; what is less is no 0, and keeps its first digit. */
const perKgText = (perKg: number): string =>
  String(perKg > 0 && perKg < 0.1 ? Number(perKg.toPrecision(1)) : Math.round(perKg * 10) / 10)
