import { tenths, type Tenths } from '../units/temperature.ts'
import type { Palette } from './palette.ts'

const STOPS: readonly Tenths[] = [36.5, 37.5, 38.5, 39.5, 41].map(tenths)

/** The colour of a temperature on the palette's scale, as `#RRGGBB`; beyond its ends the end colours. */
export function temperatureColour(value: Tenths, { temperatures }: Palette): string {
  const upper = STOPS.findIndex((stop) => value <= stop)
  if (upper === 0) return temperatures[0]
  if (upper < 0) return temperatures[4]
  const low = STOPS[upper - 1]!
  const share = (value - low) / (STOPS[upper]! - low)
  return mixed(temperatures[upper - 1]!, temperatures[upper]!, share)
}

function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(start, start + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`.toUpperCase()
}
