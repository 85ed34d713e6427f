import type { SheetContext } from '../../views/sheet-context.ts'
import { NOW, type TimeChoice } from '../../views/time-choice.ts'
import { noteSheetView, type NoteDraft, type NoteSheetView } from './note-draft.ts'

const EMPTY: NoteDraft = { text: '', time: NOW }

/** A few words of one's own. Tells `save` with the draft, `remove` and `close`. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    context: { type: Object, value: {} as SheetContext },
    initial: { type: Object, value: EMPTY },
  },
  data: { _draft: EMPTY, view: {} as NoteSheetView },
  lifetimes: {
    attached() {
      this.change(this.data.initial)
    },
  },
  methods: {
    change(next: Partial<NoteDraft>) {
      const draft = { ...this.data._draft, ...next }
      this.setData({ _draft: draft, view: noteSheetView(draft, this.data.context) })
    },
    onText({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ text: detail.value })
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
