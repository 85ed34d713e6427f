import { patchOf } from '../../behaviors/patch.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { symptomSheetView, type LastSaid, type SymptomSheetView } from './symptom-sheet.view.ts'

const NOTHING_SAID: Readonly<Record<string, LastSaid>> = {}

/** Symptoms, each with 有 and 没有: a tap tells `say`, and it is logged. Tells `questions`, when the list of them is wanted, and `close`. */
Component({
  properties: {
    context: { type: Object, value: {} as SheetContext },
    said: { type: Object, value: NOTHING_SAID },
    /** What to do now, after a symptom that cannot wait. */
    alarm: String,
  },
  data: { view: {} as SymptomSheetView, into: '' },
  observers: {
    'context, said'() {
      const { context, said, view } = this.data
      if (!('language' in context)) return
      this.setData(patchOf('view', view, symptomSheetView(said, context)))
    },
  },
  methods: {
    onGroup(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ into: `group-${event.currentTarget.dataset.id}` })
    },
    onSay(event: WechatMiniprogram.TouchEvent<object, object, { code: string; present: boolean }>) {
      const { code, present } = event.currentTarget.dataset
      this.triggerEvent('say', { code, present })
    },
    onQuestions() {
      this.triggerEvent('questions')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
