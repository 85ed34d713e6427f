import type { SheetContext } from '../../views/sheet-context.ts'
import { NOW, type TimeChoice } from '../../views/time-choice.ts'
import type { Chip } from '../chips/chips.ts'
import { choiceSheetView, type ChoiceDraft, type ChoiceSheetView } from './choice-draft.ts'

const EMPTY: ChoiceDraft = { value: '', time: NOW }

/** Changes an answer or its time. Tells `save` with the draft, `remove` and `close`. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    context: { type: Object, value: {} as SheetContext },
    initial: { type: Object, value: EMPTY },
    title: String,
    options: { type: Array, value: [] as Chip[] },
  },
  data: { _draft: EMPTY, view: {} as ChoiceSheetView },
  lifetimes: {
    attached() {
      this.change(this.data.initial)
    },
  },
  methods: {
    change(next: Partial<ChoiceDraft>) {
      const draft = { ...this.data._draft, ...next }
      this.setData({ _draft: draft, view: choiceSheetView(draft, this.data.context) })
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ value: detail.value })
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
