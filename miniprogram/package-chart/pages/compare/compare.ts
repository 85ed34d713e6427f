import { screen } from '../../../behaviors/screen.ts'
import { compareTextsIn } from '../../texts/compare.ts'
import { compareView, type CompareView } from './compare.view.ts'

type Tap = WechatMiniprogram.CustomEvent<{ value: string }>

/** Two fevers of the child over each other, and in figures. */
Component({
  behaviors: [
    screen(
      (state, data) => compareView(state, { first: data._first as string, second: data._second as string }),
      (language) => compareTextsIn(language).title,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _first: '', _second: '', view: {} as CompareView },
  methods: {
    onFirst({ detail }: Tap) {
      // The two change places where the other one is chosen.
      const { first, second } = this.data.view
      this.setData({ _first: detail.value, _second: detail.value === second ? first : second })
      this.refresh()
    },
    onSecond({ detail }: Tap) {
      this.setData({ _first: this.data.view.first, _second: detail.value })
      this.refresh()
    },
  },
})
