import { comparedEpisode, type ComparedEpisode } from '../../../../shared/chart/compared-episode.ts'
import { findEpisodes, type Episode } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import { siteName } from '../../../../shared/words/measure.ts'
import { durationText, minutesBetween, momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { episodeWords } from '../../../views/episode-words.ts'
import { periodsOf } from '../../../views/curve-period.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'
import { compareTextsIn, type CompareTexts } from '../../texts/compare.ts'

/** One figure of both. */
interface Row {
  readonly name: string
  readonly first: string
  readonly second: string
}

export interface CompareView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'empty' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  /** The starts of the two, as the chips name them; '' while there are none. */
  readonly first: string
  readonly second: string
  readonly firsts: readonly Chip[]
  readonly seconds: readonly Chip[]
  readonly names: { readonly first: string; readonly second: string }
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
  readonly words: Pick<CompareTexts, 'first' | 'second' | 'chart' | 'axis' | 'tableTitle' | 'note'>
}

/** Which two were asked for, by their starts; what is not there any more is chosen anew. */
export interface Asked {
  readonly first: string
  readonly second: string
}

/** Two fevers side by side: what was asked for, or the newest and the one before it. */
export function compareView(state: ScreenState, asked: Asked): CompareView {
  const { current, now, preferences } = state
  const texts = compareTextsIn(preferences.language)
  const { first, second, chart, axis, tableTitle, note } = texts
  const nothing = {
    first: '',
    second: '',
    firsts: [],
    seconds: [],
    names: { first: '', second: '' },
    rows: [],
    notes: [],
  }
  const view = { isLarge: preferences.isLarge, ...nothing, words: { first, second, chart, axis, tableTitle, note } }
  if (!current) return { ...view, ...waitingOf(state)! }
  const episodes = findEpisodes(timelineOf(current.record, now), now, current.zone)
  const pair = chosenPair(episodes, asked)
  if (!pair) return { ...view, status: 'empty', message: texts.tooFew }
  const [one, other] = pair
  const names = new Map(periodsOf(current, episodes, state).map(({ id, name }) => [id, name]))
  const chipOf = ({ start }: Episode): Chip => ({ value: String(start), name: names.get(String(start)) ?? '' })
  const latestFirst = [...episodes].reverse()
  return {
    ...view,
    status: 'ready',
    message: texts.tooFew,
    first: String(one.start),
    second: String(other.start),
    firsts: latestFirst.map(chipOf),
    seconds: latestFirst.filter((episode) => episode !== one).map(chipOf),
    names: { first: chipOf(one).name, second: chipOf(other).name },
    rows: rowsOf(one, other, current, state, texts),
    notes: notesOf([comparedEpisode(one, current.record), comparedEpisode(other, current.record)], state, texts),
  }
}

/** The episodes of the two starts, null with fewer than two episodes. */
export function chosenPair(episodes: readonly Episode[], asked: Asked): readonly [Episode, Episode] | null {
  const latestFirst = [...episodes].reverse()
  const first = latestFirst.find(({ start }) => String(start) === asked.first) ?? latestFirst[0]
  const others = latestFirst.filter((episode) => episode !== first)
  const second =
    others.find(({ start }) => String(start) === asked.second) ??
    others.find(({ start }) => first && start < first.start) ??
    others[0]
  return first && second ? [first, second] : null
}

function rowsOf(
  one: Episode,
  other: Episode,
  current: CurrentChild,
  state: ScreenState,
  texts: CompareTexts,
): readonly Row[] {
  const [first, second] = [one, other].map((episode) => figuresOf(episode, current, state, texts))
  const keys = Object.keys(texts.rows) as (keyof CompareTexts['rows'])[]
  return keys.map((key) => ({ name: texts.rows[key], first: first![key], second: second![key] }))
}

function figuresOf(
  episode: Episode,
  current: CurrentChild,
  state: ScreenState,
  texts: CompareTexts,
): Record<keyof CompareTexts['rows'], string> {
  const { language } = state.preferences
  const { statusText, highest, site } = episodeWords(episode, current, state)
  const sinceStart = (at: Episode['start']): string => {
    const minutes = minutesBetween(episode.start, at)
    return minutes === 0 ? texts.atOnce : texts.after(durationText(minutes, language))
  }
  return {
    start: momentText(episode.start, state.now, current.zone, language),
    status: statusText,
    days: texts.days(episode.feverDays),
    highest: `${highest} ${site}`,
    highestAfter: sinceStart(episode.highest.at),
    lastFebrile: sinceStart(episode.lastFebrile.at),
    readings: texts.times(episode.readings),
    doses: texts.times(episode.doses),
  }
}

function notesOf(
  pair: readonly [ComparedEpisode, ComparedEpisode],
  { preferences }: ScreenState,
  texts: CompareTexts,
): readonly string[] {
  const [first, second] = pair
  const left = pair
    .filter(({ others }) => others > 0)
    .map(({ site, others }) => texts.onlySite(siteName(site, preferences.language), others))
  return [texts.axis, texts.dashed, ...new Set(left), ...(first.site === second.site ? [] : [texts.otherSites])]
}
