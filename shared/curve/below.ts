import { MINUTE, type Instant } from '../time/instant.ts'
import type { Tenths } from '../units/temperature.ts'
import type { Reading } from './timeline.ts'

/** Why the end of the time below a threshold was not seen. */
export type CensoredBy = 'nextDose' | 'window' | 'noReading'

/** For how long the temperature was below a threshold: at least, and at most (null: nobody saw it come back). Whole minutes. */
export interface Below {
  readonly threshold: Tenths
  readonly minMinutes: number
  readonly maxMinutes: number | null
  readonly censoredBy: CensoredBy | null
}

/** Whole minutes between two instants: a lower bound is cut off, an upper bound rounded up, so that both stay true. */
export const atLeast = (from: Instant, to: Instant): number => Math.floor((to - from) / MINUTE)
export const atMost = (from: Instant, to: Instant): number => Math.ceil((to - from) / MINUTE)

/**
 * The first time below a threshold. `series` is the baseline, at or above it, and the readings after; null when none of
 * them is below. `censoredBy` says why no reading back above was seen, if none was.
 */
export function timeBelow(series: readonly Reading[], threshold: Tenths, censoredBy: CensoredBy): Below | null {
  const first = series.findIndex(({ value }) => value < threshold)
  if (first < 0) return null
  let last = first
  while (last + 1 < series.length && series[last + 1]!.value < threshold) last++
  const back = series[last + 1]
  return {
    threshold,
    minMinutes: atLeast(series[first]!.at, series[last]!.at),
    maxMinutes: back ? atMost(series[first - 1]!.at, back.at) : null,
    censoredBy: back ? null : censoredBy,
  }
}
