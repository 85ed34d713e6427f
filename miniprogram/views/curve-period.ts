import type { Episode } from '../../shared/curve/episode.ts'
import type { Span } from '../../shared/chart/chart-view.ts'
import { episodeSpan, spanSince } from '../../shared/chart/episode-span.ts'
import { byTime } from '../../shared/record/entry.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { localTime } from '../../shared/time/zone.ts'
import { dayText } from '../../shared/words/time.ts'
import type { ScreenState } from '../behaviors/screen.ts'
import type { CurrentChild } from '../stores/current-child.ts'

/** A stretch of time there is a curve of: an episode, or what was measured lately without one. */
export interface Period {
  /** The moment its episode began; stays the same while the episode goes on. */
  readonly id: string
  readonly name: string
  readonly span: Span
  readonly episode: Episode | null
}

const LATELY = 2 * DAY

/** Everything there is a curve of, the newest first. */
export function periodsOf(
  { record, zone }: CurrentChild,
  episodes: readonly Episode[],
  { now, texts, preferences }: Pick<ScreenState, 'now' | 'texts' | 'preferences'>,
): readonly Period[] {
  const { language } = preferences
  const dayOf = (at: Instant): string => {
    const { year } = localTime(at, zone)
    return year === localTime(now, zone).year
      ? dayText(at, zone, language)
      : texts.curve.dayOfYear(year, dayText(at, zone, language))
  }
  const newest = episodes[episodes.length - 1]
  const ofEpisodes = [...episodes].reverse().map((episode): Period => {
    const isNow = episode === newest && episode.status === 'ongoing'
    return {
      id: String(episode.start),
      name: isNow ? texts.curve.current : dayOf(episode.start),
      span: episodeSpan(episode, record, now),
      episode,
    }
  })
  if (newest?.status === 'ongoing') return ofEpisodes
  const since = Math.max(now - LATELY, newest?.decidedAt ?? 0)
  const [first] = record.entries
    .filter(({ kind, at }) => kind === 'temperature' && at > since && at <= now)
    .sort(byTime)
  if (!first) return ofEpisodes
  return [{ id: LATE, name: texts.curve.lately, span: spanSince(first.at, now), episode: null }, ...ofEpisodes]
}

const LATE = 'lately'

/** The one that was chosen, or the newest; null when there is none at all. */
export const chosenPeriod = (periods: readonly Period[], id: string): Period | null =>
  periods.find((period) => period.id === id) ?? periods[0] ?? null
