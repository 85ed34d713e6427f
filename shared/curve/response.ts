import { thresholdOf } from '../fever/thresholds.ts'
import { HOUR, MINUTE, shift, type Instant } from '../time/instant.ts'
import { tenths, type Tenths } from '../units/temperature.ts'
import { atLeast, atMost, timeBelow, type Below, type CensoredBy } from './below.ts'
import { CURVE_LIMITS } from './limits.ts'
import { baselineOf, givenIngredients, readingsOf, WINDOW, type GivenIngredient } from './response-window.ts'
import type { Reading, Timeline } from './timeline.ts'

/** Why a response cannot be told, in the order in which it is asked. */
export type NotEvaluable = 'no_baseline' | 'baseline_not_febrile' | 'too_few_readings'

interface Given {
  readonly doseId: string
  readonly ingredient: string
}

/** A dose whose response cannot be told. */
interface UntoldResponse extends Given {
  readonly evaluable: false
  readonly reason: NotEvaluable
}

/** What was measured after a dose. It says what happened, never what the medicine did or will do. */
export interface ToldResponse extends Given {
  readonly evaluable: true
  /** Another antipyretic ingredient was at work too. */
  readonly confounded: boolean
  readonly baseline: Reading
  /** Between which minutes after the dose it first fell by 0.5 ℃; null when it did not. */
  readonly firstFall: { readonly afterMinutes: number; readonly byMinutes: number } | null
  /** The lowest reading; `bracketed` when higher ones within 2 h stand on both sides of it. `drop` may be 0 or less. */
  readonly lowest: { readonly reading: Reading; readonly drop: Tenths; readonly bracketed: boolean }
  readonly belowThreshold: Below | null
  /** The same for 38.5 ℃; null too when the baseline is below it. */
  readonly below38_5: Below | null
  readonly roseAgain: boolean
  readonly backToBaseline: boolean
}

export type Response = ToldResponse | UntoldResponse

const FIRST_AFTER = CURVE_LIMITS.firstReadingAfter.value * MINUTE
const FIRST_BY = CURVE_LIMITS.firstReadingBy.value * HOUR
const FALL = tenths(CURVE_LIMITS.fall.value)
const HIGHER = tenths(CURVE_LIMITS.bracketHigher.value)
const NEARBY = CURVE_LIMITS.bracketWithin.value * HOUR
const NEAR_BASELINE = tenths(CURVE_LIMITS.backToBaseline.value)
const HIGH = tenths(CURVE_LIMITS.high.value)

/** The response to every antipyretic ingredient given, in record order, each ingredient of a product apart. */
export function responsesOf(timeline: Timeline): readonly Response[] {
  const lastOfSite = new Map(timeline.readings.map(({ site, at }) => [site, at]))
  return givenIngredients(timeline.doses).map((given) => responseTo(given, timeline, lastOfSite))
}

/** When each site was last measured at all. */
type LastOfSite = ReadonlyMap<Reading['site'], Instant>

function responseTo(given: GivenIngredient, timeline: Timeline, lastOfSite: LastOfSite): Response {
  const { dose, ingredient, confounded } = given
  const head = { doseId: dose.id, ingredient }
  const baseline = baselineOf(dose, timeline)
  if (!baseline) return { ...head, evaluable: false, reason: 'no_baseline' }
  if (!baseline.febrile) return { ...head, evaluable: false, reason: 'baseline_not_febrile' }
  const readings = readingsOf(given, baseline, timeline)
  if (!readings.some(({ at }) => at > dose.at + FIRST_AFTER && at <= dose.at + FIRST_BY)) {
    return { ...head, evaluable: false, reason: 'too_few_readings' }
  }
  const series = [baseline, ...readings]
  const censoredBy = unseenEnd(given, lastOfSite.get(baseline.site)!)
  const belowThreshold = timeBelow(series, thresholdOf(baseline.site)!, censoredBy)
  const lowest = lowestOf(series)
  return {
    ...head,
    evaluable: true,
    confounded,
    baseline,
    firstFall: firstFallOf(series, given),
    lowest,
    belowThreshold,
    below38_5: baseline.value < HIGH ? null : timeBelow(series, HIGH, censoredBy),
    roseAgain: belowThreshold !== null && belowThreshold.censoredBy === null,
    backToBaseline: series
      .slice(series.indexOf(lowest.reading) + 1)
      .some(({ value }) => value >= baseline.value - NEAR_BASELINE),
  }
}

/** Why an end below a threshold would not be seen: another dose cut the window, or nobody measured to its end. */
function unseenEnd({ dose, next }: GivenIngredient, lastOfSite: Instant): CensoredBy {
  const end = shift(dose.at, WINDOW)
  if (next && next.at <= end) return 'nextDose'
  return lastOfSite > end ? 'window' : 'noReading'
}

function firstFallOf(series: readonly Reading[], { dose }: GivenIngredient): ToldResponse['firstFall'] {
  const index = series.findIndex(({ value }) => value <= series[0]!.value - FALL)
  if (index < 0) return null
  return {
    afterMinutes: Math.max(0, atLeast(dose.at, series[index - 1]!.at)),
    byMinutes: atMost(dose.at, series[index]!.at),
  }
}

function lowestOf(series: readonly Reading[]): ToldResponse['lowest'] {
  const [baseline, ...readings] = series as readonly [Reading, ...Reading[]]
  const reading = readings.reduce((low, one) => (one.value < low.value ? one : low))
  const index = series.indexOf(reading)
  const isHigherNearby = (one: Reading): boolean =>
    Math.abs(one.at - reading.at) <= NEARBY && one.value >= reading.value + HIGHER
  return {
    reading,
    drop: (baseline.value - reading.value) as Tenths,
    bracketed: series.slice(0, index).some(isHigherNearby) && series.slice(index + 1).some(isHigherNearby),
  }
}
