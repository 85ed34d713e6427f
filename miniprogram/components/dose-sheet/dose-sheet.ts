import type { DoseOutcome, YesNoUnknown } from '../../../shared/record/entry.ts'
import type { Grams } from '../../../shared/units/weight.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { NOW, type TimeChoice } from '../../views/time-choice.ts'
import { amountOf, givenOf, questionOf, stepped, typedAfter, type DoseDraft } from './dose-draft.ts'
import { OTHER, doseSheetView, formOf, type DoseSheetView, type VerdictView } from './dose-sheet.view.ts'
import type { ProductCard } from './product-card.ts'

const EMPTY: DoseDraft = {
  productId: null,
  isChosen: false,
  name: '',
  antipyretic: 'unknown',
  amount: null,
  typed: null,
  outcome: null,
  time: NOW,
}

const asksAnew = (before: DoseDraft, draft: DoseDraft): boolean =>
  before.isChosen !== draft.isChosen ||
  before.productId !== draft.productId ||
  before.amount !== draft.amount ||
  before.antipyretic !== draft.antipyretic

/**
 * A dose that was given, or is about to be. Asks the guard (`ask`) whenever the dose becomes another one, and shows what it is told of it.
 * Tells `save` or `announce` with the draft, `remove` and `close`.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    context: { type: Object, value: {} as SheetContext },
    cards: { type: Array, value: [] as ProductCard[] },
    weight: { type: Number, value: 0 },
    mayAnnounce: Boolean,
    initial: { type: Object, value: EMPTY },
    isChecking: Boolean,
    checkingText: String,
    verdict: { type: Object, value: null as unknown as VerdictView },
  },
  data: { _draft: EMPTY, view: {} as DoseSheetView },
  observers: {
    /** Another phone has logged something. */
    cards() {
      if (this.data.view.title) this.change({})
    },
  },
  lifetimes: {
    attached() {
      this.change(this.data.initial)
    },
  },
  methods: {
    change(next: Partial<DoseDraft>) {
      const before = this.data._draft
      const draft = { ...before, ...next }
      const { context, weight, mayAnnounce } = this.data
      const cards = this.data.cards
      const known = { context, cards, weight: weight === 0 ? null : (weight as Grams), mayAnnounce }
      const view = doseSheetView(draft, known)
      this.setData({ _draft: draft, view })
      if (asksAnew(before, draft)) {
        const form = formOf(this.card(), draft)
        this.triggerEvent('ask', { question: questionOf(draft, form), given: givenOf(draft, form) })
      }
    },
    card(): ProductCard | undefined {
      return this.data.cards.find(({ product }) => product.id === this.data._draft.productId)
    },
    onProduct(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      if (this.data.view.products.some((product) => product.id === id && product.isChosen)) {
        this.change({ isChosen: false, typed: null })
        return
      }
      if (id === OTHER) {
        this.change({ productId: null, isChosen: true, amount: null, typed: null })
        return
      }
      const card = this.data.cards.find(({ product }) => product.id === id)
      this.change({ productId: id, isChosen: true, amount: card?.lastAmount ?? null, typed: null })
    },
    onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ name: detail.value })
    },
    onAntipyretic({ detail }: WechatMiniprogram.CustomEvent<{ value: YesNoUnknown }>) {
      this.change({ antipyretic: detail.value })
    },
    onStep({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
      this.change({
        amount: stepped(this.data._draft.amount, detail.by, formOf(this.card(), this.data._draft)),
        typed: null,
      })
    },
    onType() {
      this.change({ typed: this.data._draft.typed === null ? '' : null })
    },
    onKey({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const typed = typedAfter(this.data._draft.typed ?? '', detail.key)
      this.change({ typed, amount: amountOf(typed) })
    },
    onOutcome({ detail }: WechatMiniprogram.CustomEvent<{ value: DoseOutcome }>) {
      this.change({ outcome: detail.value })
    },
    onTime({ detail }: WechatMiniprogram.CustomEvent<{ choice: TimeChoice }>) {
      this.change({ time: detail.choice })
    },
    onSave() {
      if (this.data.view.canSave) this.triggerEvent('save', this.said())
    },
    onAnnounce() {
      if (this.data.view.canSave) this.triggerEvent('announce', this.said())
    },
    said() {
      return { draft: this.data._draft, form: formOf(this.card(), this.data._draft) }
    },
    onFill() {
      this.triggerEvent('fill')
    },
    onRemove() {
      this.triggerEvent('remove')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
