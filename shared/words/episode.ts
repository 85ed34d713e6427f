import type { Episode } from '../curve/episode.ts'
import type { Instant } from '../time/instant.ts'
import type { Language, Text } from './language.ts'
import { durationText, minutesBetween } from './time.ts'

const STATUS: Readonly<Record<Episode['status'], Text>> = {
  ongoing: { zh: '还在烧', en: 'ongoing' },
  ended: { zh: '已经退了', en: 'over' },
  unknown: { zh: '退没退不知道', en: 'not known whether over' },
}

/** `还在烧`: how an episode stands. */
export const episodeStatusName = (status: Episode['status'], language: Language): string => STATUS[status][language]

/** What to say when nobody has measured for a day: the gap, that nobody knows, and no alarm. */
export function unmeasuredSentence(lastReadingAt: Instant, now: Instant, language: Language): string {
  const hours = Math.floor(minutesBetween(lastReadingAt, now) / 60)
  return language === 'zh'
    ? `${durationText(hours * 60, language)}没量了，退没退我们不知道。孩子醒着时量一次就好。`
    : `Not measured for ${durationText(hours * 60, language)}: whether the fever is over we do not know. Once, when the child is awake, is enough.`
}
