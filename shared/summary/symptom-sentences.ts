import type { SymptomEntry } from '../record/entry.ts'
import { symptomOf, type SymptomLevel } from '../symptoms/vocabulary.ts'
import { absenceText, symptomName } from '../words/symptom.ts'
import { listed, sentence, type Story, type SummarySentence } from './episode-story.ts'

/** What is counted, not listed, when it was there. */
const INTAKE = ['drinking', 'urinated']

/** Symptoms noted as present and, told apart, as absent, each with its times; then how often the child drank and passed urine. */
export function symptomSentences(story: Story): readonly SummarySentence[] {
  const present = story.symptoms.filter((symptom) => symptom.present && !INTAKE.includes(symptom.code))
  const absent = story.symptoms.filter((symptom) => !symptom.present)
  const isChinese = story.language === 'zh'
  const told = (list: readonly SymptomEntry[], intro: string, name: typeof symptomName): readonly SummarySentence[] => {
    if (list.length === 0) return []
    const parts = byCode(list).map((group) => withTimes(name(group[0]!.code, story.language), group, story))
    const text = sentence(`${intro}${listed(parts, story.language)}${isChinese ? '。' : '.'}`)
    return [{ kind: 'symptoms', text, entryIds: list.map(({ id }) => id) }]
  }
  return [
    ...told(present, isChinese ? '症状和状态：' : 'Noted: ', symptomName),
    ...told(absent, '', absenceText),
    ...intake(story),
  ]
}

const URGENCY: readonly SymptomLevel[] = ['now', 'same_day', 'contact', 'none']

const urgencyOf = (code: string): number => URGENCY.indexOf(symptomOf(code)?.level ?? 'none')

/** Grouped by symptom, the urgent ones first, else in the order of time. */
function byCode(list: readonly SymptomEntry[]): readonly (readonly SymptomEntry[])[] {
  const groups = new Map<string, SymptomEntry[]>()
  for (const symptom of list) groups.set(symptom.code, [...(groups.get(symptom.code) ?? []), symptom])
  return [...groups.values()].sort((a, b) => urgencyOf(a[0]!.code) - urgencyOf(b[0]!.code))
}

function withTimes(name: string, group: readonly SymptomEntry[], { language, timeText }: Story): string {
  const times = listed(
    group.map(({ at }) => timeText(at)),
    language,
  )
  return language === 'zh' ? `${name}（${times}）` : `${name} (${times})`
}

/** `喝水 2 次；尿：没有记录。`: nothing noted is told as such, since a doctor asks for it. */
function intake({ symptoms, language }: Story): readonly SummarySentence[] {
  const drank = symptoms.filter(({ code, present }) => code === 'drinking' && present)
  const urinated = symptoms.filter(({ code, present }) => code === 'urinated' && present)
  const counted = (name: string, n: number): string => {
    if (language === 'zh') return n === 0 ? `${name}：没有记录` : `${name} ${n} 次`
    return n === 0 ? `${name}: not noted` : `${name}: ${n} ${n === 1 ? 'time' : 'times'}`
  }
  const isChinese = language === 'zh'
  const parts = [
    counted(isChinese ? '喝水' : 'Drank', drank.length),
    counted(isChinese ? '尿' : 'passed urine', urinated.length),
  ]
  const text = isChinese ? `${parts.join('；')}。` : `${parts.join('; ')}.`
  return [{ kind: 'intake', text, entryIds: [...drank, ...urinated].map(({ id }) => id) }]
}
