import { tenthsToCelsius, toTenths } from '../units/temperature.ts'
import type { AxisOption } from './chart-option.ts'
import type { Frame } from './chart-view.ts'
import type { SiteReadings } from './site-readings.ts'

/** What the temperature axis spans, in ℃. */
export interface TemperatureRange {
  readonly min: number
  readonly max: number
}

const ORDINARY: TemperatureRange = { min: 35.5, max: 41 }

/** 35.5–41 ℃, extended by half degrees to hold every shown reading: never from 0, never cut. */
export function temperatureRange(sites: readonly SiteReadings[]): TemperatureRange {
  const values = sites.flatMap(({ readings }) => readings.map((one) => tenthsToCelsius(toTenths(one.temperature))))
  return values.reduce(
    ({ min, max }, value) => ({
      min: Math.min(min, Math.floor((value - 0.2) * 2) / 2),
      max: Math.max(max, Math.ceil((value + 0.2) * 2) / 2),
    }),
    ORDINARY,
  )
}

export function temperatureAxis({ min, max }: TemperatureRange, { palette, fontSize }: Frame): AxisOption {
  const step = max - min > 12 ? Math.ceil((max - min) / 8) : 1
  const first = Math.ceil(min)
  const degrees = Array.from({ length: Math.floor((max - first) / step) + 1 }, (_, index) => first + index * step)
  return {
    type: 'value',
    gridIndex: 0,
    min,
    max,
    name: '℃',
    nameGap: 9,
    nameTextStyle: { color: palette.secondary, fontSize, align: 'right', padding: [0, 4, 0, 0] },
    axisLine: { show: false },
    axisTick: { show: false, customValues: degrees },
    axisLabel: {
      show: true,
      customValues: degrees,
      color: palette.secondary,
      fontSize,
      margin: 6,
    },
    splitLine: { show: true, lineStyle: { color: palette.hairline, width: 1 } },
  }
}
