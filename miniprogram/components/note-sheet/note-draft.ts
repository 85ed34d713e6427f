import { textsOf, timeChipsOf, type SheetContext } from '../../views/sheet-context.ts'
import type { TimeChipsView, TimeChoice } from '../../views/time-choice.ts'

export interface NoteDraft {
  readonly text: string
  readonly time: TimeChoice
}

export interface NoteSheetView {
  readonly title: string
  readonly text: string
  readonly placeholder: string
  readonly left: string
  readonly time: TimeChipsView
  readonly saveText: string
  readonly canSave: boolean
  readonly closeText: string
  readonly deleteText: string
}

/** What the record takes of one note. */
export const LONGEST = 2000
/** From here on it says how much room is left. */
const NEARLY = 200

export function noteSheetView({ text, time }: NoteDraft, context: SheetContext): NoteSheetView {
  const texts = textsOf(context)
  const timeView = timeChipsOf(time, context)
  const left = LONGEST - text.length
  return {
    title: context.isEdit ? texts.note.editTitle : texts.note.titleOf(context.childName),
    text,
    placeholder: texts.note.placeholder,
    left: left <= NEARLY ? texts.note.left(left) : '',
    time: timeView,
    saveText: texts.common.saveFor(context.childName),
    canSave: text.trim() !== '' && !timeView.isFuture,
    closeText: texts.common.cancel,
    deleteText: context.isEdit ? texts.common.delete : '',
  }
}
