import { completedMonths } from '../child/age.ts'
import { weightAt } from '../dosing/body-weight.ts'
import { dayNumber, parseDate } from '../time/date.ts'
import { instantOnDay } from '../time/zone.ts'
import { toKg } from '../units/weight.ts'
import { dayText } from '../words/time.ts'
import { sentence, type Story, type SummarySentence } from './episode-story.ts'

/** Sex, age and weight, for the doctor; nothing that names the child. None when nothing of it is known. */
export function childSentence({ record, episode, zone, language }: Story): readonly SummarySentence[] {
  const { birthDate, sex } = record.child
  const months = birthDate === null ? -1 : completedMonths(birthDate, episode.start, zone)
  const weight = weightAt(record, episode.until, zone)
  const isChinese = language === 'zh'
  const parts: string[] = []
  if (sex !== null) parts.push(isChinese ? { male: '男', female: '女' }[sex] : sex)
  if (months >= 0) parts.push(ageText(months, isChinese))
  if (weight) {
    const day = dayText(instantOnDay(dayNumber(parseDate(weight.on)!), 12, zone), zone, language)
    const kg = `${toKg(weight.weight)} kg`
    parts.push(isChinese ? `体重 ${kg}（${day}称）` : `${kg} (${day})`)
  }
  if (parts.length === 0) return []
  return [{ kind: 'child', text: isChinese ? `${parts.join('，')}。` : sentence(`${parts.join(', ')}.`), entryIds: [] }]
}

function ageText(months: number, isChinese: boolean): string {
  const years = Math.floor(months / 12)
  if (years === 0) return isChinese ? `${months} 个月` : `${months} months`
  return isChinese ? `${years} 岁 ${months % 12} 个月` : `${years} y ${months % 12} m`
}
