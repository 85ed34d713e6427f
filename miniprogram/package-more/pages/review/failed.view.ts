import type { ScreenState } from '../../../behaviors/screen.ts'
import { reasonOf } from '../../../views/timeline.view.ts'
import { reviewTexts } from '../../texts/review.ts'
import type { Act, Matter } from './matter.ts'
import { whatText } from '../../words/what.ts'

/** What the server has refused, why, and what can be done. */
export const failedMatters = (state: ScreenState): readonly Matter[] =>
  state.family.matters.failed.map((row) => {
    const words = reviewTexts(state.preferences.language)
    const { change, failure } = row
    const { changeId } = change
    const canChange =
      'entryId' in change &&
      change.op !== 'entry.delete' &&
      change.op !== 'entry.erase' &&
      isShown(change.entryId, state)
    const changing: Act[] = canChange
      ? [{ name: words.change, look: '', decision: { kind: 'change', entryId: change.entryId } }]
      : []
    return {
      key: changeId,
      note: failure === null ? '' : reasonOf(failure, state.texts),
      versions: [{ key: changeId, title: whatText(row, state), small: '', act: null }],
      acts: [
        { name: words.giveUp, look: 'danger', decision: { kind: 'give_up', changeId } },
        ...changing,
        { name: words.retry, look: 'primary', decision: { kind: 'retry', changeId } },
      ],
    }
  })

const isShown = (entryId: string, { family }: ScreenState): boolean => family.entries.some(({ id }) => id === entryId)
