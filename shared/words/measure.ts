import type { Site } from '../record/entry.ts'
import type { Grade } from '../fever/grade.ts'
import { formatTenths, toFahrenheitTenths, toTenths, type CentiCelsius, type Tenths } from '../units/temperature.ts'
import type { Language, Text } from './language.ts'

export type TemperatureUnit = 'celsius' | 'fahrenheit'

const SITE_NAMES: Readonly<Record<Site, Text>> = {
  axillary: { zh: '腋温', en: 'armpit' },
  tympanic: { zh: '耳温', en: 'ear' },
  forehead: { zh: '额温', en: 'forehead' },
  noncontact: { zh: '额温枪', en: 'no-contact' },
  oral: { zh: '口温', en: 'mouth' },
  rectal: { zh: '肛温', en: 'rectal' },
}

/** `腋温`: what a reading of the site is called. */
export const siteName = (site: Site, language: Language): string => SITE_NAMES[site][language]

const GRADE_NAMES: Readonly<Record<Grade, Text>> = {
  low: { zh: '低热', en: 'low fever' },
  moderate: { zh: '中度发热', en: 'moderate fever' },
  high: { zh: '高热', en: 'high fever' },
  hyperpyrexia: { zh: '超高热', en: 'very high fever' },
  fever: { zh: '发热', en: 'fever' },
  none: { zh: '没到发热线', en: 'below the fever line' },
}

/** `中度发热`: the name of a grade. Show `GRADE_NOTE` wherever a grade is explained. */
export const gradeName = (grade: Grade, language: Language): string => GRADE_NAMES[grade][language]

export const GRADE_NOTE: Text = {
  zh: '分级只描述温度高低，不代表病情轻重。',
  en: 'A grade says how high the temperature is, not how ill the child is.',
}

/** `38.9 ℃` of a displayed value. */
export const celsiusText = (value: Tenths): string => `${formatTenths(value)} ℃`

/** `38.9 ℃` or `102.0 ℉` of a reading, rounded half-up. */
export const temperatureText = (value: CentiCelsius, unit: TemperatureUnit = 'celsius'): string =>
  unit === 'celsius' ? celsiusText(toTenths(value)) : `${(toFahrenheitTenths(value) / 10).toFixed(1)} ℉`

/** `38.9 ℃（腋温）`: a reading in running text. */
export const readingText = (value: Tenths, site: Site, language: Language): string =>
  language === 'zh'
    ? `${celsiusText(value)}（${siteName(site, language)}）`
    : `${celsiusText(value)} (${siteName(site, language)})`
