import { tenthsToCelsius, toTenths } from '../units/temperature.ts'
import type { AxisOption } from './chart-option.ts'
import type { Frame } from './chart-view.ts'
import { unitSign } from './shown-number.ts'
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

export function temperatureAxis(range: TemperatureRange, { palette, fontSize, unit }: Frame): AxisOption {
  const { min, max } = range
  const degrees = unit === 'celsius' ? wholeDegrees(range, 1) : wholeDegrees(inFahrenheit(range), 2).map(toCelsius)
  return {
    type: 'value',
    gridIndex: 0,
    min,
    max,
    name: unitSign(unit),
    nameGap: 9,
    nameTextStyle: { color: palette.secondary, fontSize, align: 'right', padding: [0, 4, 0, 0] },
    axisLine: { show: false },
    axisTick: { show: false, customValues: degrees },
    axisLabel: {
      show: true,
      customValues: degrees,
      ...(unit === 'celsius' ? {} : { formatter: (value: number) => String(Math.round(toFahrenheit(value))) }),
      color: palette.secondary,
      fontSize,
      margin: 6,
    },
    splitLine: { show: true, lineStyle: { color: palette.hairline, width: 1 } },
  }
}

/** Multiples of a step in a range, of a wider one where they would be too many. */
function wholeDegrees({ min, max }: TemperatureRange, least: number): number[] {
  const step = max - min > 12 * least ? Math.ceil((max - min) / 8) : least
  const first = Math.ceil(min / least) * least
  return Array.from({ length: Math.floor((max - first) / step) + 1 }, (_, index) => first + index * step)
}

// Places on the axis, not temperatures: those are never computed with.
const toFahrenheit = (celsius: number): number => celsius * 1.8 + 32
const toCelsius = (fahrenheit: number): number => (fahrenheit - 32) / 1.8
const inFahrenheit = ({ min, max }: TemperatureRange): TemperatureRange => ({
  min: toFahrenheit(min),
  max: toFahrenheit(max),
})
