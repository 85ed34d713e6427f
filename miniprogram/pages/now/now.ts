import { screen } from '../../behaviors/screen.ts'
import type { SheetKind } from '../../components/log-sheets/open-sheet.ts'
import { absence, core, openPage, verdictNews } from '../../wiring.ts'
import { FIRST_SEEN, LINES, nowView, type ActionKind, type NowView, type Opened } from './now.view.ts'

/** 此刻: the latest reading, what has been given, and everything a hand in the dark needs. */
Component({
  behaviors: [
    screen((state, data) =>
      nowView(state, { ...(data._opened as Opened), absence: absence.get(), news: verdictNews.get() }),
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _opened: FIRST_SEEN, view: {} as NowView },
  methods: {
    onAction(event: WechatMiniprogram.TouchEvent<object, object, { kind: ActionKind }>) {
      const { kind } = event.currentTarget.dataset
      const page = PAGES[kind]
      if (page === undefined) this.sheets().open(kind as SheetKind)
      else openPage(page)
    },
    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.sheets().openEntry(detail.entryId)
    },
    onAnswer({ detail }: WechatMiniprogram.CustomEvent<{ intentId: string; isGiven: boolean }>) {
      this.sheets().answerIntent(detail.intentId, detail.isGiven)
    },
    onCount(event: WechatMiniprogram.TouchEvent<object, object, { code: 'drinking' | 'urinated' }>) {
      this.sheets().count(event.currentTarget.dataset.code)
    },
    onChild(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      core.preferences.change({ childId: event.currentTarget.dataset.id })
    },
    onMore() {
      this.change({ lines: this.data._opened.lines + LINES })
    },
    onHint(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      this.change({ hint: id === this.data._opened.hint ? '' : id })
    },
    change(next: Partial<Opened>) {
      this.setData({ _opened: { ...this.data._opened, ...next } })
      this.refresh()
    },
    onHandoverRead() {
      absence.dismiss()
      this.refresh()
    },
    onNewsRead() {
      verdictNews.seen()
      this.refresh()
    },
    onQuestions() {
      openPage('/package-more/pages/questions/questions')
    },
    /** What was refused needs a person; everything else only another try. */
    onBanner() {
      if (core.sync.connection.get().problem === 'consent_required') openPage('/package-more/pages/consent/consent')
      else if (core.family.get().matters.failed.length > 0) this.onReview()
      else void core.sync.now()
    },
    onReview() {
      openPage('/package-more/pages/review/review')
    },
    onAddChild() {
      openPage('/package-more/pages/child/child')
    },
    sheets() {
      return this.selectComponent('#sheets') as unknown as Sheets
    },
  },
})

/** Actions with a page of their own; the others are sheets. */
const PAGES: Readonly<Partial<Record<ActionKind, string>>> = {
  line: '/package-more/pages/one-line/one-line',
  fit: '/pages/fit/fit',
}

interface Sheets {
  readonly open: (kind: SheetKind) => void
  readonly openEntry: (entryId: string) => void
  readonly answerIntent: (intentId: string, isGiven: boolean) => void
  readonly count: (code: 'drinking' | 'urinated') => void
}
