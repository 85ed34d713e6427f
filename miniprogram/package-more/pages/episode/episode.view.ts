import { findEpisodes, type Episode } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { Audience } from '../../../../shared/summary/episode-story.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { isOffline } from '../../../services/sync/connection.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { episodeWords } from '../../../views/episode-words.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'
import { timelineRows, type TimelineFrame, type TimelineRow } from '../../../views/timeline.view.ts'
import { findEpisode } from './find-episode.ts'
import { summaryView, type SentenceView } from './summary.view.ts'

interface Figure {
  readonly name: string
  readonly value: string
  readonly detail: string
  /** 1 to 5 where it is a temperature, else 0. */
  readonly heat: number
}

export interface EpisodeView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'gone' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly span: string
  readonly state: Episode['status']
  readonly stateText: string
  readonly sentence: string
  readonly figures: readonly Figure[]
  readonly summaryTitle: string
  readonly forWhom: string
  readonly audiences: readonly { readonly value: Audience; readonly name: string }[]
  readonly audience: Audience
  readonly summary: readonly SentenceView[]
  readonly factsText: string
  readonly ruleMade: string
  readonly timelineTitle: string
  readonly timeline: readonly TimelineRow[]
  readonly more: string
}

/** What the person has chosen on this page. */
export interface EpisodeChoice {
  /** The start of the episode, as the address has it. */
  readonly start: number
  readonly audience: Audience
  /** The sentence whose facts are shown; −1: none. */
  readonly open: number
  /** How many lines of the timeline. */
  readonly lines: number
}

/** How many lines are shown at first, and how many more at each asking. */
export const LINES = 60

export function episodeView(state: ScreenState, choice: EpisodeChoice): EpisodeView {
  const { current, texts, preferences, now } = state
  const view = { ...BLANK, isLarge: preferences.isLarge, audience: choice.audience }
  if (!current) return { ...view, ...waitingOf(state)! }
  const episodes = findEpisodes(timelineOf(current.record, now), now, current.zone)
  const episode = findEpisode(episodes, choice.start)
  if (!episode) return { ...view, status: 'gone', message: texts.episode.gone }
  return { ...view, ...readyView(episode, current, state, choice) }
}

const BLANK: EpisodeView = {
  isLarge: false,
  status: 'loading',
  message: { title: '', text: '' },
  span: '',
  state: 'unknown',
  stateText: '',
  sentence: '',
  figures: [],
  summaryTitle: '',
  forWhom: '',
  audiences: [],
  audience: 'parent',
  summary: [],
  factsText: '',
  ruleMade: '',
  timelineTitle: '',
  timeline: [],
  more: '',
}

function readyView(
  episode: Episode,
  current: CurrentChild,
  state: ScreenState,
  { audience, open, lines }: EpisodeChoice,
): Partial<EpisodeView> {
  const { texts, preferences, now, connection } = state
  const { span, statusText, sentence } = episodeWords(episode, current, state)
  const isConnected = !isOffline(connection) && connection.problem === null
  const frame: TimelineFrame = { now, current, preferences, texts, isConnected }
  const entries = entriesOf(episode, current, state)
  return {
    status: 'ready',
    span,
    state: episode.status,
    stateText: statusText,
    sentence,
    figures: figuresOf(episode, current, state),
    summaryTitle: texts.episode.summary,
    forWhom: texts.episode.forWhom,
    audiences: [
      { value: 'parent', name: texts.episode.forParent },
      { value: 'doctor', name: texts.episode.forDoctor },
    ],
    summary: summaryView(episode, audience, open, frame),
    factsText: texts.episode.facts,
    ruleMade: texts.episode.ruleMade,
    timelineTitle: texts.episode.timeline,
    timeline: timelineRows(entries.slice(0, lines), frame),
    more: entries.length > lines ? texts.common.more : '',
  }
}

/** Everything written down from the start until it was clear how it ended, latest first. */
function entriesOf({ start, decidedAt }: Episode, { record }: CurrentChild, { now }: ScreenState) {
  const end = decidedAt ?? now
  return record.entries.filter(({ at }) => at >= start && at <= end).sort((a, b) => b.at - a.at)
}

function figuresOf(episode: Episode, current: CurrentChild, state: ScreenState): readonly Figure[] {
  const { episodes, episode: words } = state.texts
  const { highest, site, highestAt, heat, days } = episodeWords(episode, current, state)
  const count = (name: string, value: number): Figure => ({ name, value: episodes.times(value), detail: '', heat: 0 })
  return [
    { name: episodes.highest, value: highest, detail: `${site} · ${highestAt}`, heat },
    { name: words.daysName, value: days, detail: words.fromFirst, heat: 0 },
    count(episodes.readings, episode.readings),
    count(episodes.doses, episode.doses),
  ]
}
