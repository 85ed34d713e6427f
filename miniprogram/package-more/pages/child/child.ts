import { dateText, fixedZone, zoneOf, type Zone } from '../../../../shared/time/zone.ts'
import { toKg } from '../../../../shared/units/weight.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { childRecordOf } from '../../../stores/records/child-record.ts'
import type { Child, Family } from '../../../stores/records/family.ts'
import { ask, clock, closePage, core, openPage, phoneOffsetMinutes } from '../../../wiring.ts'
import { isRefused, mended, wasKept } from '../../state-fact.ts'
import { childTexts } from '../../texts/child.ts'
import { childContent, draftOf, newDraft, type ChildDraft } from './child-draft.ts'
import { childView, zonesOf, type ChildPage, type ChildView } from './child.view.ts'
import { typedAfter, weightOf, weightQuestion, type WeightDraft, type WeightUnit } from './weight-draft.ts'

/** What stands on the page besides the record, and besides whose it is. */
type ChildOpen = Omit<ChildPage, 'id'>
const NEW: ChildOpen = { draft: null, weight: null, isSaved: false }
const here = (): Zone => fixedZone(phoneOffsetMinutes(clock.now()))
const fresh = (): ChildDraft => newDraft(phoneOffsetMinutes(clock.now()))
const words = () => childTexts(screenState().preferences.language)

/** 孩子的档案: who the child is, its weights over time, allergies and history. Without an id: one that is not there yet. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        childView(state, { ...(data._page as ChildOpen), id: (data.id as string) || null }, here(), fresh()),
      (language) => childTexts(language).titles.child,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  properties: { id: String },
  data: { _page: NEW, _seen: null as Child | null, view: {} as ChildView },
  methods: {
    page(next: Partial<ChildOpen>) {
      this.setData({ _page: { ...this.data._page, ...next } })
      this.refresh()
    },
    child(): Child | null {
      return core.family.get().children.find(({ id }) => id === this.data.id) ?? null
    },
    /** The first change of a field fixes what the person saw: somebody else may save meanwhile. */
    draft(next: Partial<ChildDraft>) {
      const child = this.child()
      const { draft } = this.data._page
      if (draft === null) this.setData({ _seen: child })
      this.page({ draft: { ...(draft ?? (child ? draftOf(child) : fresh())), ...next }, isSaved: false })
    },
    onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.draft({ name: detail.value })
    },
    onBirthDate({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      // A wheel that ends today can still be turned further on some phones.
      if (detail.value <= this.data.view.today) this.draft({ birthDate: detail.value })
    },
    onSex({ detail }: WechatMiniprogram.CustomEvent<{ value: ChildDraft['sex'] }>) {
      this.draft({ sex: detail.value })
    },
    onZone({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const zone = zonesOf(this.data.view.draft)[Number(detail.value)]
      if (zone !== undefined) this.draft({ zone })
    },
    async onSave() {
      const { draft } = this.data._page
      const child = this.data._seen ?? this.child()
      if (!this.data.view.canSave || draft === null) return
      const content = childContent(draft)
      const stated = child === null ? core.facts.add(content) : core.facts.edit(child, content)
      if (!(await wasKept(stated)) || !stated.ok) return
      if (child === null) {
        core.preferences.change({ childId: stated.value.factId })
        // Where there is no page below, nothing may be added a second time.
        this.page({ draft: null })
        closePage()
        return
      }
      this.setData({ _seen: null })
      this.page({ draft: null, isSaved: true })
    },
    async onMend() {
      const child = this.child()
      if (child) await mended(child)
    },
    async onRemove() {
      const child = this.child()
      if (!child) return
      const { removeAsk, removeText, removeYes, no } = words()
      const entries = core.family.get().entries.filter(({ childId }) => childId === child.id).length
      const question = { title: removeAsk(child.name), text: removeText(child.name, entries), yes: removeYes, no }
      if ((await ask(question)) && (await wasKept(core.facts.remove(child)))) closePage()
    },
    onConditions() {
      openPage(`/package-more/pages/conditions/conditions?child=${this.data.id}`)
    },
    async onAddWeight() {
      const child = this.child()
      if (!child || (await isRefused())) return
      const on = dateText(clock.now(), zoneOf(child.timeZone, here()))
      this.page({ weight: { id: null, typed: '', unit: lastUnit, on } })
    },
    async onWeight({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const weight = weightRecord(core.family.get(), detail.key)
      if (!weight || (await isRefused()) || (await mended(weight))) return
      this.page({ weight: { id: weight.id, typed: String(weight.weightKg), unit: 'kg', on: weight.on } })
    },
    weight(next: Partial<WeightDraft>) {
      const { weight } = this.data._page
      if (weight) this.page({ weight: { ...weight, ...next } })
    },
    onKey({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.weight({ typed: typedAfter(this.data._page.weight?.typed ?? '', detail.key) })
    },
    onUnit({ detail }: WechatMiniprogram.CustomEvent<{ value: WeightUnit }>) {
      lastUnit = detail.value
      this.weight({ unit: detail.value })
    },
    onWeighedOn({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (detail.value <= this.data.view.today) this.weight({ on: detail.value })
    },
    async onSaveWeight() {
      const child = this.child()
      const { weight: draft } = this.data._page
      const said = draft && weightOf(draft)
      if (!child || !draft || said === null) return
      const family = core.family.get()
      const before = draft.id === null ? null : weightRecord(family, draft.id)
      const record = childRecordOf({ ...family, weights: family.weights.filter(({ id }) => id !== draft.id) }, child)
      const text = weightQuestion(draft, record.weights, record.child, words())
      const { weightAskTitle: title, weightKeep: yes, weightChange: no } = words()
      if (text !== null && !(await ask({ title, text, yes, no }))) return
      const weightKg = toKg(said)
      const content = { kind: 'weight', childId: child.id, on: draft.on, weightKg, confirmed: text !== null } as const
      if (await wasKept(before ? core.facts.edit(before, content) : core.facts.add(content))) this.onCloseWeight()
    },
    async onRemoveWeight() {
      const weight = weightRecord(core.family.get(), this.data._page.weight?.id ?? '')
      if (weight && (await wasKept(core.facts.remove(weight)))) this.onCloseWeight()
    },
    onCloseWeight() {
      this.page({ weight: null })
    },
  },
})

/** Whoever thinks in 斤 does so the next time too. */
let lastUnit: WeightUnit = 'kg'

const weightRecord = ({ weights }: Family, id: string) => weights.find((weight) => weight.id === id) ?? null
