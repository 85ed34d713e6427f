import { saveTextOf, textsOf, timeChipsOf, type SheetContext } from '../../views/sheet-context.ts'
import type { TimeChipsView, TimeChoice } from '../../views/time-choice.ts'

/** An answer that is there already: a symptom's 有 or 没有, or what was said to a question. */
export interface ChoiceDraft {
  readonly value: string
  readonly time: TimeChoice
}

export interface ChoiceSheetView {
  readonly value: string
  readonly time: TimeChipsView
  readonly saveText: string
  readonly canSave: boolean
  readonly closeText: string
  readonly deleteText: string
}

export function choiceSheetView({ value, time }: ChoiceDraft, context: SheetContext): ChoiceSheetView {
  const texts = textsOf(context)
  const timeView = timeChipsOf(time, context)
  return {
    value,
    time: timeView,
    saveText: saveTextOf(context),
    canSave: !timeView.isFuture,
    closeText: texts.common.cancel,
    deleteText: texts.common.delete,
  }
}
