import { findEpisodes } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import {
  QUESTIONS,
  YES_NO_UNKNOWN,
  type AnswerEntry,
  type Question,
  type YesNoUnknown,
} from '../../../../shared/record/entry.ts'
import { findRedFlags } from '../../../../shared/red-flags/find-red-flags.ts'
import { RED_FLAG_NOTE, redFlagSentence } from '../../../../shared/words/red-flag.ts'
import { DAY } from '../../../../shared/time/instant.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'

interface QuestionRow {
  readonly id: Question
  readonly name: string
  /** The last answer within a day; '' when there is none. */
  readonly value: YesNoUnknown | ''
  readonly time: string
  /** What to do, while the question stands answered with yes. */
  readonly advice: string
  readonly isUrgent: boolean
}

export interface QuestionsView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly title: string
  readonly hint: string
  readonly options: readonly Chip[]
  readonly questions: readonly QuestionRow[]
  readonly note: string
}

/** The list that a doctor would go through, with what was last said to each. */
export function questionsView(state: ScreenState): QuestionsView {
  const { current, texts, preferences } = state
  const view: QuestionsView = {
    isLarge: preferences.isLarge,
    ...(waitingOf(state) ?? { status: 'ready', message: { title: '', text: '' } }),
    title: '',
    hint: texts.questions.hint,
    options: YES_NO_UNKNOWN.map((value) => ({ value, name: texts.entry.answer[value] })),
    questions: [],
    note: RED_FLAG_NOTE[preferences.language],
  }
  if (!current) return view
  return { ...view, title: texts.questions.titleOf(current.child.name), questions: rowsOf(current, state) }
}

function rowsOf(current: CurrentChild, { now, preferences: { language }, texts }: ScreenState): readonly QuestionRow[] {
  const { record, zone } = current
  const timeline = timelineOf(record, now)
  const flags = findRedFlags(record, timeline, findEpisodes(timeline, now, zone), now, zone)
  return QUESTIONS.map((id) => {
    const last = lastAnswer(id, current, now)
    const flag = flags.find(({ rule }) => rule === id)
    return {
      id,
      name: texts.entry.questions[id],
      value: last?.value ?? '',
      time: last ? momentText(last.at, now, zone, language) : '',
      advice: flag ? redFlagSentence(flag, language) : '',
      isUrgent: flag?.level === 'now',
    }
  })
}

function lastAnswer(question: Question, { record }: CurrentChild, now: number): AnswerEntry | null {
  return record.entries
    .filter((entry): entry is AnswerEntry => entry.kind === 'answer' && entry.question === question)
    .filter(({ at }) => at > now - DAY && at <= now)
    .reduce<AnswerEntry | null>((last, one) => (last && last.at > one.at ? last : one), null)
}
