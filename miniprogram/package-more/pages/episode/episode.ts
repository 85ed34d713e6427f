import type { Audience } from '../../../../shared/summary/episode-story.ts'
import { screen } from '../../../behaviors/screen.ts'
import { LINES, episodeView, type EpisodeChoice, type EpisodeView } from './episode.view.ts'

type Choice = Omit<EpisodeChoice, 'start'>

const NONE = -1
/** What is shown first. */
const FIRST: Choice = { audience: 'parent', open: NONE, lines: LINES }

/** One fever: what the rules tell of it, what each sentence rests on, and every entry. */
Component({
  behaviors: [screen((state, data) => episodeView(state, { start: Number(data.start), ...(data._choice as Choice) }))],
  options: { pureDataPattern: /^_/ },
  properties: {
    /** From the address: when the fever began, in milliseconds. */
    start: String,
  },
  data: { _choice: FIRST, view: {} as EpisodeView },
  methods: {
    onAudience({ detail }: WechatMiniprogram.CustomEvent<{ value: Audience }>) {
      this.change({ audience: detail.value, open: NONE })
    },
    onSentence(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset
      this.change({ open: index === this.data._choice.open ? NONE : index })
    },
    onMore() {
      this.change({ lines: this.data._choice.lines + LINES })
    },
    change(next: Partial<Choice>) {
      this.setData({ _choice: { ...this.data._choice, ...next } })
      this.refresh()
    },
    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      const sheets = this.selectComponent('#sheets') as unknown as Sheets
      sheets.openEntry(detail.entryId)
    },
  },
})

interface Sheets {
  readonly openEntry: (entryId: string) => void
}
