import { readingOf, type Reading } from '../curve/timeline.ts'
import { byTime } from '../record/entry.ts'
import { clockText } from '../time/zone.ts'
import { dayText, durationText, minutesBetween } from '../words/time.ts'
import type { Story, SummarySentence } from './episode-story.ts'

/** From when to when the child has had a fever, and for how many days; what nobody measured stays open. */
export function spanSentence(story: Story): SummarySentence {
  const { firstFebrile, lastFebrile, feverDays, status } = story.episode
  const told = (text: string, more: readonly Reading[] = []): SummarySentence => ({
    kind: 'span',
    text,
    entryIds: [...new Set([firstFebrile, lastFebrile, ...more].map(({ id }) => id))],
  })
  const isChinese = story.language === 'zh'
  const start = fullText(firstFebrile, story)
  if (status === 'ongoing') {
    return told(isChinese ? `从 ${start} 烧到现在，第 ${feverDays} 天。` : `Fever since ${start}, day ${feverDays}.`)
  }
  const days = feverDays === 1 ? '1 day' : `${feverDays} days`
  const past = isChinese
    ? `${start} 开始烧，最后一次量到发热是 ${fullText(lastFebrile, story)}，共 ${feverDays} 天`
    : `Fever from ${start}, last measured at ${fullText(lastFebrile, story)}, ${days}`
  return status === 'ended' ? seenGone(past, told, story) : notSeen(past, told, story)
}

const fullText = ({ at }: Reading, { zone, language }: Story): string =>
  `${dayText(at, zone, language)} ${clockText(at, zone)}`

type Told = (text: string, more?: readonly Reading[]) => SummarySentence

function seenGone(past: string, told: Told, story: Story): SummarySentence {
  const { until, decidedAt } = story.episode
  const after = gradedReadings(story).filter(({ at }) => at > until && at <= decidedAt!)
  return told(
    story.language === 'zh'
      ? `${past}；之后量了 ${after.length} 次，都没到发热线。`
      : `${past}; the ${after.length} readings after it were below the fever line.`,
    after,
  )
}

/** The stretch without a reading that left the end open, up to the next reading or to now. */
function notSeen(past: string, told: Told, story: Story): SummarySentence {
  const readings = gradedReadings(story)
  const before = readings.filter(({ at }) => at < story.episode.decidedAt!)
  const last = before[before.length - 1]!
  const next = readings[before.length]
  const hours = Math.floor(minutesBetween(last.at, next ? next.at : story.now) / 60)
  const gap = durationText(hours * 60, story.language)
  return told(
    story.language === 'zh'
      ? `${past}。之后 ${gap}没有量，退没退我们不知道。`
      : `${past}. Then not measured for ${gap}: whether it is over we do not know.`,
    next ? [last, next] : [last],
  )
}

const gradedReadings = ({ record, now }: Story): readonly Reading[] =>
  record.entries
    .flatMap((entry) => (entry.kind === 'temperature' && entry.at <= now ? [readingOf(entry)] : []))
    .filter((reading): reading is Reading => reading !== null)
    .sort(byTime)
