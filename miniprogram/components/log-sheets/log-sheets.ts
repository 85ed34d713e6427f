import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import { weightAt } from '../../../shared/dosing/body-weight.ts'
import type { ProductForm } from '../../../shared/record/product.ts'
import { formatStamp } from '../../../shared/time/instant.ts'
import { entryOf } from '../../stores/records/child-record.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import { textsIn } from '../../texts/texts.ts'
import { doseOf, type IntentCard } from '../../views/intent-card.view.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { momentOf, type TimeChoice } from '../../views/time-choice.ts'
import { clock, core, knock, openPage, phoneOffsetMinutes, child as currentChildStore } from '../../wiring.ts'
import type { ChoiceDraft } from '../choice-sheet/choice-draft.ts'
import { doseContent, type DoseDraft } from '../dose-sheet/dose-draft.ts'
import type { ProductCard } from '../dose-sheet/product-card.ts'
import type { NoteDraft } from '../note-sheet/note-draft.ts'
import { alarmOf, lastSaid, type LastSaid } from '../symptom-sheet/symptom-sheet.view.ts'
import type { TemperatureDraft } from '../temperature-sheet/temperature-draft.ts'
import { announce } from './announce.ts'
import { answered, askAgain, askGuard, stopAsking } from './asking.ts'
import { changedChoice, editedDose, temperatureContent } from './content.ts'
import { refuse } from './not-taken.ts'
import { givenSheet, newSheet, sheetOf, type OpenSheet, type SheetKind } from './open-sheet.ts'
import { standsByAnnouncing, standsByDose, standsByReading } from './stands-by.ts'
import { cardsOf, contextOf, wordsOf } from './sheet-data.ts'
import { writeDown } from './write-down.ts'
import { aboutNothing, childOf, intentOf, type Subject } from './subject.ts'
import { NO_GUARD, type Asked, type Guard } from './verdict.ts'

const UNASKED: Pick<Guard, 'isChecking' | 'verdict'> = NO_GUARD
const NO_WORDS = { checking: '', intentTitle: '', settled: '', close: '' }
const NOTHING_SAID: Readonly<Record<string, LastSaid>> = {}
const CLOSED = { kind: '' } as { readonly kind: '' } | OpenSheet
/** A guest has nobody to tell. */
const hasOthers = (): boolean => core.account.state.get().open?.isLocal === false
const texts = () => textsIn(core.preferences.get().language)

