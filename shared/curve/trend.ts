import { HOUR, type Instant } from '../time/instant.ts'
import { tenths, type Tenths } from '../units/temperature.ts'
import { CURVE_LIMITS } from './limits.ts'
import type { Reading, Timeline } from './timeline.ts'

/** Why the trend is unknown: nothing measured, not measured for 2 h, no earlier reading of the site, or one too long before. */
export type TrendUnknown = 'no_reading' | 'latest_too_old' | 'no_earlier_same_site' | 'too_far_apart'

interface TrendEvidence {
  readonly from: Reading | null
  readonly to: Reading | null
}

export type Trend =
  | {
      readonly state: 'falling' | 'steady' | 'rising'
      readonly reason: null
      readonly change: Tenths
      readonly from: Reading
      readonly to: Reading
    }
  | ({ readonly state: 'unknown'; readonly reason: TrendUnknown; readonly change: null } & TrendEvidence)

const FRESH = CURVE_LIMITS.trendFresh.value * HOUR
const APART = CURVE_LIMITS.trendApart.value * HOUR
const CHANGE = tenths(CURVE_LIMITS.trendChange.value)

/** Whether the temperature is falling, steady or rising at now, by the latest two readings of one site; else why not known. */
export function trendAt(timeline: Timeline, now: Instant): Trend {
  const { readings } = timeline
  const to = readings[readings.length - 1]
  if (!to) return unknown('no_reading', null, null)
  const from = earlierOfSite(readings, to)
  if (now - to.at > FRESH) return unknown('latest_too_old', from, to)
  if (!from) return unknown('no_earlier_same_site', null, to)
  if (to.at - from.at > APART) return unknown('too_far_apart', from, to)
  const change = (to.value - from.value) as Tenths
  const state = Math.abs(change) < CHANGE ? 'steady' : change < 0 ? 'falling' : 'rising'
  return { state, reason: null, change, from, to }
}

const unknown = (reason: TrendUnknown, from: Reading | null, to: Reading | null): Trend => ({
  state: 'unknown',
  reason,
  change: null,
  from,
  to,
})

function earlierOfSite(readings: readonly Reading[], latest: Reading): Reading | null {
  for (let index = readings.length - 2; index >= 0; index--) {
    if (readings[index]!.site === latest.site) return readings[index]!
  }
  return null
}
