import type { Episode } from '../../../shared/curve/episode.ts'
import { findEpisodes } from '../../../shared/curve/episode.ts'
import { timelineOf } from '../../../shared/curve/timeline.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { episodeWords } from '../../views/episode-words.ts'
import { waitingOf, type Waiting } from '../../views/screen-status.ts'

/** One episode of the list. */
export interface EpisodeCard {
  /** What its page is asked for. */
  readonly start: string
  readonly span: string
  readonly days: string
  readonly status: Episode['status']
  readonly statusText: string
  readonly highest: string
  readonly heat: number
  readonly counts: string
  readonly sentence: string
  readonly aria: string
}

export interface EpisodesView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'empty' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  /** Whose they are, where the family has more than one child. */
  readonly childName: string
  readonly episodes: readonly EpisodeCard[]
  readonly compare: string
}

/** The child's episodes, latest first. */
export function episodesView(state: ScreenState): EpisodesView {
  const { current, family, preferences, texts, now } = state
  const view = { isLarge: preferences.isLarge, childName: '', episodes: [], compare: texts.episodes.compare }
  if (!current) return { ...view, ...waitingOf(state)! }
  const found = findEpisodes(timelineOf(current.record, now), now, current.zone)
  return {
    ...view,
    status: found.length === 0 ? 'empty' : 'ready',
    message: texts.episodes.empty,
    childName: family.children.length > 1 ? current.child.name : '',
    episodes: [...found].reverse().map((episode) => cardOf(episode, current, state)),
  }
}

function cardOf(episode: Episode, current: CurrentChild, state: ScreenState): EpisodeCard {
  const { episodes } = state.texts
  const { span, days, status, statusText, highest, site, heat, sentence } = episodeWords(episode, current, state)
  const counts = [episodes.readingsOf(episode.readings), episodes.dosesOf(episode.doses)].join(' · ')
  const high = episodes.highestOf(highest, site)
  return {
    start: String(episode.start),
    span,
    days,
    status,
    statusText,
    highest: high,
    heat,
    counts,
    sentence,
    aria: [span, days, statusText, high, counts, sentence, episodes.open].filter((part) => part !== '').join(' '),
  }
}
