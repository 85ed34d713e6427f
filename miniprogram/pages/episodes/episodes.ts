import { screen } from '../../behaviors/screen.ts'
import { openPage } from '../../wiring.ts'
import { episodesView, type EpisodesView } from './episodes.view.ts'

/** 病程: every fever of the child, found by the rules. */
Component({
  behaviors: [screen(episodesView)],
  data: { view: {} as EpisodesView },
  methods: {
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { start: string }>) {
      openPage(`/package-more/pages/episode/episode?start=${event.currentTarget.dataset.start}`)
    },
    onCompare() {
      openPage('/package-chart/pages/compare/compare')
    },
  },
})
