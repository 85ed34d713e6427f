import type { ProductForm } from '../../../../shared/record/product.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import type { ProductRecord } from '../../../stores/records/family.ts'
import { ask, closePage, core, phoneOffsetMinutes } from '../../../wiring.ts'
import { mended, wasKept } from '../../state-fact.ts'
import { cabinetTexts } from '../../texts/cabinet.ts'
import {
  draftOf,
  EMPTY,
  presetDraft,
  PRESETS,
  productContent,
  type IngredientDraft,
  type ProductDraft,
} from './product-draft.ts'
import { choicesOf, productView, strengthQuestion, type ProductPage, type ProductView } from './product.view.ts'

type ProductOpen = Omit<ProductPage, 'id'>
const NEW: ProductOpen = { draft: null, isSaved: false }
type Typed<Key extends string = string> = WechatMiniprogram.CustomEvent<{ value: string }, object, Record<Key, string>>
const language = () => screenState().preferences.language

/** 药: one medicine of the cabinet, as its box has it. Without an id: one that is not in it yet. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        productView(
          state,
          { ...(data._page as ProductOpen), id: (data.id as string) || null },
          fixedZone(phoneOffsetMinutes(state.now)),
        ),
      (spoken) => cabinetTexts(spoken).titles.product,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  properties: { id: String },
  data: { _page: NEW, _seen: null as ProductRecord | null, view: {} as ProductView },
  methods: {
    page(next: Partial<ProductOpen>) {
      this.setData({ _page: { ...this.data._page, ...next } })
      this.refresh()
    },
    product(): ProductRecord | null {
      return core.family.get().products.find(({ id }) => id === this.data.id) ?? null
    },
    now(): ProductDraft {
      const product = this.product()
      return this.data._page.draft ?? (product ? draftOf(product) : EMPTY)
    },
    /** The first change fixes what the person saw: somebody else may save meanwhile. */
    draft(next: Partial<ProductDraft>) {
      if (this.data._page.draft === null) this.setData({ _seen: this.product() })
      this.page({ draft: { ...this.now(), ...next }, isSaved: false })
    },
    onPreset(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const known = id === '' ? undefined : PRESETS[Number(id)]
      this.draft(known ? presetDraft(known) : EMPTY)
    },
    onField(event: Typed<'key'>) {
      this.draft({ [event.currentTarget.dataset.key]: event.detail.value })
    },
    onForm({ detail }: WechatMiniprogram.CustomEvent<{ value: ProductForm }>) {
      this.draft({ form: detail.value })
    },
    onIngredient({ detail }: Typed) {
      const code = choicesOf(this.now())[Number(detail.value)]
      if (code === undefined) return
      this.draft({ ingredients: [...this.now().ingredients, { code, mg: '', inMl: '1' }] })
    },
    onStrength(event: Typed<'code' | 'key'>) {
      const { code, key } = event.currentTarget.dataset
      this.part(code, { [key]: event.detail.value })
    },
    part(code: string, next: Partial<IngredientDraft>) {
      this.draft({ ingredients: this.now().ingredients.map((one) => (one.code === code ? { ...one, ...next } : one)) })
    },
    onDrop(event: Typed<'code'>) {
      const { code } = event.currentTarget.dataset
      this.draft({ ingredients: this.now().ingredients.filter((one) => one.code !== code) })
    },
    onOpened({ detail }: Typed) {
      if (detail.value <= this.data.view.today) this.draft({ openedOn: detail.value })
    },
    onOpenedClear() {
      this.draft({ openedOn: '' })
    },
    async onSave() {
      const { draft } = this.data._page
      if (draft === null || !this.data.view.canSave) return
      const words = cabinetTexts(language())
      const text = strengthQuestion(draft, language())
      if (text !== '' && !(await ask({ title: words.oddTitle, text, yes: words.keep, no: words.change }))) return
      const seen = this.data._seen
      const content = productContent(draft)
      if (!(await wasKept(seen ? core.facts.edit(seen, content) : core.facts.add(content)))) return
      if (seen === null) {
        // Where there is no page below, nothing may be added a second time.
        this.page({ draft: null })
        closePage()
        return
      }
      this.setData({ _seen: null })
      this.page({ draft: null, isSaved: true })
    },
    async onMend() {
      const product = this.product()
      if (product) await mended(product)
    },
    async onRemove() {
      const product = this.product()
      if (!product) return
      const { removeAsk, removeText, removeYes: yes, removeNo: no } = cabinetTexts(language())
      if (!(await ask({ title: removeAsk(product.name), text: removeText, yes, no }))) return
      if (await wasKept(core.facts.remove(product))) closePage()
    },
  },
})
