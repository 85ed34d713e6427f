import type { Entry } from '../record/entry.ts'
import type { Product } from '../record/product.ts'
import type { DoseCheckJson, Evidence, IngredientVerdictJson, Reason, Verdict } from '../dosing/verdict.ts'
import { parseStamp, type Instant } from '../time/instant.ts'
import { clockText, type Zone } from '../time/zone.ts'
import type { Language, Text } from './language.ts'
import { ingredientName, medicineName } from './medicine.ts'
import { spaced } from './spacing.ts'
import { durationText, momentText } from './time.ts'

const TITLES: Readonly<Record<Verdict, Text>> = {
  contraindicated: { zh: '不能用', en: 'Do not give' },
  banned: { zh: '禁用', en: 'Not for children' },
  not_for_age: { zh: '年龄不合适', en: 'Not at this age' },
  max_reached: { zh: '24 小时内不能再加', en: 'No more in 24 h' },
  too_soon: { zh: '先别喂', en: 'Too soon' },
  in_progress: { zh: '有人正要喂', en: 'Someone is giving it' },
  over_single_dose: { zh: '这一次太多', en: 'Too much at once' },
  cannot_confirm: { zh: '没法确认', en: 'Cannot confirm' },
  not_covered: { zh: '不在核对范围', en: 'Not covered' },
  caution: { zh: '先看提醒', en: 'Please note' },
  allowed: { zh: '没查到冲突', en: 'No conflict found' },
}

/** `先别喂`: a verdict in a few words. Its sentence must stand with it. */
export const verdictTitle = (verdict: Verdict, language: Language): string => TITLES[verdict][language]

/** What a sentence about a verdict may look up. */
export interface VerdictContext {
  readonly entries: readonly Entry[]
  readonly products: readonly Product[]
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
}

/** The sentence a parent reads about one ingredient: who gave what when, what stands against a dose, and what to do. */
export function verdictSentence(one: IngredientVerdictJson, context: VerdictContext): string {
  if (one.verdict === 'max_reached') return maxReached(one, context)
  if (one.verdict === 'too_soon') return tooSoon(one, context)
  if (one.verdict === 'cannot_confirm') return cannotConfirm(one.evidence, context)
  return PLAIN[one.verdict][context.language]
}

/** The sentence about the ingredient that decided the whole answer. */
export function checkSentence(check: DoseCheckJson, context: VerdictContext): string {
  const decisive = check.ingredients.find((one) => one.verdict === check.verdict)
  return decisive ? verdictSentence(decisive, context) : verdictTitle(check.verdict, context.language)
}

const PLAIN: Readonly<Record<Exclude<Verdict, 'max_reached' | 'too_soon' | 'cannot_confirm'>, Text>> = {
  contraindicated: {
    zh: '孩子的记录里写着对它过敏。别喂，问医生。',
    en: 'The child’s record names an allergy to it. Do not give it; ask a doctor.',
  },
  banned: {
    zh: '这个药不给这个年龄的孩子用。是医生开的，就按医生说的。',
    en: 'This medicine is not for a child of this age. If a doctor prescribed it, follow the doctor.',
  },
  not_for_age: {
    zh: '这个年龄不能自己用它，先问医生。',
    en: 'Not at this age without a doctor. Ask first.',
  },
  in_progress: {
    zh: '有人说要喂，还没记喂没喂。先问一声。',
    en: 'Someone said they are giving it and has not said whether they did. Ask first.',
  },
  over_single_dose: {
    zh: '这一次的量超过了按体重的上限。核对一下量和浓度，拿不准问医生或药师。',
    en: 'This amount is above the limit for the weight. Check amount and strength, or ask a doctor or pharmacist.',
  },
  not_covered: {
    zh: '这个药不在核对范围里，按医生或说明书来，拿不准问药师。',
    en: 'There are no rules here for this medicine. Follow the doctor or the label, or ask a pharmacist.',
  },
  caution: {
    zh: '喂之前先看提醒，再问一句：别人喂过没有？',
    en: 'Read the notes first, and ask once more: has anyone else given it?',
  },
  allowed: {
    zh: '24 小时内的记录没查到冲突。喂之前再问一句：别人喂过没有？',
    en: 'Nothing in the last 24 hours speaks against it. Ask once more first: has anyone else given it?',
  },
}

