import type { RedFlag, Urgency } from '../../../shared/red-flags/red-flag.ts'
import { RED_FLAG_NOTE, redFlagSentence } from '../../../shared/words/red-flag.ts'
import { timelineRows, type TimelineFrame, type TimelineRow } from '../../views/timeline.view.ts'

/** One thing on the record that asks for care, with what it rests on. */
export interface Hint {
  /** Its rule and place: a rule may speak twice, of two medicines. */
  readonly id: string
  readonly level: Urgency
  readonly sentence: string
  /** How many entries it rests on; they are there only while it is open. */
  readonly basis: string
  readonly isOpen: boolean
  readonly entries: readonly TimelineRow[]
  readonly aria: string
}

export interface Hints {
  /** Those that cannot wait: above everything. */
  readonly alarms: readonly Hint[]
  readonly hints: readonly Hint[]
  /** Never a reassurance: it stands there with hints, and all the more without any. */
  readonly note: string
  /** Opens the list of questions. */
  readonly ask: string
}

/** `open`: the id of the hint whose entries are shown; '' for none. */
export function hintsOf(flags: readonly RedFlag[], open: string, frame: TimelineFrame): Hints {
  const { texts, preferences } = frame
  const hints = flags.map((flag, index) => hintOf(`${flag.rule} ${index}`, flag, open, frame))
  return {
    alarms: urgentFirst(hints.filter(({ level }) => level === 'now')),
    hints: hints.filter(({ level }) => level !== 'now'),
    note: flags.length === 0 ? texts.symptom.noNote : RED_FLAG_NOTE[preferences.language],
    ask: texts.questions.open,
  }
}

/** What calls for 120 comes before what calls for a ride to the hospital. */
const urgentFirst = (alarms: readonly Hint[]): readonly Hint[] => [
  ...alarms.filter(({ sentence }) => sentence.includes('120')),
  ...alarms.filter(({ sentence }) => !sentence.includes('120')),
]

function hintOf(id: string, flag: RedFlag, open: string, frame: TimelineFrame): Hint {
  const { current, texts, preferences } = frame
  const rests = new Set(flag.entryIds)
  const isOpen = id === open
  const sentence = redFlagSentence(flag, preferences.language)
  const basis = texts.hints.basis(rests.size)
  return {
    id,
    level: flag.level,
    sentence,
    basis,
    isOpen,
    entries: isOpen
      ? timelineRows(
          current.record.entries.filter(({ id }) => rests.has(id)),
          frame,
        )
      : [],
    aria: [sentence, basis, isOpen ? texts.hints.close : texts.hints.open].join(' '),
  }
}
