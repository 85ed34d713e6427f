import { screen } from '../../behaviors/screen.ts'
import { choose, openPage } from '../../wiring.ts'
import { curveView, type CurveView } from './curve.view.ts'
import { LINES } from './table.view.ts'

/** WeChat offers no more than this to choose from at once. */
const MOST_CHOICES = 6

/** 曲线: one fever as a picture, what was measured after each dose, and the same in words. */
Component({
  behaviors: [
    screen((state, data) => curveView(state, { period: data._period as string, lines: data._lines as number })),
  ],
  options: { pureDataPattern: /^_/ },
  data: {
    _period: '',
    _lines: LINES,
    view: {} as CurveView,
    isDrawn: false,
    isTableOpen: false,
    isCovered: false,
  },
  methods: {
    onPeriod(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.setData({ _period: event.currentTarget.dataset.value, _lines: LINES })
      this.refresh()
    },
    onDrawn() {
      this.setData({ isDrawn: true })
    },
    async onMark({ detail: { entryIds } }: WechatMiniprogram.CustomEvent<{ entryIds: readonly string[] }>) {
      const named = this.data.view.table.rows.filter((row) => entryIds.includes(row.entryId)).slice(0, MOST_CHOICES)
      const index = named.length > 1 ? await choose(named.map(({ time, text }) => `${time} ${text}`)) : 0
      const entryId = named.length > 1 ? named[index ?? -1]?.entryId : entryIds[0]
      if (entryId !== undefined) this.openEntry(entryId)
    },
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      if (event.currentTarget.dataset.id !== '') this.openEntry(event.currentTarget.dataset.id)
    },
    openEntry(entryId: string) {
      const sheets = this.selectComponent('#sheets') as unknown as { openEntry: (entryId: string) => void }
      sheets.openEntry(entryId)
    },
    onSheet({ detail }: WechatMiniprogram.CustomEvent<{ isOpen: boolean }>) {
      // Told while the sheets are still being laid out: the page changes once that is done.
      void Promise.resolve().then(() => this.setData({ isCovered: detail.isOpen }))
    },
    onTable() {
      this.setData({ isTableOpen: !this.data.isTableOpen })
    },
    onMore() {
      this.setData({ _lines: this.data._lines + LINES })
      this.refresh()
    },
    onWide() {
      openPage(`/package-chart/pages/wide/wide?period=${this.data.view.chosen}`)
    },
  },
})