function maxReached({ ingredient, dosesIn24h }: IngredientVerdictJson, { language }: VerdictContext): string {
  const name = ingredientName(ingredient, language)
  return language === 'zh'
    ? `${spaced('24 小时内', name, `已经 ${dosesIn24h} 次`)}，不能再加。孩子还是难受，请联系医生。`
    : `${dosesIn24h} doses of ${name} in 24 hours: no more. If the child is still unwell, call a doctor.`
}

function tooSoon(one: IngredientVerdictJson, context: VerdictContext): string {
  const { language } = context
  const found = one.evidence.find(({ rule }) => rule === 'too_soon')
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

function cannotConfirm(evidence: readonly Evidence[], context: VerdictContext): string {
  const gaps = evidence.filter(({ rule }) => rule === 'cannot_confirm').map((one) => gapText(one, context))
  return context.language === 'zh'
    ? `现在没法确认：${gaps.join('；')}。先问家里人，拿不准就先别喂，问医生或药师。已经喂了，照样记。`
    : `Cannot confirm now: ${gaps.join('; ')}. Ask the family; when in doubt wait, and ask a doctor or pharmacist. If it is given already, log it all the same.`
}

type Gap = Exclude<Reason, 'max_doses' | 'label_max_doses' | 'interval' | 'no_rules'>

const GAPS: Readonly<Record<Gap, Text>> = {
  birth_date_missing: { zh: '没填出生日期', en: 'the birth date is missing' },
  weight_missing: { zh: '没填体重', en: 'the weight is missing' },
  weight_outdated: { zh: '体重太久没更新', en: 'the weight is out of date' },
  concentration_missing: { zh: '药的浓度没填', en: 'the strength of the medicine is missing' },
  earlier_amount_unknown: { zh: '前面有一次没记清喂了多少', en: 'an earlier dose has no known amount' },
  unknown_medicine: { zh: '不知道有没有退烧成分', en: 'nobody knows whether it lowers fever' },
  unknown_antipyretic: { zh: '不知道是哪种退烧药', en: 'nobody knows which antipyretic it is' },
  ingredient_unknown: { zh: '这个药的成分没填', en: 'its ingredients are missing' },
  offline: { zh: '手机没网，看不到别人喂没喂', en: 'this phone is offline and cannot see what others gave' },
  unsent_changes: { zh: '这台手机还有没送到的记录', en: 'this phone has entries that are not sent yet' },
  rules_incomplete: {
    zh: '这一版还核对不了剂量、年龄、过敏和禁忌',
    en: 'this version cannot check amount, age, allergies and conditions yet',
  },
}

const isGap = (reason: string): reason is Gap => reason in GAPS

/** A gap of the record in words; one that a newer version has named is still a gap. */
function gapText({ reason, entryIds }: Evidence, context: VerdictContext): string {
  const { language } = context
  if (!isGap(reason)) return language === 'zh' ? '有些情况核对不了' : 'some things cannot be checked'
  const text = GAPS[reason][language]
  if (reason !== 'unknown_medicine' && reason !== 'unknown_antipyretic') return text
  const names = entryIds.flatMap((entryId) => {
    const entry = context.entries.find(({ id }) => id === entryId)
    return entry?.kind === 'dose' ? [medicineName(entry, context.products, language)] : []
  })
  if (names.length === 0) return text
  return language === 'zh' ? `“${names.join('、')}”${text}` : `${names.join(', ')}: ${text}`
}
