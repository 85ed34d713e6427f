import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import { weightAt } from '../../../shared/dosing/body-weight.ts'
import type { ProductForm } from '../../../shared/record/product.ts'
import { formatStamp } from '../../../shared/time/instant.ts'
import { centiCelsius } from '../../../shared/units/temperature.ts'
import { temperatureText } from '../../../shared/words/measure.ts'
import { screenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import { entryOf, productOf } from '../../stores/records/child-record.ts'
import { textsIn } from '../../texts/texts.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { momentOf, type TimeChoice } from '../../views/time-choice.ts'
import { asksAgain } from '../../views/verdict-tone.ts'
import { ask, clock, core, knock, openPage, phoneOffsetMinutes, child as currentChildStore } from '../../wiring.ts'
import type { ChoiceDraft } from '../choice-sheet/choice-draft.ts'
import { doseContent, type DoseDraft } from '../dose-sheet/dose-draft.ts'
import { productCards, type ProductCard } from '../dose-sheet/product-card.ts'
import type { NoteDraft } from '../note-sheet/note-draft.ts'
import { alarmOf, lastSaid, type LastSaid } from '../symptom-sheet/symptom-sheet.view.ts'
import type { TemperatureDraft } from '../temperature-sheet/temperature-draft.ts'
import { changedChoice, editedDose, oddityOf, temperatureContent } from './content.ts'
import { refuse, wantsToMend } from './not-taken.ts'
import { newSheet, sheetOf, type OpenSheet, type SheetKind } from './open-sheet.ts'
import { NO_GUARD, guardHere, guardThere, type Asked, type Guard } from './verdict.ts'

/** The child a sheet was opened for, and the entry it changes as it was seen then. They stay the same until it closes. */
interface Subject {
  readonly current: CurrentChild
  readonly row: EntryRow | null
}

const NOT_ASKED: Pick<Guard, 'isChecking' | 'verdict'> = NO_GUARD
const NOTHING_SAID: Readonly<Record<string, LastSaid>> = {}
const CLOSED = { kind: '' } as { readonly kind: '' } | OpenSheet
const texts = () => textsIn(core.preferences.get().language)

/** Every way to write something down: the sheets, what is asked before saving, and undo. Pages call `open` and `openEntry`. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: { lifted: Boolean },
  data: {
    _asked: 0,
    sheet: CLOSED,
    context: {} as SheetContext,
    cards: [] as readonly ProductCard[],
    weight: 0,
    guard: NOT_ASKED,
    checkingText: '',
    said: NOTHING_SAID,
    alarm: '',
    undo: { text: '', action: '' },
  },
  observers: {
    'sheet.kind'(kind: string) {
      this.triggerEvent('cover', { isOpen: kind !== '' })
    },
  },
  lifetimes: {
    attached() {
      const show = (): void => {
        const undoable = core.undo.state.get()
        this.setData({ undo: { text: undoable ? texts().undo[undoable.what] : '', action: texts().common.undo } })
      }
      const stopUndo = core.undo.state.subscribe(show)
      const stopFollowing = core.family.subscribe(() => this.follow())
      stops.set(this, () => {
        stopUndo()
        stopFollowing()
      })
      show()
    },
    detached() {
      stops.get(this)?.()
      stops.delete(this)
    },
  },
  methods: {
    open(kind: SheetKind) {
      const current = currentChildStore.get()
      const problem = core.entries.refusal()
      if (problem) void refuse(problem)
      else if (current) this.show({ current, row: null }, newSheet(kind, core.preferences.get()))
    },
    /** 喝水 +1, 尿了 +1: one tap and it is logged. */
    count(code: 'drinking' | 'urinated') {
      const current = currentChildStore.get()
      if (!current) return
      const at = formatStamp({ at: clock.now(), offsetMinutes: phoneOffsetMinutes(clock.now()) })
      const logged = core.entries.log(current.child.id, { kind: 'symptom', at, code, present: true })
      if (logged.ok) knock()
      else void refuse(logged.problem)
    },
    async openEntry(entryId: string) {
      const current = currentChildStore.get()
      const row = current?.rows.find(({ id }) => id === entryId)
      if (!current || !row) return
      if (row.failure && !(await wantsToMend(row))) return
      const problem = core.entries.refusal()
      if (problem) void refuse(problem)
      else this.show({ current, row }, sheetOf(entryOf(row), current.zone, core.preferences.get(), texts()))
    },
    show(subject: Subject, sheet: OpenSheet) {
      subjects.set(this, subject)
      const { current, row } = subject
      const { language, unit } = core.preferences.get()
      const now = clock.now()
      const { record, zone } = current
      const isDose = sheet.kind === 'dose'
      this.setData({
        context: {
          childName: current.child.name,
          language,
          unit,
          now,
          zoneName: zone.name,
          offsetMinutes: zone.offsetMinutesAt(now),
          isEdit: row !== null,
        },
        cards: isDose ? cardsOf(current) : [],
        weight: isDose ? (weightAt(record, now, zone)?.weight ?? 0) : 0,
        guard: NO_GUARD,
        checkingText: texts().dose.checking,
        said: sheet.kind === 'symptom' ? lastSaid(record, now) : {},
        alarm: '',
        sheet,
      })
    },
    /** The record has moved on under an open sheet: what is said of the doses given, and the guard, move with it. */
    follow() {
      const subject = subjects.get(this)
      const current = currentChildStore.get()
      if (!subject || current?.child.id !== subject.current.child.id) return
      subjects.set(this, { ...subject, current })
      if (this.data.sheet.kind !== 'dose') return
      this.setData({ cards: cardsOf(current) })
      if (lastAsked) void this.onAsk({ detail: lastAsked })
    },
    onClose() {
      subjects.delete(this)
      lastAsked = null
      this.setData({ sheet: CLOSED, _asked: this.data._asked + 1 })
    },
    stampOf(choice: TimeChoice): string {
      const at = momentOf(choice, clock.now(), subjects.get(this)!.current.zone)
      return formatStamp({ at, offsetMinutes: phoneOffsetMinutes(at) })
    },
    /** Writes it down; true when that has worked. */
    save(content: EntryContent): boolean {
      const subject = subjects.get(this)
      if (!subject) return false
      const { current, row } = subject
      const logged = row ? core.entries.edit(row, content) : core.entries.log(current.child.id, content)
      if (logged.ok) knock()
      else void refuse(logged.problem)
      return logged.ok
    },
    async onTemperature({ detail }: WechatMiniprogram.CustomEvent<{ draft: TemperatureDraft }>) {
      const subject = subjects.get(this)
      const { context } = this.data
      const content = temperatureContent(detail.draft, context.unit, this.stampOf(detail.draft.time))
      if (!subject || !content) return
      const odd = oddityOf(content, subject.row?.id ?? null, subject.current.record)
      const { askTitle, ask: question, odd: reasons, keep, change } = texts().temperature
      const reading = temperatureText(centiCelsius(content.celsius), context.unit)
      const sure =
        odd === null || (await ask({ title: askTitle, text: question(reading, reasons[odd]), yes: keep, no: change }))
      if (!sure || !this.save(content)) return
      core.preferences.change({ site: content.site })
      this.onClose()
    },
    async onAsk({ detail }: { readonly detail: Asked | { readonly given: null } }) {
      lastAsked = detail.given ? detail : null
      const asked = this.data._asked + 1
      const subject = subjects.get(this)
      this.setData({ _asked: asked })
      if (!subject || subject.row || !detail.given) {
        this.setData({ guard: NO_GUARD })
        return
      }
      const here = guardHere(detail, subject.current, screenState())
      this.setData({ guard: { isChecking: here.isChecking, verdict: here.verdict } })
      lastCheck = here.check
      if (!here.isChecking) return
      const { verdict, check } = await guardThere(detail, here, subject.current, screenState())
      // The dose has become another one in the meantime.
      if (this.data._asked !== asked) return
      lastCheck = check
      this.setData({ guard: { isChecking: false, verdict } })
    },
    async onDose({ detail }: WechatMiniprogram.CustomEvent<{ draft: DoseDraft; form: ProductForm }>) {
      const { draft, form } = detail
      const row = subjects.get(this)?.row
      const { verdict } = this.data.guard
      const { askTitle, askTail, askYes, askNo } = texts().dose
      const stands = !row && verdict !== null && lastCheck !== null && asksAgain(lastCheck.verdict)
      if (stands && !(await ask({ title: askTitle, text: `${verdict.sentence}\n${askTail}`, yes: askYes, no: askNo })))
        return
      const at = this.stampOf(draft.time)
      const before = row?.content
      if (this.save(before?.kind === 'dose' ? editedDose(draft, form, at, before) : doseContent(draft, form, at)))
        this.onClose()
    },
    onSay({ detail }: WechatMiniprogram.CustomEvent<{ code: string; present: boolean }>) {
      const { code, present } = detail
      if (!this.save({ kind: 'symptom', at: this.stampOf({ kind: 'ago', minutes: 0 }), code, present })) return
      const said = { ...this.data.said, [code]: { present, at: clock.now() } }
      this.setData({ said, alarm: present ? alarmOf(code, this.data.context) : '' })
    },
    onQuestions() {
      this.onClose()
      openPage('/package-more/pages/questions/questions')
    },
    onNote({ detail: { draft } }: WechatMiniprogram.CustomEvent<{ draft: NoteDraft }>) {
      if (this.save({ kind: 'note', at: this.stampOf(draft.time), text: draft.text.trim() })) this.onClose()
    },
    onChoice({ detail: { draft } }: WechatMiniprogram.CustomEvent<{ draft: ChoiceDraft }>) {
      const before = subjects.get(this)?.row?.content
      if (before && this.save(changedChoice(before, draft, this.stampOf(draft.time)))) this.onClose()
    },
    onRemove() {
      const row = subjects.get(this)?.row
      if (!row) return
      const removed = core.entries.remove(row)
      if (!removed.ok) void refuse(removed.problem)
      else this.onClose()
    },
    onUndo() {
      core.undo.undo()
      const { sheet } = this.data
      const subject = subjects.get(this)
      const current = currentChildStore.get()
      if (sheet.kind !== 'symptom' || !subject || !current) return
      this.setData({ said: lastSaid(current.record, clock.now()), alarm: '' })
    },
  },
})

const stops = new WeakMap<object, () => void>()

/** Beside the data, not in it: `setData` would copy the whole record at every opening. */
const subjects = new WeakMap<object, Subject>()

/** What the guard was asked of the dose in the open sheet, and what it said; only one is ever open. */
let lastAsked: Asked | null = null
let lastCheck: Guard['check'] = null

const cardsOf = ({ record, zone }: CurrentChild): readonly ProductCard[] =>
  productCards(
    record,
    { now: clock.now(), zone, language: core.preferences.get().language, texts: texts() },
    core.family.get().products.map(productOf),
  )
