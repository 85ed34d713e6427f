import type { Episode } from '../curve/episode.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { childSentence } from './child-sentence.ts'
import { doseSentences } from './dose-sentences.ts'
import { storyOf, type StoryView, type SummarySentence } from './episode-story.ts'
import { spanSentence } from './span-sentence.ts'
import { symptomSentences } from './symptom-sentences.ts'
import { gapSentences, temperatureSentences } from './temperature-sentences.ts'

/**
 * The summary of an episode written by rules alone: complete and readable without any model. Facts in the order a reader
 * asks for them, each with its entries; no advice, no reassurance, no forecast.
 */
export function summariseEpisode(record: ChildRecord, episode: Episode, view: StoryView): readonly SummarySentence[] {
  const story = storyOf(record, episode, view)
  return [
    ...(view.audience === 'doctor' ? childSentence(story) : []),
    spanSentence(story),
    ...temperatureSentences(story),
    ...doseSentences(story),
    ...symptomSentences(story),
    ...gapSentences(story),
  ]
}
