import type { Below, CensoredBy } from '../curve/below.ts'
import type { NotEvaluable, Response, ToldResponse } from '../curve/response.ts'
import type { DoseEntry } from '../record/entry.ts'
import type { Product } from '../record/product.ts'
import { clockText, type Zone } from '../time/zone.ts'
import type { Language, Text } from './language.ts'
import { celsiusText } from './measure.ts'
import { doseText } from './medicine.ts'
import { spaced } from './spacing.ts'
import { durationText, spokenDuration } from './time.ts'

const NOT_EVALUABLE: Readonly<Record<NotEvaluable, Text>> = {
  no_baseline: {
    zh: '喂药前后没有量，变化说不出来。',
    en: 'Not measured around the dose: the change cannot be told.',
  },
  baseline_not_febrile: {
    zh: '喂药时没到发热线，不看变化。',
    en: 'Below the fever line at the dose: no change to tell.',
  },
  too_few_readings: { zh: '喂药后量得太少，变化说不出来。', en: 'Too few readings after the dose to tell a change.' },
}

const CONFOUNDED: Text = {
  zh: '另一种退烧药也还在起作用，两者分不开。',
  en: 'Another fever medicine was at work too; the two cannot be told apart.',
}

const BETWEEN: Text = {
  zh: '两次测量之间我们不知道。',
  en: 'What happened between two readings we do not know.',
}

/** `02:10 美林 5 mL。`: the dose a response is about. */
export const doseHeading = (dose: DoseEntry, products: readonly Product[], zone: Zone, language: Language): string =>
  `${clockText(dose.at, zone)} ${doseText(dose, products, language)}${language === 'zh' ? '。' : '.'}`

/** What was measured after a dose, as bounds. It neither praises nor blames the medicine. */
export function responseSentences(response: Response, language: Language): readonly string[] {
  if (!response.evaluable) return [NOT_EVALUABLE[response.reason][language]]
  return [
    fall(response, language),
    `${below(response, language)}${language === 'zh' ? '；' : ' '}${BETWEEN[language]}`,
    ...(response.confounded ? [CONFOUNDED[language]] : []),
  ]
}

function fall({ firstFall, lowest }: ToldResponse, language: Language): string {
  const low = celsiusText(lowest.reading.value)
  if (!firstFall) {
    return language === 'zh'
      ? `测到的没有降满 0.5 ℃，测到最低 ${low}。`
      : `No fall of 0.5 ℃ measured; lowest measured ${low}.`
  }
  const { afterMinutes, byMinutes } = firstFall
  if (language === 'zh') {
    const when = afterMinutes === 0 ? `${byMinutes} 分钟内` : `${afterMinutes}–${byMinutes} 分钟之间`
    return `喂后 ${when}降了至少 0.5 ℃，测到最低 ${low}。`
  }
  const when = afterMinutes === 0 ? `within ${byMinutes} min` : `between ${afterMinutes} and ${byMinutes} min`
  return `Fell by at least 0.5 ℃ ${when} after it; lowest measured ${low}.`
}

const UNSEEN: Readonly<Record<CensoredBy, Text>> = {
  nextDose: { zh: '之后又喂了药', en: 'then another dose was given' },
  window: { zh: '8 小时内没测到回升', en: 'no rise was measured within 8 h' },
  noReading: { zh: '之后没有再量', en: 'then nobody measured' },
}

function below({ belowThreshold, baseline, lowest }: ToldResponse, language: Language): string {
  if (!belowThreshold) {
    const low = celsiusText(lowest.reading.value < baseline.value ? lowest.reading.value : baseline.value)
    return language === 'zh'
      ? `没有测到退到发热线以下（最低 ${low}）`
      : `Never measured below the fever line (lowest ${low}).`
  }
  return language === 'zh' ? belowZh(belowThreshold) : belowEn(belowThreshold)
}

function belowZh({ threshold, minMinutes, maxMinutes, censoredBy }: Below): string {
  const line = `低于 ${celsiusText(threshold)} `
  const least = minMinutes > 0 ? spaced('至少', spokenDuration(minMinutes, 'zh')) : ''
  if (maxMinutes === null) return `${line}${least === '' ? '只测到一次' : least}，${UNSEEN[censoredBy!].zh}`
  const most = spaced('最多', spokenDuration(maxMinutes, 'zh'))
  return `${line}${least === '' ? most : `${least}、${most}`}`
}

function belowEn({ threshold, minMinutes, maxMinutes, censoredBy }: Below): string {
  const line = `Below ${celsiusText(threshold)} `
  const least = minMinutes > 0 ? `for at least ${durationText(minMinutes, 'en')}` : ''
  if (maxMinutes === null) return `${line}${least === '' ? 'in one reading' : least}; ${UNSEEN[censoredBy!].en}.`
  const most = `at most ${durationText(maxMinutes, 'en')}`
  return least === '' ? `${line}for ${most}.` : `${line}${least}, ${most}.`
}
