import type { DoseCheckJson, Evidence, IngredientVerdictJson, Verdict } from '../dosing/verdict.ts'
import { isFresh } from '../dosing/loosened.ts'
import { parseStamp, type Instant } from '../time/instant.ts'
import { clockText } from '../time/zone.ts'
import type { Language, Text } from './language.ts'
import { cautionText } from './caution.ts'
import { conditionName } from './condition.ts'
import { gapText } from './guard-gap.ts'
import { ingredientName, medicineName, spokenMedicine } from './medicine.ts'
import { spaced } from './spacing.ts'
import { durationText, momentText } from './time.ts'
import type { VerdictContext } from './verdict-context.ts'

export type { VerdictContext } from './verdict-context.ts'

const TITLES: Readonly<Record<Verdict, Text>> = {
  contraindicated: { zh: '不能用', en: 'Do not give' },
  banned: { zh: '禁用', en: 'Not for children' },
  not_for_age: { zh: '年龄不合适', en: 'Not at this age' },
  max_reached: { zh: '24 小时内不能再加', en: 'No more in 24 h' },
  too_soon: { zh: '还没隔满', en: 'Too soon' },
  in_progress: { zh: '有人正要喂', en: 'Someone is giving it' },
  over_single_dose: { zh: '这一次太多', en: 'Too much at once' },
  cannot_confirm: { zh: '没法确认', en: 'Cannot confirm' },
  not_covered: { zh: '不在核对范围', en: 'Not covered' },
  caution: { zh: '先看提醒', en: 'Please note' },
  allowed: { zh: '没查到冲突', en: 'No conflict found' },
}

/** `还没隔满`: a verdict in a few words. Its sentence must stand with it. */
export const verdictTitle = (verdict: Verdict, language: Language): string => TITLES[verdict][language]

/** The sentence a parent reads about one ingredient: who gave what when, what stands against a dose, and what to do. */
export const verdictSentence = (one: IngredientVerdictJson, context: VerdictContext): string =>
  SENTENCES[one.verdict](one, context) + remarks(one, context)

/** The sentence about the ingredient that decided the whole answer; of a compound that is not covered, what is known of the rest too. */
export function checkSentence(check: DoseCheckJson, context: VerdictContext): string {
  const decisive = check.ingredients.find((one) => one.verdict === check.verdict)
  if (!decisive) return verdictTitle(check.verdict, context.language)
  const cautioned = check.ingredients.find((one) => one.verdict === 'caution')
  const sentences = [decisive, ...(check.verdict === 'not_covered' && cautioned ? [cautioned] : [])]
  return sentences.map((one) => verdictSentence(one, context)).join(context.language === 'zh' ? '' : ' ')
}

type Sentence = (one: IngredientVerdictJson, context: VerdictContext) => string

const plain =
  (text: Text): Sentence =>
  (_, { language }) =>
    text[language]

const SENTENCES: Readonly<Record<Verdict, Sentence>> = {
  contraindicated,
  banned: plain({
    zh: '这个药不给这个年龄的孩子用。是医生开的，就按医生说的。',
    en: 'This medicine is not for a child of this age. If a doctor prescribed it, follow the doctor.',
  }),
  not_for_age: notForAge,
  max_reached: maxReached,
  too_soon: tooSoon,
  in_progress: inProgress,
  over_single_dose: overSingleDose,
  cannot_confirm: (one, context) => cannotConfirm(one.evidence, context),
  not_covered: plain({
    zh: '这个药不在核对范围里，按医生或说明书来，拿不准问药师。',
    en: 'There are no rules here for this medicine. Follow the doctor or the label, or ask a pharmacist.',
  }),
  caution,
  allowed: plain({
    zh: '24 小时内的记录没查到冲突。喂之前再问一句：别人喂过没有？',
    en: 'Nothing in the last 24 hours speaks against it. Ask once more first: has anyone else given it?',
  }),
}

const findingOf = ({ evidence }: IngredientVerdictJson, rule: Verdict): Evidence | undefined =>
  evidence.find((one) => one.rule === rule)

