import type { Trend, TrendUnknown } from '../curve/trend.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { formatTenths, type Tenths } from '../units/temperature.ts'
import type { Language, Text } from './language.ts'
import { spaced } from './spacing.ts'
import { agoText, durationText, minutesBetween, momentText } from './time.ts'

const NAMES: Readonly<Record<Trend['state'], Text>> = {
  falling: { zh: '在降', en: 'falling' },
  steady: { zh: '平稳', en: 'steady' },
  rising: { zh: '在升', en: 'rising' },
  unknown: { zh: '看不出升降', en: 'no telling' },
}

/** `在降`: the state of a trend in a word. */
export const trendName = (state: Trend['state'], language: Language): string => NAMES[state][language]

const SIGNS: Readonly<Record<Trend['state'], string>> = { falling: '↓', steady: '→', rising: '↑', unknown: '' }

/** `↓0.7`: the change of a known trend beside the number; empty while unknown. */
export const changeText = ({ state, change }: Trend): string =>
  change === null ? '' : `${SIGNS[state]}${formatTenths(Math.abs(change) as Tenths)}`

/** What the trend rests on, or why there is none. */
export function trendSentence(trend: Trend, now: Instant, zone: Zone, language: Language): string {
  if (trend.reason !== null) return REASONS[trend.reason](trend, now, language)
  const since = momentText(trend.from.at, now, zone, language)
  const size = `${formatTenths(Math.abs(trend.change) as Tenths)} ℃`
  if (trend.change === 0) return language === 'zh' ? `${spaced('和', since, '一样')}。` : `The same as at ${since}.`
  if (language === 'zh') return `${spaced('比', since, trend.change < 0 ? '低' : '高', size)}${NOTE[trend.state]}。`
  return `${size} ${trend.change < 0 ? 'lower' : 'higher'} than at ${since}.`
}

/** A change within what one thermometer differs by from itself is called steady, and the words say so. */
const NOTE: Readonly<Record<'falling' | 'steady' | 'rising', string>> = { falling: '', steady: '，算平稳', rising: '' }

type Unknown = Extract<Trend, { state: 'unknown' }>

const REASONS: Readonly<Record<TrendUnknown, (trend: Unknown, now: Instant, language: Language) => string>> = {
  no_reading: (_, __, language) => (language === 'zh' ? '还没量过。' : 'Not measured yet.'),
  latest_too_old: ({ to }, now, language) => {
    const ago = agoText(to!.at, now, language)
    return language === 'zh'
      ? `${spaced('这是', ago, '量的')}，现在升降不知道。`
      : `Measured ${ago}; how it is now we do not know.`
  },
  no_earlier_same_site: (_, __, language) =>
    language === 'zh' ? '同一部位只量过一次，看不出升降。' : 'Measured once at this site: no telling yet.',
  too_far_apart: ({ from, to }, _, language) => {
    const span = durationText(minutesBetween(from!.at, to!.at), language)
    return language === 'zh'
      ? `同一部位的两次相隔 ${span}，看不出升降。`
      : `The two readings of this site are ${span} apart: no telling.`
  },
}
