import type { TemperatureEntry } from '../record/entry.ts'
import { toTenths } from '../units/temperature.ts'
import type { Frame } from './chart-view.ts'
import type { SiteReadings } from './site-readings.ts'

/** A box on the chart by its middle, in px; y counts upwards from 0 ℃. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Whether one of the drawn lines runs through a box. `degree`: how many px a degree is high. */
export function isCrossed(box: Box, sites: readonly SiteReadings[], degree: number, { xOf }: Frame): boolean {
  const [left, right] = [box.x - box.width / 2, box.x + box.width / 2]
  const heightOf = ({ temperature }: TemperatureEntry): number => (degree * toTenths(temperature)) / 10
  return sites.some(({ readings }) =>
    readings.some((to, index) => {
      const from = readings[index - 1] ?? to
      const [start, end] = [xOf(from.at), xOf(to.at)]
      if (end < left || start > right) return false
      const at = (x: number): number =>
        end === start ? heightOf(to) : heightOf(from) + ((heightOf(to) - heightOf(from)) * (x - start)) / (end - start)
      const [one, other] = [at(Math.max(left, start)), at(Math.min(right, end))]
      return Math.min(one, other) < box.y + box.height / 2 && Math.max(one, other) > box.y - box.height / 2
    }),
  )
}
