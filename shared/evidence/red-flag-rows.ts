import { QUESTIONS } from '../record/entry.ts'
import { RED_FLAG_LIMITS } from '../red-flags/limits.ts'
import {
  DERIVED_RULES,
  QUESTION_RULES,
  SYMPTOM_SOURCE,
  type DerivedRuleId,
  type Urgency,
} from '../red-flags/red-flag.ts'
import { SYMPTOMS } from '../symptoms/vocabulary.ts'
import type { Text } from '../words/language.ts'
import { questionName } from '../words/question.ts'
import { limitRows, type RuleRow } from './rule-row.ts'

const LEVELS: Readonly<Record<Urgency, Text>> = {
  now: { zh: '马上', en: 'now' },
  same_day: { zh: '当天', en: 'same day' },
  contact: { zh: '联系医生', en: 'contact a doctor' },
}

const DERIVED_NAMES: Readonly<Record<DerivedRuleId, Text>> = {
  R1: { zh: 'R1 不满 3 个月发热或体温过低', en: 'R1 fever or a low temperature under 3 months' },
  R2: { zh: 'R2 3 到 6 个月高热', en: 'R2 a high fever from 3 to 6 months' },
  R3: { zh: 'R3 发烧到第 5 天', en: 'R3 the fifth day of fever' },
  R4: { zh: 'R4 烧得久', en: 'R4 a long fever' },
  R5: { zh: 'R5 一天里不止一次很高', en: 'R5 very high more than once in a day' },
  R6: { zh: 'R6 超高热', en: 'R6 an extreme temperature' },
  R7: {
    zh: 'R7 用药太早、太多或不该用（会中毒的量：马上）',
    en: 'R7 a dose too soon, too much or not to be given (a poisonous amount: now)',
  },
  R8: { zh: 'R8 退烧药连着用', en: 'R8 antipyretics day after day' },
  R9: { zh: 'R9 用了布洛芬又脱水或出水痘', en: 'R9 ibuprofen while dry, or with chickenpox' },
}

const LIMIT_NAMES: Readonly<Record<keyof typeof RED_FLAG_LIMITS, Text>> = {
  youngestAge: { zh: 'R1 不满', en: 'R1 under' },
  youngestFever: { zh: 'R1 任何部位，从', en: 'R1 any site, from' },
  youngestAxillary: { zh: 'R1 腋温，从', en: 'R1 armpit, from' },
  youngestCold: { zh: 'R1 低于', en: 'R1 below' },
  youngAge: { zh: 'R2 不满', en: 'R2 under' },
  youngFever: { zh: 'R2 从', en: 'R2 from' },
  feverDay: { zh: 'R3 第几天起', en: 'R3 from day' },
  longUnderTwo: { zh: 'R4 不满 2 岁，超过', en: 'R4 under two, more than' },
  longFromTwo: { zh: 'R4 满 2 岁，超过', en: 'R4 from two, more than' },
  twoYears: { zh: 'R4 两岁的分界', en: 'R4 the line between' },
  repeatedAbove: { zh: 'R5 高于', en: 'R5 above' },
  repeatedApart: { zh: 'R5 两次至少相隔', en: 'R5 apart by at least' },
  repeatedWithin: { zh: 'R5 两次不超过', en: 'R5 within' },
  extreme: { zh: 'R6 从', en: 'R6 from' },
  paracetamolTooMuch: { zh: 'R7 24 小时内对乙酰氨基酚警示线', en: 'R7 paracetamol in 24 h, alarm from' },
  paracetamolToxic: { zh: 'R7 24 小时内对乙酰氨基酚中毒线', en: 'R7 paracetamol in 24 h, poison advice from' },
  ibuprofenToxic: { zh: 'R7 24 小时内布洛芬中毒线', en: 'R7 ibuprofen in 24 h, poison advice from' },
  antipyreticDays: { zh: 'R8 连着超过', en: 'R8 more than' },
  fitEmergency: { zh: 'Q8 抽搐这么久没停，打 120', en: 'Q8 a fit as long as this: call 120' },
  symptomsWithin: { zh: 'R9 和症状：看这么久以内', en: 'R9 and symptoms: of the last' },
  lookBack: { zh: '往回看', en: 'looked back for' },
  longestGap: { zh: '没量的这段不超过它，前后算一次病', en: 'one illness across a silence of at most' },
}

const level = (
  group: RuleRow['group'],
  name: Text,
  of: { level: Urgency; source: string; mark: RuleRow['mark'] },
): RuleRow => ({
  group,
  name,
  value: LEVELS[of.level],
  source: of.source,
  mark: of.mark,
})

/** The red flags, their figures, the questions and the levels of symptoms. */
export const redFlagRows = (): readonly RuleRow[] => [
  ...(Object.keys(DERIVED_NAMES) as DerivedRuleId[]).map((rule) =>
    level('redFlag', DERIVED_NAMES[rule], DERIVED_RULES[rule]),
  ),
  ...limitRows('redFlag', RED_FLAG_LIMITS, LIMIT_NAMES),
  ...QUESTIONS.map((question) => {
    const name = {
      zh: `${question} ${questionName(question, 'zh')}`,
      en: `${question} ${questionName(question, 'en')}`,
    }
    return level('question', name, QUESTION_RULES[question])
  }),
  ...SYMPTOMS.flatMap(({ zh, en, level: urgency }) =>
    urgency === 'none'
      ? []
      : [level('question', { zh: `症状：${zh}`, en: `symptom: ${en}` }, { level: urgency, ...SYMPTOM_SOURCE })],
  ),
]
