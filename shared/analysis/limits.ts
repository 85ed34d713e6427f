import type { Limit } from '../evidence/source.ts'

const judged = (value: number, unit: Limit['unit'], source: string): Limit => ({
  value,
  unit,
  source,
  mark: 'judgement',
})

const PLAUSIBILITY = 'clinical review §3.3 (9)'

/** Figures of the questions asked about odd and doubled entries. */
export const ANALYSIS_LIMITS = {
  lowestPlausible: judged(34, '℃', PLAUSIBILITY),
  highestPlausible: judged(42.5, '℃', PLAUSIBILITY),
  fastestChange: judged(2.5, '℃/h', PLAUSIBILITY),
  /** Smaller changes are never too fast. */
  leastChange: judged(1.0, '℃', PLAUSIBILITY),
  /** A weight further than this from the one before it is asked about, kg and 斤 together. */
  weightChange: judged(20, '%', 'Shouwen'),
  sameReading: judged(3, 'min', 'Shouwen'),
  sameDose: judged(30, 'min', 'Shouwen'),
} as const satisfies Readonly<Record<string, Limit>>
