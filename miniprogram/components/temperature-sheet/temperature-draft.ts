import { SITES, type Site } from '../../../shared/record/entry.ts'
import {
  centiCelsius,
  fromFahrenheit,
  toTenths,
  formatTenths,
  toFahrenheitTenths,
} from '../../../shared/units/temperature.ts'
import type { CentiCelsius } from '../../../shared/units/temperature.ts'
import { siteName, temperatureText, type TemperatureUnit } from '../../../shared/words/measure.ts'
import { saveTextOf, textsOf, timeChipsOf, type SheetContext } from '../../views/sheet-context.ts'
import type { TimeChoice } from '../../views/time-choice.ts'
import type { TimeChipsView } from '../../views/time-choice.ts'

/** A temperature being written down. The point comes by itself: `385` is 38.5, and `1004` is 100.4. */
export interface TemperatureDraft {
  readonly digits: string
  readonly site: Site
  readonly time: TimeChoice
}

/** Digits before the point: a reading in ℉ that begins with 1 is above 100. */
const wholeDigits = (digits: string, unit: TemperatureUnit): number =>
  unit === 'fahrenheit' && digits.startsWith('1') ? 3 : 2

/** The digits after one more key: a digit too many and one that begins nothing are ignored. */
export function pressed(digits: string, key: string, unit: TemperatureUnit): string {
  if (key === 'clear') return ''
  if (key === 'backspace') return digits.slice(0, -1)
  if (digits === '' && key === '0') return ''
  return digits.length > wholeDigits(digits, unit) ? digits : digits + key
}

/** The reading in hundredths of a degree Celsius; null until it is complete. */
export function readingOfDigits(digits: string, unit: TemperatureUnit): CentiCelsius | null {
  if (digits.length <= wholeDigits(digits, unit)) return null
  const degrees = Number(digits) / 10
  return unit === 'celsius' ? centiCelsius(degrees) : fromFahrenheit(degrees)
}

/** The digits that stand for a reading that is there already. */
export const digitsOf = (reading: CentiCelsius, unit: TemperatureUnit): string =>
  unit === 'celsius' ? formatTenths(toTenths(reading)).replace('.', '') : String(toFahrenheitTenths(reading))

export interface TemperatureSheetView {
  readonly title: string
  readonly figure: string
  readonly isEmpty: boolean
  readonly unit: string
  readonly other: string
  readonly siteLabel: string
  readonly sites: readonly { readonly value: Site; readonly name: string }[]
  readonly site: Site
  readonly time: TimeChipsView
  readonly hint: string
  readonly saveText: string
  readonly canSave: boolean
  readonly clearText: string
  readonly backspaceText: string
  readonly closeText: string
  readonly deleteText: string
}

export function temperatureSheetView(
  { digits, site, time }: TemperatureDraft,
  context: SheetContext,
): TemperatureSheetView {
  const { unit, language, childName, isEdit } = context
  const texts = textsOf(context)
  const reading = readingOfDigits(digits, unit)
  const timeView = timeChipsOf(time, context)
  return {
    title: isEdit ? texts.temperature.editTitle : texts.temperature.titleOf(childName),
    figure: digits === '' ? texts.temperature.placeholder : written(digits, unit),
    isEmpty: digits === '',
    unit: unit === 'celsius' ? '℃' : '℉',
    other: reading === null ? '' : temperatureText(reading, unit === 'celsius' ? 'fahrenheit' : 'celsius'),
    siteLabel: texts.temperature.site,
    sites: SITES.map((value) => ({ value, name: siteName(value, language) })),
    site,
    time: timeView,
    hint: digits !== '' && reading === null ? texts.temperature.short : '',
    saveText: saveTextOf(context),
    canSave: reading !== null && !timeView.isFuture,
    clearText: texts.temperature.clear,
    backspaceText: texts.temperature.backspace,
    closeText: texts.common.cancel,
    deleteText: isEdit ? texts.common.delete : '',
  }
}

/** `3`, `38.`, `38.5`: what has been pressed, with the point where it will be. */
function written(digits: string, unit: TemperatureUnit): string {
  const whole = wholeDigits(digits, unit)
  if (digits.length < whole) return digits
  return `${digits.slice(0, whole)}.${digits.slice(whole)}`
}
