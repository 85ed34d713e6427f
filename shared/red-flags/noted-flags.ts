import { QUESTIONS, type AnswerEntry, type SymptomEntry } from '../record/entry.ts'
import { SYMPTOMS } from '../symptoms/vocabulary.ts'
import { HOUR, shift, type Instant } from '../time/instant.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import { QUESTION_RULES, SYMPTOM_SOURCE, type RedFlag } from './red-flag.ts'

/** `S:` flags: symptoms of an urgent level that were there in the last 24 hours, whatever was noted after. */
export function symptomFlags(symptoms: readonly SymptomEntry[], now: Instant): readonly RedFlag[] {
  const from = shift(now, -RED_FLAG_LIMITS.symptomsWithin.value * HOUR)
  const present = symptoms.filter((symptom) => symptom.present && symptom.at > from)
  return SYMPTOMS.flatMap(({ code, level }) => {
    if (level !== 'now' && level !== 'same_day') return []
    const noted = present.filter((symptom) => symptom.code === code)
    if (noted.length === 0) return []
    const entryIds = noted.map(({ id }) => id)
    return [{ rule: `S:${code}`, level, entryIds, source: SYMPTOM_SOURCE.source, values: {}, gaps: [] }]
  })
}

/** `Q` flags: questions last answered with yes. "Unknown" takes no yes back. */
export function questionFlags(answers: readonly AnswerEntry[]): readonly RedFlag[] {
  const last = new Map(answers.filter(({ value }) => value !== 'unknown').map((one) => [one.question, one]))
  return QUESTIONS.flatMap((question) => {
    const answer = last.get(question)
    if (answer?.value !== 'yes') return []
    const { level, source } = QUESTION_RULES[question]
    return [{ rule: question, level, entryIds: [answer.id], source, values: {}, gaps: [] }]
  })
}
