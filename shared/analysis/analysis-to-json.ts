import type { Below } from '../curve/below.ts'
import type { Episode } from '../curve/episode.ts'
import type { HistoryRow } from '../curve/history.ts'
import type { Response } from '../curve/response.ts'
import type { Reading } from '../curve/timeline.ts'
import type { Trend } from '../curve/trend.ts'
import { ingredientVerdictToJson } from '../dosing/dose-check-json.ts'
import type { IngredientVerdict } from '../dosing/verdict.ts'
import type { RedFlag } from '../red-flags/red-flag.ts'
import { isoIn, type Zone } from '../time/zone.ts'
import { tenthsToCelsius } from '../units/temperature.ts'
import type { Analysis } from './analyse.ts'
import type {
  AnalysisJson,
  BelowJson,
  DosingJson,
  EpisodeJson,
  LatestJson,
  RedFlagJson,
  ResponseJson,
  TrendJson,
} from './analysis-json.ts'
import type { Latest } from './latest.ts'

/** The analysis as the tools and the API print it: times ISO 8601 in the zone, temperatures in ℃ as displayed. */
export function analysisToJson(analysis: Analysis, zone: Zone): AnalysisJson {
  return {
    now: isoIn(zone, analysis.now),
    episodes: analysis.episodes.map((episode) => episodeToJson(episode, zone)),
    latest: analysis.latest && latestToJson(analysis.latest, zone),
    trend: trendToJson(analysis.trend),
    responses: analysis.responses.map(responseToJson),
    history: historyToJson(analysis.history),
    dosing: Object.fromEntries(analysis.dosing.map((one) => [one.ingredient, dosingToJson(one, zone)])),
    redFlags: analysis.redFlags.map((flag) => redFlagToJson(flag, zone)),
    duplicates: analysis.duplicates.map(({ kind, entryIds }) => ({ kind, entryIds: [...entryIds] })),
    implausible: analysis.implausible.map(({ entryId, reason }) => ({ entryId, reason })),
  }
}

const episodeToJson = (episode: Episode, zone: Zone): EpisodeJson => ({
  start: isoIn(zone, episode.start),
  end: episode.end === null ? null : isoIn(zone, episode.end),
  status: episode.status,
  maxCelsius: tenthsToCelsius(episode.highest.value),
  maxAt: isoIn(zone, episode.highest.at),
  maxSite: episode.highest.site,
  readings: episode.readings,
  doses: episode.doses,
  feverDays: episode.feverDays,
})

const latestToJson = ({ entryId, value, site, at, grade }: Latest, zone: Zone): LatestJson => ({
  entryId,
  celsius: tenthsToCelsius(value),
  site,
  at: isoIn(zone, at),
  grade,
})

const trendToJson = ({ state, reason, change, from, to }: Trend): TrendJson => ({
  state,
  reason,
  changeCelsius: change === null ? null : tenthsToCelsius(change),
  fromEntryId: from && from.id,
  toEntryId: to && to.id,
})

function responseToJson(response: Response): ResponseJson {
  const { doseId, ingredient } = response
  if (!response.evaluable) return { doseId, ingredient, evaluable: false, reason: response.reason }
  const { confounded, baseline, firstFall, lowest, belowThreshold, below38_5, roseAgain, backToBaseline } = response
  return {
    doseId,
    ingredient,
    evaluable: true,
    reason: null,
    confounded,
    baseline: readingToJson(baseline),
    firstFall: firstFall && { ...firstFall },
    lowest: {
      ...readingToJson(lowest.reading),
      dropCelsius: tenthsToCelsius(lowest.drop),
      bracketed: lowest.bracketed,
    },
    belowThreshold: belowThreshold && {
      thresholdCelsius: tenthsToCelsius(belowThreshold.threshold),
      ...belowToJson(belowThreshold),
    },
    below38_5: below38_5 && belowToJson(below38_5),
    roseAgain,
    backToBaseline,
  }
}

const readingToJson = ({ id, value }: Reading) => ({ entryId: id, celsius: tenthsToCelsius(value) })

const belowToJson = ({ minMinutes, maxMinutes, censoredBy }: Below): BelowJson => ({
  minMinutes,
  maxMinutes,
  censoredBy,
})

function historyToJson(rows: readonly HistoryRow[]): AnalysisJson['history'] {
  const history: AnalysisJson['history'] = {}
  for (const { ingredient, site, n, minMinutes, maxMinutes } of rows) {
    history[ingredient] = { ...history[ingredient], [site]: { n, minMinutes, maxMinutes } }
  }
  return history
}

const redFlagToJson = ({ rule, level, entryIds, source, gaps, values }: RedFlag, zone: Zone): RedFlagJson => ({
  rule,
  level,
  entryIds: [...entryIds],
  source,
  ...(gaps.length === 0
    ? {}
    : { gaps: gaps.map(({ from, to }) => ({ from: isoIn(zone, from), to: isoIn(zone, to) })) }),
  ...(values.advice === 'poison' ? { advice: 'poison' as const } : {}),
})

function dosingToJson(one: IngredientVerdict, zone: Zone): DosingJson {
  const { verdict, rules, earliestAt, dosesIn24h, mgPerKgIn24h } = ingredientVerdictToJson(one, zone)
  return { verdict, rules, earliestAt, dosesIn24h, mgPerKgIn24h }
}
