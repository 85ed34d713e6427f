import { isOutsideBand } from '../dosing/weight-band.ts'
import type { Child, Weight } from '../record/child.ts'
import { ANALYSIS_LIMITS } from './limits.ts'

/** What is odd about a weight: asked about, in kilograms and 斤 together, never altered or dropped. */
export type WeightOddity = 'outside_age_band' | 'far_from_last'

/** What is odd about a weight beside those written down before it, in any order. */
export function oddWeight(weight: Weight, others: readonly Weight[], child: Child): readonly WeightOddity[] {
  const odd: WeightOddity[] = []
  if (isOutsideBand(weight, child)) odd.push('outside_age_band')
  const last = others
    .filter(({ on }) => on < weight.on)
    .reduce<Weight | null>((latest, one) => (latest === null || one.on >= latest.on ? one : latest), null)
  if (last && isFarFrom(weight.weight, last.weight)) odd.push('far_from_last')
  return odd
}

const isFarFrom = (weight: number, last: number): boolean =>
  Math.abs(weight - last) * 100 > last * ANALYSIS_LIMITS.weightChange.value
