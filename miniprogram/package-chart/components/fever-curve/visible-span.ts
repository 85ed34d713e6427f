import type { Span } from '../../../../shared/chart/chart-view.ts'
import { LEAST_SPAN } from '../../../../shared/chart/fever-chart.ts'
import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'

/** What fingers did to the chart: places are shares of its width, from 0 at the left edge to 1 at the right one. */
export interface Drag {
  readonly from: number
  readonly to: number
  /** How many times wider everything became. */
  readonly scale: number
}

/** The time in sight once what was at `from` has come to `to`: never outside the whole, never less than can be drawn. */
export function dragged(before: Span, whole: Span, { from, to, scale }: Drag): Span {
  const all = whole.to - whole.from
  const length = Math.min(all, Math.max(Math.min(LEAST_SPAN, all), (before.to - before.from) / scale))
  const held = before.from + (before.to - before.from) * from
  const start = Math.min(Math.max(held - length * to, whole.from), whole.to - length)
  return { from: Math.round(start) as Instant, to: Math.round(start + length) as Instant }
}

/** Whether all there is is in sight; a minute is less than a pixel. */
export const isWhole = (visible: Span, whole: Span): boolean =>
  whole.to - whole.from - (visible.to - visible.from) < MINUTE

/** The time in sight after the whole has changed: as it was, moved in where it stands out. */
export const within = (visible: Span, whole: Span): Span => dragged(visible, whole, { from: 0, to: 0, scale: 1 })