/** Every way to write something down: the sheets, what is asked before saving, and undo. Pages call `open` and `openEntry`. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: { lifted: Boolean },
  data: {
    sheet: CLOSED,
    context: {} as SheetContext,
    cards: [] as readonly ProductCard[],
    weight: 0,
    guard: UNASKED,
    intent: null as IntentCard | null,
    words: NO_WORDS,
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
      else if (current) this.show(aboutNothing(current), newSheet(kind, core.preferences.get(), hasOthers()))
    },
    /** 喝水 +1, 尿了 +1: one tap and it is logged. */
    count(code: 'drinking' | 'urinated') {
      const current = currentChildStore.get()
      if (current) writeDown(aboutNothing(current), { kind: 'symptom', at: stampNow(), code, present: true })
    },
    /** What was not delivered, or has been changed on both sides, is looked at first. */
    openEntry(entryId: string) {
      const row = currentChildStore.get()?.rows.find(({ id }) => id === entryId)
      if (row && (row.failure || row.conflicting.length > 0)) openPage('/package-more/pages/review/review')
      else if (row) this.editEntry(row)
    },
    editEntry(row: EntryRow) {
      const current = childOf(row.childId)
      const problem = core.entries.refusal()
      if (problem) void refuse(problem)
      else if (current)
        this.show(
          { ...aboutNothing(current), row },
          sheetOf(entryOf(row), current.zone, core.preferences.get(), texts()),
        )
    },
    /** What became of an intent: 没喂 at once, 喂了 as a dose that is filled in already. */
    answerIntent(intentId: string, isGiven: boolean) {
      const intent = core.family.get().intents.find(({ id }) => id === intentId)
      const current = intent && childOf(intent.childId)
      if (!intent || !current) return
      const problem = core.entries.refusal()
      if (problem) {
        void refuse(problem)
      } else if (isGiven) {
        const { language } = core.preferences.get()
        this.show({ current, row: null, intent }, givenSheet(doseOf(intent), clock.now(), current.zone, language))
      } else {
        const denied = core.intents.deny(intent)
        if (!denied.ok) void refuse(denied.problem)
        else if (this.data.sheet.kind === 'intent') this.onClose()
      }
    },
    show(subject: Subject, sheet: OpenSheet) {
      subjects.set(this, subject)
      const { current } = subject
      const now = clock.now()
      const isDose = sheet.kind === 'dose'
      this.setData({
        context: contextOf(subject, now),
        cards: isDose ? cardsOf(current) : [],
        weight: isDose ? (weightAt(current.record, now, current.zone)?.weight ?? 0) : 0,
        guard: UNASKED,
        words: wordsOf(current),
        said: sheet.kind === 'symptom' ? lastSaid(current.record, now) : {},
        alarm: '',
        sheet,
      })
    },
    /** The record has moved on under an open sheet: what is said of the doses given, and the guard, move with it. */
    follow() {
      const subject = subjects.get(this)
      const current = subject && childOf(subject.current.child.id)
      if (!current) return
      subjects.set(this, { ...subject, current })
      const { sheet } = this.data
      if (sheet.kind === 'intent') this.setData({ intent: intentOf(sheet.intentId, current) })
      if (sheet.kind !== 'dose') return
      this.setData({ cards: cardsOf(current) })
      void askAgain(subjects.get(this)!, (guard) => this.showGuard(guard))
    },
    /** The sheet stays as it is under the page, and asks the guard anew once the gap is filled. */
    onFill() {
      const { verdict } = this.data.guard
      if (verdict?.fillPage) openPage(verdict.fillPage)
    },
    showGuard({ isChecking, verdict }: Guard) {
      this.setData({ guard: { isChecking, verdict } })
    },
    onClose() {
      subjects.delete(this)
      stopAsking()
      this.setData({ sheet: CLOSED })
    },
    stampOf(choice: TimeChoice): string {
      const at = momentOf(choice, clock.now(), subjects.get(this)!.current.zone)
      return formatStamp({ at, offsetMinutes: phoneOffsetMinutes(at) })
    },
    /** Writes it down; true when that has worked. */
    save(content: EntryContent): boolean {
      const subject = subjects.get(this)
      return subject !== undefined && writeDown(subject, content)
    },
    async onTemperature({ detail }: WechatMiniprogram.CustomEvent<{ draft: TemperatureDraft }>) {
      const subject = subjects.get(this)
      const { context } = this.data
      const content = temperatureContent(detail.draft, context.unit, this.stampOf(detail.draft.time))
      if (!subject || !content) return
      if (!(await standsByReading(content, subject, context.unit)) || !this.save(content)) return
      core.preferences.change({ site: content.site })
      this.onClose()
    },
    onAsk({ detail }: { readonly detail: Asked | { readonly given: null } }) {
      const subject = subjects.get(this)
      if (subject) void askGuard(detail, subject, (guard) => this.showGuard(guard))
    },
    /** 我要喂, once the guard has been heard: the sheet goes on with what happens next. */
    async onAnnounce({ detail }: WechatMiniprogram.CustomEvent<{ draft: DoseDraft; form: ProductForm }>) {
      const check = await answered()
      const subject = subjects.get(this)
      if (!subject || this.data.sheet.kind !== 'dose' || !(await standsByAnnouncing(check, subject.current))) return
      const at = this.stampOf(detail.draft.time)
      const said = announce(subject.current.child.id, doseContent(detail.draft, detail.form, at))
      if (!said.ok) {
        void refuse(said.problem)
        return
      }
      knock()
      stopAsking()
      this.setData({ sheet: { kind: 'intent', intentId: said.value } })
      this.follow()
    },
    onAnswer({ detail }: WechatMiniprogram.CustomEvent<{ intentId: string; isGiven: boolean }>) {
      this.answerIntent(detail.intentId, detail.isGiven)
    },
    async onDose({ detail }: WechatMiniprogram.CustomEvent<{ draft: DoseDraft; form: ProductForm }>) {
      const { draft, form } = detail
      const row = subjects.get(this)?.row
      if (!row && !(await standsByDose(this.data.guard.verdict))) return
      const at = this.stampOf(draft.time)
      const before = row?.content
      if (this.save(before?.kind === 'dose' ? editedDose(draft, form, at, before) : doseContent(draft, form, at)))
        this.onClose()
    },
    onSay({ detail }: WechatMiniprogram.CustomEvent<{ code: string; present: boolean }>) {
      const { code, present } = detail
      if (!this.save({ kind: 'symptom', at: stampNow(), code, present })) return
      const said = { ...this.data.said, [code]: { present, at: clock.now() } }
      this.setData({ said, alarm: present ? alarmOf(code, this.data.context) : '' })
    },
    onHistory() {
      const row = subjects.get(this)?.row
      if (!row) return
      this.onClose()
      openPage(`/package-more/pages/history/history?id=${row.id}`)
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

const stampNow = (): string => formatStamp({ at: clock.now(), offsetMinutes: phoneOffsetMinutes(clock.now()) })

const stops = new WeakMap<object, () => void>()

/** Beside the data, not in it: `setData` would copy the whole record at every opening. */
const subjects = new WeakMap<object, Subject>()
