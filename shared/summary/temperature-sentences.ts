import { byTime, type TemperatureEntry } from '../record/entry.ts'
import { HOUR } from '../time/instant.ts'
import { toTenths } from '../units/temperature.ts'
import { celsiusText, siteName } from '../words/measure.ts'
import { durationText, minutesBetween } from '../words/time.ts'
import type { Story, SummarySentence } from './episode-story.ts'

/** The highest reading and the last one, each with site and time, and how often was measured. */
export function temperatureSentences(story: Story): readonly SummarySentence[] {
  const { episode, readings, language } = story
  const highest = readings.find(({ id }) => id === episode.highest.id)!
  const last = lastReading(story)
  const isChinese = language === 'zh'
  const isOngoing = episode.status === 'ongoing'
  const high = shown(highest, story)
  const end = last === highest ? null : shown(last, story)
  const ends = isChinese
    ? `最高 ${high}，${end === null ? '也是最后一次' : `${isOngoing ? '最近' : '最后'} ${end}`}。`
    : `Highest ${high}, ${end === null ? 'also the last' : `${isOngoing ? 'latest' : 'last'} ${end}`}.`
  const n = readings.length
  return [
    { kind: 'temperature', text: ends, entryIds: [...new Set([highest.id, last.id])] },
    {
      kind: 'temperature',
      text: isChinese
        ? `${isOngoing ? '一共' : '发烧期间一共'}量了 ${n} 次。`
        : `Measured ${n} ${n === 1 ? 'time' : 'times'}${isOngoing ? '' : ' during the fever'}.`,
      entryIds: readings.map(({ id }) => id),
    },
  ]
}

/** The last reading that still belongs to the story: up to now, or up to when the fever was known to be over or lost sight of. */
function lastReading({ record, episode, readings }: Story): TemperatureEntry {
  return record.entries.reduce<TemperatureEntry>(
    (last, entry) =>
      entry.kind === 'temperature' && entry.at <= (episode.decidedAt ?? episode.until) && byTime(entry, last) > 0
        ? entry
        : last,
    readings[readings.length - 1]!,
  )
}

function shown({ temperature, site, at }: TemperatureEntry, { language, timeText }: Story): string {
  const [celsius, name, time] = [celsiusText(toTenths(temperature)), siteName(site, language), timeText(at)]
  return language === 'zh' ? `${celsius}（${name}，${time}）` : `${celsius} (${name}, ${time})`
}

/** Shorter stretches without a reading are a night's sleep, not worth a sentence. */
const GAP = 6 * HOUR

/** The long stretches in which nobody measured, the one up to now included while the fever goes on. */
export function gapSentences({ episode, readings, now, language, timeText }: Story): readonly SummarySentence[] {
  const isChinese = language === 'zh'
  const told = (text: string, entryIds: readonly string[]): SummarySentence => ({ kind: 'gap', text, entryIds })
  const between = readings.flatMap((reading, index) => {
    const before = readings[index - 1]
    if (!before || reading.at - before.at <= GAP) return []
    const span = durationText(minutesBetween(before.at, reading.at), language)
    const text = isChinese
      ? `${timeText(before.at)} 到 ${timeText(reading.at)} 之间 ${span}没有量，那段时间的体温我们不知道。`
      : `Not measured for ${span} between ${timeText(before.at)} and ${timeText(reading.at)}; what it was we do not know.`
    return [told(text, [before.id, reading.id])]
  })
  const latest = readings[readings.length - 1]!
  if (episode.status !== 'ongoing' || now - latest.at <= GAP) return between
  const span = durationText(minutesBetween(latest.at, now), language)
  const text = isChinese
    ? `从 ${timeText(latest.at)} 到现在 ${span}没有量，现在的体温我们不知道。`
    : `Not measured for ${span} since ${timeText(latest.at)}; what it is now we do not know.`
  return [...between, told(text, [latest.id])]
}
