import type { Site } from '../record/entry.ts'
import { CURVE_LIMITS } from './limits.ts'
import type { Response, ToldResponse } from './response.ts'

/** What happened before with one ingredient at one site: how long it stayed below the fever threshold, over `n` doses. */
export interface HistoryRow {
  readonly ingredient: string
  readonly site: Site
  readonly n: number
  /** The least of the lower bounds, the greatest of the upper ones; null when one of those was never seen. */
  readonly minMinutes: number
  readonly maxMinutes: number | null
}

const ENOUGH = CURVE_LIMITS.historyDoses.value

/** The child's own history per ingredient and site, from evaluable, unconfounded doses. Never a forecast, never a ranking. */
export function historyOf(responses: readonly Response[]): readonly HistoryRow[] {
  const groups = new Map<string, ToldResponse[]>()
  for (const response of responses) {
    if (!response.evaluable || response.confounded) continue
    const key = `${response.ingredient} ${response.baseline.site}`
    const group = groups.get(key)
    if (group) group.push(response)
    else groups.set(key, [response])
  }
  return [...groups.values()].filter((group) => group.length >= ENOUGH).map(rowOf)
}

function rowOf(group: readonly ToldResponse[]): HistoryRow {
  const { ingredient, baseline } = group[0]!
  // A dose after which it never got below the threshold counts with 0.
  const mins = group.map(({ belowThreshold }) => belowThreshold?.minMinutes ?? 0)
  const maxs = group.map(({ belowThreshold }) => (belowThreshold ? belowThreshold.maxMinutes : 0))
  return {
    ingredient,
    site: baseline.site,
    n: group.length,
    minMinutes: Math.min(...mins),
    maxMinutes: maxs.reduce((most, max) => (most === null || max === null ? null : Math.max(most, max)), 0),
  }
}
