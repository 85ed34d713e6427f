import type { Episode } from '../curve/episode.ts'
import type { Timeline } from '../curve/timeline.ts'
import { medicineLogOf } from '../dosing/medicine-log.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type AnswerEntry, type SymptomEntry } from '../record/entry.ts'
import type { Instant } from '../time/instant.ts'
import { firstFrom } from '../time/search.ts'
import type { Zone } from '../time/zone.ts'
import { antipyreticRun } from './antipyretic-run.ts'
import { durationFlags } from './duration-flags.ts'
import { illnessAt, lookBackTo } from './illness.ts'
import { ibuprofenWhileDry, mistakenDoses } from './medicine-flags.ts'
import { questionFlags, symptomFlags } from './noted-flags.ts'
import { readingFlags } from './reading-flags.ts'
import { URGENCIES, type RedFlag } from './red-flag.ts'

/**
 * Everything in the record up to now that asks for care, the most urgent first. An empty list says that nothing was logged,
 * never that nothing is wrong.
 */
export function findRedFlags(
  record: ChildRecord,
  timeline: Timeline,
  episodes: readonly Episode[],
  now: Instant,
  zone: Zone,
): readonly RedFlag[] {
  const illness = illnessAt(episodes, timeline, now)
  const from = lookBackTo(illness, now)
  const entries = record.entries.filter(({ at }) => at <= now)
  const symptoms = entries.filter((entry): entry is SymptomEntry => entry.kind === 'symptom').sort(byTime)
  const answers = entries.filter((entry): entry is AnswerEntry => entry.kind === 'answer' && entry.at >= from)
  const log = medicineLogOf({ ...record, entries })
  const medicines = { record: { ...record, entries }, log, symptoms, from, now, zone }
  return inOrder([
    ...readingFlags(timeline.readings.slice(firstFrom(timeline.readings, from)), record.child, zone),
    ...(illness ? durationFlags(illness, record.child, now, zone) : []),
    ...mistakenDoses(medicines),
    ...antipyreticRun(timeline, now, zone),
    ...ibuprofenWhileDry(medicines),
    ...symptomFlags(symptoms, now),
    ...questionFlags(answers.sort(byTime)),
  ])
}

/** The most urgent first, else derived ones by number, then symptoms, then answers. */
const inOrder = (flags: readonly RedFlag[]): readonly RedFlag[] =>
  URGENCIES.flatMap((level) => {
    const same = flags.filter((flag) => flag.level === level)
    const derived = same.filter(({ rule }) => rule.startsWith('R')).sort((a, b) => numberOf(a) - numberOf(b))
    return [...derived, ...same.filter(({ rule }) => !rule.startsWith('R'))]
  })

/** 7 of `R7`. */
const numberOf = ({ rule }: RedFlag): number => Number(rule.slice(1))
