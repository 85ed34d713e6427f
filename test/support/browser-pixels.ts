import type { Locator } from 'playwright-core'
import { PNG } from 'pngjs'

/** What the screen really shows of an element: how many pixels of each colour (#rrggbb). */
export async function coloursOf(what: Locator): Promise<Map<string, number>> {
  const { data } = PNG.sync.read(await what.screenshot())
  const counts = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = `#${data.subarray(at, at + 3).toString('hex')}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/** Pixels that are not of the commonest colour, the paper. */
export function inkOf(colours: ReadonlyMap<string, number>): number {
  const counts = [...colours.values()]
  return counts.reduce((sum, count) => sum + count, 0) - Math.max(...counts)
}
