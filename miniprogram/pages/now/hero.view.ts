import type { Analysis } from '../../../shared/analysis/analyse.ts'
import { asksForRecheck } from '../../../shared/fever/grade.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { clockText } from '../../../shared/time/zone.ts'
import { formatTenths, toFahrenheitTenths, type Tenths } from '../../../shared/units/temperature.ts'
import { gradeName, siteName } from '../../../shared/words/measure.ts'
import { agoText } from '../../../shared/words/time.ts'
import { changeText, trendName, trendSentence } from '../../../shared/words/trend.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { heatOf } from '../../views/heat.ts'

/** The latest reading, as large as it deserves. */
export interface Hero {
  readonly figure: string
  readonly unit: string
  readonly site: string
  readonly ago: string
  /** Older than two hours it steps back and says so. */
  readonly isOld: boolean
  readonly heat: number
  readonly grade: string
  readonly trendIcon: string
  readonly change: string
  readonly trend: string
  readonly sentence: string
  readonly sinceDose: string
  readonly hint: string
  readonly aria: string
}

const OLD = 2 * HOUR

export function heroOf(
  analysis: Analysis,
  current: CurrentChild,
  { now, preferences, texts }: ScreenState,
): Hero | null {
  const { latest, trend } = analysis
  if (!latest) return null
  const { language, unit } = preferences
  const entry = current.record.entries.find(({ id }) => id === latest.entryId)
  if (entry?.kind !== 'temperature') return null
  const isCelsius = unit === 'celsius'
  const figure = isCelsius ? formatTenths(latest.value) : (toFahrenheitTenths(entry.temperature) / 10).toFixed(1)
  const ago = agoText(latest.at, now, language)
  const isOld = now - latest.at > OLD
  const site = siteName(latest.site, language)
  const sentence = trendSentence(trend, now, current.zone, language)
  const change = changeText(trend)
  return {
    figure,
    unit: isCelsius ? '℃' : '℉',
    site,
    ago: isOld ? texts.now.oldReading(ago) : ago,
    isOld,
    heat: heatOf(latest.value),
    grade: latest.grade === 'none' || latest.site === 'noncontact' ? '' : gradeName(latest.grade, language),
    trendIcon: trend.state,
    change: change === '' ? '' : `${change} ℃`,
    trend: trendName(trend.state, language),
    // Said already, above.
    sentence: trend.reason === 'latest_too_old' ? '' : sentence,
    sinceDose: changeSinceDose(analysis, current, texts),
    hint: asksForRecheck(entry.temperature, entry.site) ? texts.now.recheck : '',
    aria: [figure, isCelsius ? '℃' : '℉', site, ago, trendName(trend.state, language)].join(' '),
  }
}

/** `↓0.7 ℃ 自 02:10 用药后`: the latest reading against the one before the last dose, at the same site; else empty. */
function changeSinceDose({ responses, latest }: Analysis, current: CurrentChild, texts: ScreenState['texts']): string {
  const last = responses[responses.length - 1]
  const dose = current.record.entries.find(({ id }) => id === last?.doseId)
  if (!last?.evaluable || !dose || !latest || latest.at <= dose.at || latest.site !== last.baseline.site) return ''
  const change = (latest.value - last.baseline.value) as Tenths
  const sign = change < 0 ? '↓' : change > 0 ? '↑' : '→'
  const since = texts.now.sinceDose(clockText(dose.at, current.zone))
  return `${sign}${formatTenths(Math.abs(change) as Tenths)} ℃ ${since}`
}
