import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, closePage, core, tell } from '../../../wiring.ts'
import { historyTexts } from '../../texts/history.ts'
import { historyView, type Heard, type HistoryView } from './history.view.ts'

/** 修改记录: what an entry has been, by whom and when; the server alone keeps it. */
Component({
  behaviors: [
    screen(
      (state, data) => historyView(state, String(data.id), data._heard as Heard),
      (language) => historyTexts(language).title,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  properties: {
    /** From the address: the entry. */
    id: String,
  },
  data: { _heard: null as Heard, view: {} as HistoryView },
  pageLifetimes: {
    show() {
      void this.ask()
    },
  },
  methods: {
    async ask() {
      const { open } = screenState()
      const reply =
        open && !open.isLocal
          ? await core.client.call('entries.revisions', {
              params: { familyId: open.familyId, entryId: this.data.id },
              query: {},
              body: undefined,
            })
          : null
      this.hear(reply === null ? { problem: 'not_found' } : reply.ok ? reply.value : { problem: reply.problem.code })
    },
    async onErase() {
      const { family, preferences, texts } = screenState()
      const words = historyTexts(preferences.language)
      const question = { title: words.eraseAsk, text: words.eraseAskText, yes: words.yes, no: words.no }
      const row = family.entries.find(({ id }) => id === this.data.id)
      if (!row || !(await ask(question))) return
      const erased = core.entries.erase(row)
      if (erased.ok) closePage()
      else await tell({ title: texts.problemTitle, text: texts.problems[erased.problem], yes: texts.common.close })
    },
    onRetry() {
      this.hear(null)
      void this.ask()
    },
    hear(heard: Heard) {
      this.setData({ _heard: heard })
      this.refresh()
    },
  },
})