function contraindicated(one: IngredientVerdictJson, { language }: VerdictContext): string {
  const code = findingOf(one, 'contraindicated')?.values.condition
  const name = code === undefined ? '' : conditionName(String(code), language)
  if (language === 'zh') return `孩子的记录里写着${name === '' ? '对它过敏' : `“${name}”`}。别喂，问医生。`
  return `The child’s record names ${name === '' ? 'an allergy to it' : `“${name}”`}. Do not give it; ask a doctor.`
}

function notForAge(one: IngredientVerdictJson, { language }: VerdictContext): string {
  const found = findingOf(one, 'not_for_age')
  const months = Number(found?.values.fromMonths ?? NaN)
  if (language === 'zh') {
    const from = Number.isNaN(months)
      ? ''
      : `${found?.reason === 'below_label_age' ? '说明书写的是' : '要满'} ${ageText(months, language)}${found?.reason === 'below_label_age' ? '起' : ''}。`
    return `这个年龄不能自己用它。${from}先就医，问过医生再说。`
  }
  const from = Number.isNaN(months) ? '' : ` It is from ${ageText(months, language)}.`
  return `Not at this age without a doctor.${from} See a doctor first.`
}

function ageText(months: number, language: Language): string {
  const years = months / 12
  const whole = Number.isInteger(years) && years >= 2
  if (language === 'zh') return whole ? `${years} 岁` : `${months} 个月`
  return whole ? `${years} years` : `${months} months`
}

function maxReached(one: IngredientVerdictJson, { language }: VerdictContext): string {
  const name = ingredientName(one.ingredient, language)
  const found = findingOf(one, 'max_reached')
  const byMass = found?.reason === 'max_mg_per_kg' || found?.reason === 'max_mg'
  const { mg, thisMg } = found?.values ?? {}
  if (language === 'zh') {
    const so = byMass
      ? `${spaced('24 小时内', name, `已经 ${mg} mg`)}，${thisMg === undefined ? '到上限了' : `加上这次的 ${thisMg} mg 就超过上限`}`
      : spaced('24 小时内', name, `已经 ${one.dosesIn24h} 次`)
    return `${so}，不能再加。孩子还是难受，请联系医生。`
  }
  const so = byMass
    ? `${mg} mg of ${name} in 24 hours${thisMg === undefined ? ' is the limit' : `, and ${thisMg} mg more would go over the limit`}`
    : `${one.dosesIn24h} doses of ${name} in 24 hours`
  return `${so}: no more. If the child is still unwell, call a doctor.`
}

function tooSoon(one: IngredientVerdictJson, context: VerdictContext): string {
  const { language } = context
  const found = findingOf(one, 'too_soon')
  if (!found) return verdictTitle('too_soon', language)
  const { entryIds, values } = found
  const since = durationText(Number(values.sinceMinutes), language)
  const interval = durationText(Number(values.intervalMinutes), language)
  const given = lastGiven(entryIds[0], one.ingredient, context)
  return language === 'zh'
    ? `先别喂。${given}，才过 ${since}，要隔满 ${interval}。${earliest(one, context)}`
    : `Not yet. ${given}, only ${since} ago; it takes ${interval}.${earliest(one, context)}`
}

function lastGiven(entryId: string | undefined, ingredient: string, context: VerdictContext): string {
  const { entries, products, now, zone, language } = context
  const entry = entries.find(({ id }) => id === entryId)
  if (entry?.kind !== 'dose') return ingredientName(ingredient, language)
  const name = medicineName(entry, products, language)
  const time = momentText(entry.at, now, zone, language)
  if (language === 'zh') return spaced(entry.by ?? '', time, '喂过', name)
  const when = time === clockText(entry.at, zone) ? `at ${time}` : time
  return entry.by === null ? `${name} was given ${when}` : `${entry.by} gave ${name} ${when}`
}

/** Never a countdown: the earliest time is a bound, and giving it then is not asked for. */
function earliest({ earliestAt, earliestIsLowerBound }: IngredientVerdictJson, context: VerdictContext): string {
  const { now, zone, language } = context
  const stamp = earliestAt === null ? null : parseStamp(earliestAt)
  if (!stamp) return ''
  const time = momentText(stamp.at, now, zone, language)
  if (language === 'zh') return `${spaced('最早', time)}${earliestIsLowerBound ? '，也可能更晚' : ''}，不是到点必须用。`
  return ` Not before ${time}${earliestIsLowerBound ? ', maybe later' : ''}, and not because the time has come.`
}

