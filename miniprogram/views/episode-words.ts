import type { Episode } from '../../shared/curve/episode.ts'
import { CURVE_LIMITS } from '../../shared/curve/limits.ts'
import { HOUR, type Instant } from '../../shared/time/instant.ts'
import { dayOf, localTime } from '../../shared/time/zone.ts'
import { episodeStatusName, unmeasuredSentence } from '../../shared/words/episode.ts'
import { siteName, temperatureText } from '../../shared/words/measure.ts'
import { dayText, momentText } from '../../shared/words/time.ts'
import type { ScreenState } from '../behaviors/screen.ts'
import type { CurrentChild } from '../stores/current-child.ts'
import { heatOf } from './heat.ts'

/** An episode in words, as a list and its own page both say it. */
export interface EpisodeWords {
  readonly span: string
  readonly days: string
  readonly status: Episode['status']
  readonly statusText: string
  readonly highest: string
  readonly site: string
  /** When the highest was measured. */
  readonly highestAt: string
  readonly heat: number
  /** What to say of a fever that nobody has looked after since; else empty. */
  readonly sentence: string
}

export function episodeWords(episode: Episode, current: CurrentChild, state: ScreenState): EpisodeWords {
  const { now, preferences, texts } = state
  const { highest, status, feverDays } = episode
  const { language, unit } = preferences
  const entry = current.record.entries.find(({ id }) => id === highest.id)
  return {
    span: spanText(episode, current, state),
    days: status === 'ongoing' ? texts.episodes.day(feverDays) : texts.episodes.days(feverDays),
    status,
    statusText: episodeStatusName(status, language),
    highest: entry?.kind === 'temperature' ? temperatureText(entry.temperature, unit) : '',
    site: siteName(highest.site, language),
    highestAt: momentText(highest.at, now, current.zone, language),
    heat: heatOf(highest.value),
    sentence: unmeasuredText(episode, current, state),
  }
}

/** `昨天 22:10 起` while it goes on, else its days, `1 月 15 日 – 1 月 18 日`; with the year where it is not this one. */
function spanText({ start, lastFebrile, status }: Episode, { zone }: CurrentChild, state: ScreenState): string {
  const { now, preferences, texts } = state
  if (status === 'ongoing') return texts.episodes.since(momentText(start, now, zone, preferences.language))
  const dayName = (at: Instant): string => {
    const { year } = localTime(at, zone)
    const day = dayText(at, zone, preferences.language)
    return year === localTime(now, zone).year ? day : texts.episodes.dayOfYear(year, day)
  }
  if (dayOf(start, zone) === dayOf(lastFebrile.at, zone)) return dayName(start)
  return texts.episodes.span(dayName(start), dayName(lastFebrile.at))
}

/** Where nobody has measured for this long the fever is lost sight of. */
const UNSEEN = CURVE_LIMITS.unseen.value * HOUR

/** Once somebody has measured again, what is not known lies in the past and asks for nothing. */
function unmeasuredText(
  { status, start }: Episode,
  { record }: CurrentChild,
  { now, preferences }: ScreenState,
): string {
  if (status !== 'unknown') return ''
  const measured = record.entries
    .filter(({ kind, at }) => kind === 'temperature' && at >= start && at <= now)
    .map(({ at }) => at)
  const last = measured.reduce((latest, at) => (at > latest ? at : latest), start)
  return now - last >= UNSEEN ? unmeasuredSentence(last, now, preferences.language) : ''
}
