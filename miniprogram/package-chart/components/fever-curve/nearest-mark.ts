/** A mark where it is drawn, in px of the chart. */
export interface PlacedMark {
  readonly x: number
  readonly y: number
  readonly entryIds: readonly string[]
}

/** A finger covers about this many px around where it points. */
const REACH = 24

/** The mark a finger means, the nearest in its reach; null when there is none. */
export function nearestMark<Placed extends PlacedMark>(marks: readonly Placed[], x: number, y: number): Placed | null {
  const away = (mark: Placed): number => Math.hypot(mark.x - x, mark.y - y)
  const nearest = marks.reduce<Placed | null>(
    (best, mark) => (best === null || away(mark) < away(best) ? mark : best),
    null,
  )
  return nearest !== null && away(nearest) <= REACH ? nearest : null
}

/** The mark above or below a finger that slides along the time; null when there is none at all. */
export const markAlong = <Placed extends PlacedMark>(marks: readonly Placed[], x: number): Placed | null =>
  marks.reduce<Placed | null>(
    (best, mark) => (best === null || Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best),
    null,
  )
