import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import { weightAt } from '../../../../shared/dosing/body-weight.ts'
import type { ProductForm } from '../../../../shared/record/product.ts'
import type { Site } from '../../../../shared/record/entry.ts'
import { formatStamp } from '../../../../shared/time/instant.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import type { ChoiceDraft } from '../../../components/choice-sheet/choice-draft.ts'
import type { DoseDraft } from '../../../components/dose-sheet/dose-draft.ts'
import { productCards, type ProductCard } from '../../../components/dose-sheet/product-card.ts'
import { changedChoice, editedDose, temperatureContent } from '../../../components/log-sheets/content.ts'
import { logAll } from '../../../components/log-sheets/log-all.ts'
import { sheetOf, type OpenSheet } from '../../../components/log-sheets/open-sheet.ts'
import type { TemperatureDraft } from '../../../components/temperature-sheet/temperature-draft.ts'
import type { LogProblem } from '../../../services/entries/entries.ts'
import { productOf } from '../../../stores/records/child-record.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import type { SheetContext } from '../../../views/sheet-context.ts'
import { situationOf } from '../../../views/situation.ts'
import { momentOf, type TimeChoice } from '../../../views/time-choice.ts'
import { ask, child, clock, closePage, core, knock, phoneOffsetMinutes, tell } from '../../../wiring.ts'
import { oneLineTexts } from '../../texts/one-line.ts'
import { questionsBefore } from './before-saving.ts'
import { entryOfLine, type DraftLine } from './draft-line.ts'
import { notesOf } from './left-over.ts'
import { ANOTHER, withMedicine } from './medicine-choice.ts'
import { oneLineView, type OneLineView } from './one-line.view.ts'
import { childOf, read, type Read, type Written } from './read-text.ts'
import { askServer } from './ask-server.ts'
import { NOTHING_HEARD, keyOf, questionOfLine, type Heard } from './server-checks.ts'

const NOTHING: Written = {
  childId: '',
  text: '',
  at: clock.now(),
  settled: {},
  site: null,
  keepsNote: true,
}
const CLOSED = { kind: '' } as { readonly kind: '' } | OpenSheet
const state = screenState

/** Whoever leaves the page by mistake finds the text again. */
let left: Written = NOTHING

