import type { Episode } from '../../../../shared/curve/episode.ts'
import type { Audience, SummarySentence } from '../../../../shared/summary/episode-story.ts'
import { summariseEpisode } from '../../../../shared/summary/template.ts'
import { timelineRows, type TimelineFrame, type TimelineRow } from '../../../views/timeline.view.ts'

/** One sentence of the summary. Its facts are there only while it is open. */
export interface SentenceView {
  readonly text: string
  readonly isOpen: boolean
  readonly facts: readonly TimelineRow[]
  /** What stands where an open sentence rests on no entry. */
  readonly noFacts: string
  readonly aria: string
}

/** The summary of an episode for whom it is to be read by; `open`: the sentence whose facts are shown, −1 for none. */
export function summaryView(
  episode: Episode,
  audience: Audience,
  open: number,
  frame: TimelineFrame,
): readonly SentenceView[] {
  const { current, preferences, now } = frame
  const view = { now, zone: current.zone, language: preferences.language, audience }
  return summariseEpisode(current.record, episode, view).map((sentence, index) =>
    sentenceView(sentence, index === open, frame),
  )
}

function sentenceView({ text, kind, entryIds }: SummarySentence, isOpen: boolean, frame: TimelineFrame): SentenceView {
  const { episode } = frame.texts
  const rests = new Set(entryIds)
  const facts = isOpen ? frame.current.record.entries.filter(({ id }) => rests.has(id)) : []
  return {
    text,
    isOpen,
    facts: timelineRows(facts, frame),
    noFacts: !isOpen || entryIds.length > 0 ? '' : kind === 'child' ? episode.fromChild : episode.noFacts,
    aria: `${text} ${isOpen ? episode.factsClose : episode.factsOpen}`,
  }
}
