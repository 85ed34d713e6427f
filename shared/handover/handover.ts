import { readingOf, timelineOf, type Reading } from '../curve/timeline.ts'
import { findEpisodes } from '../curve/episode.ts'
import { checkDose } from '../dosing/check-dose.ts'
import { COVERED } from '../dosing/formulary.ts'
import { isRunning, type DoseIntent } from '../dosing/intent.ts'
import { doseQuestion } from '../dosing/question.ts'
import type { Situation } from '../dosing/situation.ts'
import type { IngredientVerdict } from '../dosing/verdict.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type DoseEntry, type Entry, type SymptomEntry, type TemperatureEntry } from '../record/entry.ts'
import { findRedFlags } from '../red-flags/find-red-flags.ts'
import type { RedFlag } from '../red-flags/red-flag.ts'
import type { Instant } from '../time/instant.ts'

/** An entry that somebody changed, or took away, in the meantime. */
export interface Edit {
  readonly entryId: string
  readonly at: Instant
  readonly by: string | null
  readonly deleted: boolean
}

/** What happened after one moment and up to another, and how things stand then: what one caregiver hands to the next. */
export interface Handover {
  readonly from: Instant
  readonly to: Instant
  readonly readings: readonly TemperatureEntry[]
  /** The highest by displayed value of those that can be graded, the first of equals. */
  readonly highest: Reading | null
  readonly latest: TemperatureEntry | null
  readonly doses: readonly DoseEntry[]
  /** Symptoms and states, present or absent, without drinking and urine. */
  readonly symptoms: readonly SymptomEntry[]
  readonly drinks: readonly SymptomEntry[]
  readonly urine: readonly SymptomEntry[]
  /** "I am giving it now", still running. */
  readonly inProgress: readonly DoseIntent[]
  /** Whether each covered ingredient could be given now, asked without an amount. */
  readonly dosing: readonly IngredientVerdict[]
  readonly redFlags: readonly RedFlag[]
  readonly edited: readonly Edit[]
}

/** The facts between two moments: entries later than `from` and up to `to`, and what the rules say at `to`. */
export function handoverBetween(
  record: ChildRecord,
  from: Instant,
  to: Instant,
  situation: Situation,
  edits: readonly Edit[] = [],
): Handover {
  const told = record.entries.filter(({ at }) => at > from && at <= to).sort(byTime)
  const readings = told.filter(isTemperature)
  const symptoms = told.filter(isSymptom)
  const timeline = timelineOf(record, to)
  const { zone, intents = [] } = situation
  return {
    from,
    to,
    readings,
    highest: highestOf(readings),
    latest: readings[readings.length - 1] ?? null,
    doses: told.filter(isDose),
    symptoms: symptoms.filter(({ code }) => code !== 'drinking' && code !== 'urinated'),
    drinks: symptoms.filter(({ code, present }) => code === 'drinking' && present),
    urine: symptoms.filter(({ code, present }) => code === 'urinated' && present),
    inProgress: intents.filter((intent) => isRunning(intent, to)),
    dosing: COVERED.flatMap((ingredient) => checkDose(record, doseQuestion({ ingredient }), to, situation).ingredients),
    redFlags: findRedFlags(record, timeline, findEpisodes(timeline, to, zone), to, zone),
    edited: edits.filter(({ at }) => at > from && at <= to),
  }
}

const isTemperature = (entry: Entry): entry is TemperatureEntry => entry.kind === 'temperature'
const isDose = (entry: Entry): entry is DoseEntry => entry.kind === 'dose'
const isSymptom = (entry: Entry): entry is SymptomEntry => entry.kind === 'symptom'

const highestOf = (entries: readonly TemperatureEntry[]): Reading | null =>
  entries
    .map(readingOf)
    .filter((reading): reading is Reading => reading !== null)
    .reduce<Reading | null>((highest, one) => (highest && highest.value >= one.value ? highest : one), null)
