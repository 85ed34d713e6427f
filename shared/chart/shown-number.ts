import {
  centiCelsius,
  formatTenths,
  tenthsToCelsius,
  toFahrenheitTenths,
  toTenths,
  type CentiCelsius,
  type Tenths,
} from '../units/temperature.ts'
import type { TemperatureUnit } from '../words/measure.ts'

/** `38.9` or `102.0`: a reading as a bare number of the unit. */
export const shownNumber = (value: CentiCelsius, unit: TemperatureUnit): string =>
  unit === 'celsius' ? formatTenths(toTenths(value)) : (toFahrenheitTenths(value) / 10).toFixed(1)

/** The same of a displayed value, such as a threshold. */
export const shownTenths = (value: Tenths, unit: TemperatureUnit): string =>
  shownNumber(centiCelsius(tenthsToCelsius(value)), unit)

export const unitSign = (unit: TemperatureUnit): string => (unit === 'celsius' ? '℃' : '℉')