function inProgress(one: IngredientVerdictJson, context: VerdictContext): string {
  const { now, zone, language } = context
  const values = findingOf(one, 'in_progress')?.values ?? {}
  const stamp = parseStamp(String(values.at))
  const time = stamp ? momentText(stamp.at, now, zone, language) : ''
  const name = values.medicine === undefined ? '' : spokenMedicine(String(values.medicine), language)
  const who = values.by === undefined ? null : String(values.by)
  if (language === 'zh') return `${spaced(who ?? '有人', time, '说要喂', name)}，还没记喂没喂。先问一声。`
  const at = time === '' ? '' : `, ${time}`
  return `${who ?? 'Someone'} said they are giving ${name === '' ? 'it' : name}${at}, and has not said whether they did. Ask first.`
}

function overSingleDose(one: IngredientVerdictJson, { language }: VerdictContext): string {
  const { mg, maxMgPerKg, kg, maxMg } = findingOf(one, 'over_single_dose')?.values ?? {}
  if (language === 'zh') {
    const limit = maxMg === undefined ? `按 ${kg} kg 一次最多 ${maxMgPerKg} mg/kg` : `一次最多 ${maxMg} mg`
    const so = mg === undefined ? '这一次的量超过了上限' : `这一次是 ${mg} mg，${limit}，超过了`
    return `${so}。核对一下量和浓度，拿不准问医生或药师。`
  }
  const limit = maxMg === undefined ? `${maxMgPerKg} mg/kg at ${kg} kg` : `${maxMg} mg`
  const so = mg === undefined ? 'This amount is above the limit' : `This is ${mg} mg; one dose is at most ${limit}`
  return `${so}. Check amount and strength, or ask a doctor or pharmacist.`
}

function cannotConfirm(evidence: readonly Evidence[], context: VerdictContext): string {
  const gaps = evidence.filter(({ rule }) => rule === 'cannot_confirm').map((one) => gapText(one, context))
  return context.language === 'zh'
    ? `现在没法确认：${gaps.join('；')}。先问家里人，拿不准就先别喂，问医生或药师。已经喂了，照样记。`
    : `Cannot confirm now: ${gaps.join('; ')}. Ask the family; when in doubt wait, and ask a doctor or pharmacist. If it is given already, log it all the same.`
}

function caution({ evidence }: IngredientVerdictJson, { language }: VerdictContext): string {
  const notes = evidence.filter(({ rule }) => rule === 'caution').map((one) => cautionText(one, language))
  return language === 'zh'
    ? `喂之前先看：${notes.join('；')}。再问一句：别人喂过没有？`
    : `Read first: ${notes.join('; ')}. And ask once more: has anyone else given it?`
}

/** What decides nothing and is said all the same; silent where the whole sentence is about something worse. */
function remarks({ evidence, verdict }: IngredientVerdictJson, context: VerdictContext): string {
  const { language, now } = context
  return evidence
    .filter(({ rule, reason }) => rule === null && (reason === 'loosened_by_edit' || isGoAhead(verdict)))
    .map((one) => remarkText(one, now, language))
    .join('')
}

const isGoAhead = (verdict: Verdict): boolean => verdict === 'allowed' || verdict === 'caution'

/** A few are named; of more only the first, since this is read at night. */
function neverAsked(names: readonly string[], language: Language): string {
  const more = names.length > 2 ? names.length - 1 : 0
  if (language === 'zh')
    return more > 0 ? `还没问过${names[0]}等 ${names.length} 项。` : `还没问过${names.join('、')}。`
  return more > 0 ? ` Not asked yet: ${names[0]} and ${more} more.` : ` Not asked yet: ${names.join(', ')}.`
}

function remarkText({ reason, values }: Evidence, now: Instant, language: Language): string {
  if (reason === 'never_asked') {
    const names = String(values.conditions)
      .split(' ')
      .map((code) => conditionName(code, language))
    return neverAsked(names, language)
  }
  const stamp = parseStamp(String(values.at))
  if (reason !== 'loosened_by_edit' || !stamp || !isFresh(stamp.at, now)) return ''
  const before = verdictTitle(values.was as Verdict, language)
  return language === 'zh'
    ? `之前是“${before}”，记录改过以后才不是了。`
    : ` Before the record was changed it said “${before}”.`
}
