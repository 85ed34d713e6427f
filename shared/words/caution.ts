import type { Evidence, Reason } from '../dosing/verdict.ts'
import { conditionName } from './condition.ts'
import type { Language } from './language.ts'
import { ingredientName } from './medicine.ts'
import { spaced } from './spacing.ts'
import { symptomName } from './symptom.ts'
import { durationText } from './time.ts'

type Values = Evidence['values']
type Note = (values: Values, language: Language) => string

const NOTES: Readonly<Partial<Record<Reason, Note>>> = {
  short_interval: ({ sinceMinutes, intervalMinutes }, language) => {
    const [since, interval] = [sinceMinutes, intervalMinutes].map((one) => durationText(Number(one), language))
    return language === 'zh'
      ? `离上次才 ${since}，有的指南要隔满 ${interval}`
      : `the last one was ${since} ago; some guidelines say ${interval}`
  },
  fourth_dose: (_, language) =>
    language === 'zh' ? '这是 24 小时内第 4 次布洛芬' : 'this is the fourth dose of ibuprofen in 24 hours',
  high_mg_per_kg: ({ mgPerKg }, language) =>
    language === 'zh' ? `24 小时内布洛芬超过 ${mgPerKg} mg/kg` : `more than ${mgPerKg} mg/kg of ibuprofen in 24 hours`,
  other_antipyretic: ({ ingredient, sinceMinutes }, language) => {
    const name = ingredientName(String(ingredient), language)
    const since = durationText(Number(sinceMinutes), language)
    return language === 'zh'
      ? `${spaced(`${since}前喂过`, name)}，两种退烧药不建议一起用，也不建议轮着用`
      : `${name} was given ${since} ago; two antipyretics are not given together or in turns`
  },
  consecutive_days: ({ days, maxDays }, language) =>
    language === 'zh'
      ? `连今天是第 ${days} 天用退烧药，说明书写不超过 ${maxDays} 天，请就医`
      : `today is day ${days} of antipyretics in a row; the label says ${maxDays} at most: see a doctor`,
  symptom: ({ symptom }, language) => {
    const name = symptomName(String(symptom), language)
    return language === 'zh'
      ? `24 小时内记了“${name}”，布洛芬先问医生`
      : `${name} was noted in 24 hours: ask a doctor about ibuprofen`
  },
  disease: ({ condition }, language) => {
    const name = conditionName(String(condition), language)
    return language === 'zh' ? `孩子有${name}，布洛芬先问医生` : `the child has ${name}: ask a doctor about ibuprofen`
  },
}

/** One thing to think of before a dose; one that a newer version has named is still a reason to ask. */
export const cautionText = ({ reason, values }: Evidence, language: Language): string =>
  NOTES[reason as Reason]?.(values, language) ??
  (language === 'zh' ? '有一条提醒，先问医生或药师' : 'there is a note: ask a doctor or pharmacist')