/** 一句话: what is typed, dictated or pasted becomes drafts, each of which a person confirms. */
Component({
  behaviors: [
    screen(
      (now, data) => oneLineView(now, data._written as Written, data._heard as Heard),
      (language) => oneLineTexts(language).title,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: {
    _written: NOTHING,
    _key: '',
    _heard: NOTHING_HEARD,
    _isSaving: false,
    initial: '',
    sheet: CLOSED,
    context: {} as SheetContext,
    cards: [] as readonly ProductCard[],
    weight: 0,
    view: {} as OneLineView,
  },
  lifetimes: {
    attached() {
      const childId = child.get()?.child.id ?? ''
      const written = left.childId === childId ? left : { ...NOTHING, childId }
      this.setData({ initial: written.text })
      this.write(written)
    },
  },
  methods: {
    write(next: Partial<Written>) {
      left = { ...this.data._written, ...next }
      this.setData({ _written: left })
      this.refresh()
      void this.ask(({ key }) => this.data._heard[key] === undefined)
    },
    /** Asks the server about the doses that are to be asked about: it may know of one that this phone does not. */
    async ask(isToAsk: (asked: { readonly key: string }) => boolean) {
      const current = this.current()
      const { family, now } = state()
      const isOnline = current !== null && situationOf(current, state()).online
      if (!isOnline || family.id === null) return
      const questions = this.read(current)
        .lines.flatMap((line) => questionOfLine(line, now) ?? [])
        .filter((question) => isToAsk({ key: keyOf(question) }))
      if (questions.length === 0) return
      this.hear(Object.fromEntries(questions.map((question) => [keyOf(question), 'asking'])))
      this.hear(await askServer(questions, { familyId: family.id, childId: current.child.id }))
    },
    hear(heard: Heard) {
      this.setData({ _heard: { ...this.data._heard, ...heard } })
      this.refresh()
    },
    onText({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { childId } = this.data._written
      const fixed = childId === '' ? (child.get()?.child.id ?? '') : childId
      this.write({ childId: fixed, text: detail.value, at: clock.now() })
    },
    onSite({ detail }: WechatMiniprogram.CustomEvent<{ value: Site }>) {
      this.write({ site: detail.value })
    },
    onKeepNote() {
      this.write({ keepsNote: !this.data._written.keepsNote })
    },
    onMedicine(event: WechatMiniprogram.TouchEvent<object, object, { key: string; value: string }>) {
      const { key, value } = event.currentTarget.dataset
      const line = this.line(key)
      if (value === ANOTHER) this.open(key)
      else if (line) this.settle(withMedicine(line, value))
    },
    /** A tap on a draft opens its fields; on one that was dropped takes it back. */
    onLine(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      const line = this.line(event.currentTarget.dataset.key)
      if (line?.state === 'open') this.open(line.key)
      else if (line?.state === 'dropped') this.settle({ ...line, state: 'open' })
    },
    open(key: string) {
      const { now, preferences, texts, family } = state()
      const current = this.current()
      const line = this.line(key)
      if (!current || !line) return
      const { record, zone } = current
      const sheet = sheetOf(entryOfLine(line), zone, preferences, texts)
      const { language, unit } = preferences
      this.setData({
        _key: key,
        context: {
          childName: current.child.name,
          language,
          unit,
          now,
          zoneName: zone.name,
          offsetMinutes: zone.offsetMinutesAt(now),
          isEdit: true,
          isDraft: true,
        },
        cards:
          sheet.kind === 'dose'
            ? productCards(record, { now, zone, language, texts }, family.products.map(productOf))
            : [],
        weight: sheet.kind === 'dose' ? (weightAt(record, now, zone)?.weight ?? 0) : 0,
        sheet:
          sheet.kind === 'dose' && !line.isSettled
            ? { ...sheet, initial: { ...sheet.initial, productId: null, isChosen: false } }
            : sheet,
      })
    },
    onClose() {
      this.setData({ _key: '', sheet: CLOSED })
    },
    onDrop() {
      const line = this.line(this.data._key)
      if (line) this.settle({ ...line, state: 'dropped' })
      this.onClose()
    },
    onTemperature({ detail: { draft } }: WechatMiniprogram.CustomEvent<{ draft: TemperatureDraft }>) {
      const content = temperatureContent(draft, this.data.context.unit, this.stampOf(draft.time))
      if (content) this.changed(content)
    },
    onDose({ detail: { draft, form } }: WechatMiniprogram.CustomEvent<{ draft: DoseDraft; form: ProductForm }>) {
      const before = this.line(this.data._key)?.content
      if (before?.kind !== 'dose') return
      const content = editedDose(draft, form, this.stampOf(draft.time), before)
      // What was said in milligrams stays said, whichever product it turns out to be.
      this.changed(
        draft.amount === null && before.mg != null ? ({ ...content, mg: before.mg } as EntryContent) : content,
      )
    },
    onChoice({ detail: { draft } }: WechatMiniprogram.CustomEvent<{ draft: ChoiceDraft }>) {
      const before = this.line(this.data._key)?.content
      if (before) this.changed(changedChoice(before, draft, this.stampOf(draft.time)))
    },
    changed(content: EntryContent) {
      const line = this.line(this.data._key)
      if (line) this.settle({ ...line, content, isSettled: true, isSiteAssumed: false })
      this.onClose()
    },
    settle(line: DraftLine) {
      this.write({ settled: { ...this.data._written.settled, [line.key]: line } })
    },
    async onSave() {
      const problem = core.entries.refusal()
      const current = this.current()
      if (this.data._isSaving) return
      if (problem || !current || !this.data.view.canSave) {
        if (problem) await refuse(problem)
        return
      }
      const asked = this.data._written
      this.setData({ _isSaving: true })
      // While it was being asked the text can have become another one.
      if ((await this.isSure(current)) && asked === this.data._written) this.save(current)
      this.setData({ _isSaving: false })
    },
    /** Much may have been given since the drafts were first checked: the server is asked once more, and then the person. */
    async isSure(current: CurrentChild): Promise<boolean> {
      await this.ask(() => true)
      for (const question of questionsBefore(this.read(current), current, state()))
        if (!(await ask(question))) return false
      return true
    },
    save(current: CurrentChild) {
      const written = this.data._written
      const { log, lines } = this.read(current)
      const open = lines.filter((line) => line.state === 'open')
      const notes = written.keepsNote ? notesOf(log, stamp(written.at)) : []
      const logged = logAll(core, current.child.id, [...open.map(({ content }) => content), ...notes])
      if (logged.written > 0) knock()
      if (logged.problem === null) {
        if (written.site !== null) core.preferences.change({ site: written.site })
        left = NOTHING
        closePage()
        return
      }
      const saved = open.slice(0, logged.written).map((line) => [line.key, { ...line, state: 'saved' }] as const)
      this.write({ settled: { ...written.settled, ...Object.fromEntries(saved) } })
      void refuse(logged.problem)
    },
    current(): CurrentChild | null {
      return childOf(state(), this.data._written)
    },
    read(current: CurrentChild): Read {
      return read(this.data._written, current, state(), this.data._heard)
    },
    line(key: string): DraftLine | undefined {
      const current = this.current()
      return current ? this.read(current).lines.find((line) => line.key === key) : undefined
    },
    stampOf(choice: TimeChoice): string {
      return stamp(momentOf(choice, clock.now(), this.current()!.zone))
    },
  },
})

const stamp = (at: Parameters<typeof phoneOffsetMinutes>[0]): string =>
  formatStamp({ at, offsetMinutes: phoneOffsetMinutes(at) })

function refuse(problem: LogProblem): Promise<void> {
  const { texts } = state()
  return tell({ title: texts.problemTitle, text: texts.problems[problem], yes: texts.common.close })
}
