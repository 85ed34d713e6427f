import type { ChildRecord } from '../record/child-record.ts'
import { findEpisodes, type Episode } from '../curve/episode.ts'
import { historyOf, type HistoryRow } from '../curve/history.ts'
import { responsesOf, type Response } from '../curve/response.ts'
import { timelineOf } from '../curve/timeline.ts'
import { trendAt, type Trend } from '../curve/trend.ts'
import { checkDose } from '../dosing/check-dose.ts'
import { COVERED } from '../dosing/formulary.ts'
import { doseQuestion } from '../dosing/question.ts'
import { wholeRecord } from '../dosing/situation.ts'
import type { IngredientVerdict } from '../dosing/verdict.ts'
import { findRedFlags } from '../red-flags/find-red-flags.ts'
import type { RedFlag } from '../red-flags/red-flag.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { findDuplicates, type Duplicate } from './duplicates.ts'
import { latestReading, type Latest } from './latest.ts'
import { findImplausible, type Implausible } from './plausibility.ts'

/** All that the rules can tell of a record at a moment, with the entries each answer rests on. */
export interface Analysis {
  readonly now: Instant
  /** Oldest first. */
  readonly episodes: readonly Episode[]
  readonly latest: Latest | null
  readonly trend: Trend
  /** In record order. */
  readonly responses: readonly Response[]
  readonly history: readonly HistoryRow[]
  /** Whether each covered ingredient could be given now, asked without an amount. */
  readonly dosing: readonly IngredientVerdict[]
  readonly redFlags: readonly RedFlag[]
  readonly duplicates: readonly Duplicate[]
  readonly implausible: readonly Implausible[]
}

/**
 * The whole analysis of a child's record at `now`; days and displayed times are in the zone. Entries later than now are left
 * out of episodes, latest, trend and responses; the guard counts such doses as given now.
 */
export function analyse(record: ChildRecord, now: Instant, zone: Zone): Analysis {
  const timeline = timelineOf(record, now)
  const responses = responsesOf(timeline)
  const episodes = findEpisodes(timeline, now, zone)
  return {
    now,
    episodes,
    latest: latestReading(record, now),
    trend: trendAt(timeline, now),
    responses,
    history: historyOf(responses),
    dosing: COVERED.flatMap(
      (ingredient) => checkDose(record, doseQuestion({ ingredient }), now, wholeRecord(zone)).ingredients,
    ),
    redFlags: findRedFlags(record, timeline, episodes, now, zone),
    duplicates: findDuplicates(record.entries, record.products),
    implausible: findImplausible(record.entries),
  }
}
