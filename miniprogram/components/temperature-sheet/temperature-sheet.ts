import type { Site } from '../../../shared/record/entry.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { NOW, type TimeChoice } from '../../views/time-choice.ts'
import { pressed, temperatureSheetView, type TemperatureDraft, type TemperatureSheetView } from './temperature-draft.ts'

const EMPTY: TemperatureDraft = { digits: '', site: 'axillary', time: NOW }

/** Three digits and save. Tells `save` with the draft, `remove` and `close`. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    context: { type: Object, value: {} as SheetContext },
    initial: { type: Object, value: EMPTY },
  },
  data: { _draft: EMPTY, view: {} as TemperatureSheetView },
  lifetimes: {
    attached() {
      this.change(this.data.initial)
    },
  },
  methods: {
    change(next: Partial<TemperatureDraft>) {
      const draft = { ...this.data._draft, ...next }
      this.setData({ _draft: draft, view: temperatureSheetView(draft, this.data.context) })
    },
    onKey({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.change({ digits: pressed(this.data._draft.digits, detail.key, this.data.context.unit) })
    },
    onSite({ detail }: WechatMiniprogram.CustomEvent<{ value: Site }>) {
      this.change({ site: detail.value })
    },
    onTime({ detail }: WechatMiniprogram.CustomEvent<{ choice: TimeChoice }>) {
      this.change({ time: detail.choice })
    },
    onSave() {
      if (this.data.view.canSave) this.triggerEvent('save', { draft: this.data._draft })
    },
    onRemove() {
      this.triggerEvent('remove')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
