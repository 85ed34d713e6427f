import { QUESTIONS } from '../record/entry.ts'
import type { DerivedRuleId, Gap, RedFlag, Urgency } from '../red-flags/red-flag.ts'
import type { Language, Text } from './language.ts'
import { ingredientName } from './medicine.ts'
import { questionName } from './question.ts'
import { symptomName } from './symptom.ts'
import { durationText, minutesBetween } from './time.ts'

type Values = RedFlag['values']
type Name = (values: Values, language: Language) => string

const NAMES: Readonly<Record<DerivedRuleId, Name>> = {
  R1: ({ celsius }, language) =>
    language === 'zh' ? `不满 3 个月，量到 ${celsius} ℃` : `under 3 months, measured ${celsius} ℃`,
  R2: ({ celsius }, language) =>
    language === 'zh' ? `不满 6 个月，量到 ${celsius} ℃` : `under 6 months, measured ${celsius} ℃`,
  R3: ({ day }, language) => (language === 'zh' ? `发烧第 ${day} 天` : `day ${day} of fever`),
  R4: ({ hours }, language) => (language === 'zh' ? `发烧超过 ${hours} 小时` : `fever for more than ${hours} hours`),
  R5: ({ celsius }, language) =>
    language === 'zh'
      ? `一天里不止一次超过 40 ℃，最高 ${celsius} ℃`
      : `above 40 ℃ more than once in a day, up to ${celsius} ℃`,
  R6: ({ celsius }, language) => (language === 'zh' ? `量到过 ${celsius} ℃` : `measured ${celsius} ℃`),
  R7: ({ doses, ingredient, mgPerKg }, language) => {
    if (ingredient === undefined)
      return language === 'zh'
        ? `有 ${doses} 次用药太早、太多或不该用`
        : `${doses} dose${doses === 1 ? '' : 's'} too soon, too much or not to be given`
    const name = ingredientName(String(ingredient), language)
    return language === 'zh'
      ? `24 小时内${name} ${mgPerKg} mg/kg，太多了`
      : `${mgPerKg} mg/kg of ${name} in 24 hours, which is too much`
  },
  R8: ({ days }, language) => (language === 'zh' ? `连着 ${days} 天用退烧药` : `antipyretics on ${days} days in a row`),
  R9: ({ symptoms }, language) => {
    const names = String(symptoms)
      .split(' ')
      .map((code) => symptomName(code, language))
    return language === 'zh' ? `用了布洛芬，又有${names.join('、')}` : `ibuprofen, and ${names.join(', ')}`
  },
}

const isDerived = (rule: string): rule is DerivedRuleId => rule in NAMES

/** `发烧第 5 天`: what a flag is about, without what to do. Stretches nobody measured are named, since they were counted. */
export function redFlagName({ rule, values, gaps }: RedFlag, language: Language): string {
  const name = isDerived(rule) ? NAMES[rule](values, language) : notedName(rule, language)
  return gaps.length === 0 ? name : `${name}${gapsText(gaps, language)}`
}

function notedName(rule: string, language: Language): string {
  const question = QUESTIONS.find((one) => one === rule)
  const name = question ? questionName(question, language) : symptomName(rule.replace(/^S:/, ''), language)
  return language === 'zh' ? `“${name}”` : `“${name}”`
}

function gapsText(gaps: readonly Gap[], language: Language): string {
  const spans = gaps.map(({ from, to }) => durationText(minutesBetween(from, to), language))
  return language === 'zh'
    ? `（中间有 ${spans.join('、')}没有记录，也算在里面）`
    : ` (with ${spans.join(', ')} that nobody recorded, counted in)`
}

/** What cannot wait for a ride to the hospital. */
const CALL: readonly string[] = [
  'S:breathless', 'S:chest_indraw', 'S:grunting', 'S:stridor', 'S:seizure', 'S:unrousable', 'S:faint', 'S:drowsy',
  'S:cyanosis', 'S:pale_mottled', 'S:nonblanch_rash', 'Q1', 'Q2', 'Q4', 'Q5',
] // prettier-ignore

const ADVICE: Readonly<Record<Urgency, Text>> = {
  now: { zh: '请马上就医。', en: 'See a doctor now.' },
  same_day: { zh: '建议今天就医。', en: 'See a doctor today.' },
  contact: { zh: '建议联系医生问一问。', en: 'Call a doctor and ask.' },
}
const EMERGENCY: Text = { zh: '请现在打 120。', en: 'Call 120 now.' }
const POISON: Text = {
  zh: '请现在打 120，或打当地中毒急救电话。药盒带上。',
  en: 'Call 120 or a poison line now. Keep the box at hand.',
}
/** A fit that is over is still one to be seen at once; one that lasts is an emergency. */
const FIT: Text = {
  zh: '停了也要马上就医；超过 5 分钟没停，打 120。',
  en: 'Even when it is over, see a doctor now; longer than 5 minutes: call 120.',
}

function adviceOn({ rule, level, values }: RedFlag): Text {
  if (values.advice === 'poison') return POISON
  if (rule === 'Q8') return FIT
  return CALL.includes(rule) ? EMERGENCY : ADVICE[level]
}

/** The sentence a parent reads about one flag: what was logged, what to do first, and whose rule it is. */
export function redFlagSentence(flag: RedFlag, language: Language): string {
  const name = redFlagName(flag, language)
  const advice = adviceOn(flag)[language]
  const wasNoted = !isDerived(flag.rule)
  if (language === 'zh') {
    const said = wasNoted ? `您记了${name}。` : `按您的记录，${name}。`
    return `${said}${advice}（来源：${flag.source}）`
  }
  return `${wasNoted ? 'You noted' : 'By your record:'} ${name}. ${advice} (Source: ${flag.source})`
}

/** Stands under every list of flags, an empty one above all. */
export const RED_FLAG_NOTE: Text = {
  zh: '没提示不代表没问题，觉得不对劲就去。',
  en: 'No hint does not mean no problem: if something feels wrong, go.',
}
