import type { Episode } from '../curve/episode.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type DoseEntry, type SymptomEntry, type TemperatureEntry } from '../record/entry.ts'
import { DAY, type Instant } from '../time/instant.ts'
import { clockText, type Zone } from '../time/zone.ts'
import type { Language } from '../words/language.ts'
import { dayText } from '../words/time.ts'

/** Who reads a summary: a parent in short, or a doctor with amounts per body weight. */
export type Audience = 'parent' | 'doctor'

/** One sentence of a summary with the entries it rests on: nothing in it stands on anything else. */
export interface SummarySentence {
  readonly kind: 'child' | 'span' | 'temperature' | 'doses' | 'otherMedicine' | 'symptoms' | 'intake' | 'gap'
  readonly text: string
  readonly entryIds: readonly string[]
}

/** What is told of an episode: its entries up to where it is counted, and how its times are written. */
export interface Story {
  readonly record: ChildRecord
  readonly episode: Episode
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
  readonly audience: Audience
  readonly readings: readonly TemperatureEntry[]
  readonly doses: readonly DoseEntry[]
  readonly symptoms: readonly SymptomEntry[]
  /** `02:10` where only one day of the episode fits, else `1 月 16 日 02:10`. */
  readonly timeText: (at: Instant) => string
}

export type StoryView = Pick<Story, 'now' | 'zone' | 'language' | 'audience'>

export function storyOf(record: ChildRecord, episode: Episode, view: StoryView): Story {
  const { start, until } = episode
  const told = record.entries.filter(({ at }) => at >= start && at <= until).sort(byTime)
  const withDate = until - start >= DAY
  return {
    record,
    episode,
    ...view,
    readings: told.filter((entry): entry is TemperatureEntry => entry.kind === 'temperature'),
    doses: told.filter((entry): entry is DoseEntry => entry.kind === 'dose'),
    symptoms: told.filter((entry): entry is SymptomEntry => entry.kind === 'symptom'),
    timeText: (at) =>
      withDate ? `${dayText(at, view.zone, view.language)} ${clockText(at, view.zone)}` : clockText(at, view.zone),
  }
}

/** An English sentence begins with a capital; Chinese has none. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Joins the parts of an enumeration in a language. */
export const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '、' : ', ')
