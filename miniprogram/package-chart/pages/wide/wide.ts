import { screen } from '../../../behaviors/screen.ts'
import { wideView, type WideView } from './wide.view.ts'

/** The curve over the whole screen, the phone held sideways. */
Component({
  behaviors: [screen((state, data) => wideView(state, data.period as string))],
  properties: { period: String },
  data: { view: {} as WideView },
  observers: {
    period() {
      this.refresh()
    },
  },
})
