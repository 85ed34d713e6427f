import type { Evidence } from '../dosing/verdict.ts'
import { parseStamp } from '../time/instant.ts'
import type { Language, Text } from './language.ts'
import { medicineName, spokenMedicine } from './medicine.ts'
import { spaced } from './spacing.ts'
import { momentText } from './time.ts'
import type { VerdictContext } from './verdict-context.ts'

const GAPS = {
  birth_date_missing: { zh: '没填出生日期', en: 'the birth date is missing' },
  weight_missing: { zh: '没填体重', en: 'the weight is missing' },
  weight_outdated: { zh: '体重太久没更新', en: 'the weight is out of date' },
  weight_implausible: { zh: '体重和年龄对不上', en: 'the weight does not fit the age' },
  concentration_missing: { zh: '药的浓度没填', en: 'the strength of the medicine is missing' },
  earlier_amount_unknown: { zh: '前面有一次没记清喂了多少', en: 'an earlier dose has no known amount' },
  unknown_medicine: { zh: '不知道有没有退烧成分', en: 'nobody knows whether it lowers fever' },
  unknown_antipyretic: { zh: '不知道是哪种退烧药', en: 'nobody knows which antipyretic it is' },
  ingredient_unknown: { zh: '这个药的成分没填', en: 'its ingredients are missing' },
  intent_unanswered: { zh: '有人说要喂，没记喂没喂', en: 'someone was giving it and has not said whether they did' },
  offline: { zh: '手机没网，看不到别人喂没喂', en: 'this phone is offline and cannot see what others gave' },
  only_this_phone: {
    zh: '这里只有这台手机记的，别人喂没喂看不到',
    en: 'only what this phone has logged is known here, not what others gave',
  },
  unsent_changes: { zh: '这台手机还有没送到的记录', en: 'this phone has entries that are not sent yet' },
} satisfies Readonly<Record<string, Text>>

type Gap = keyof typeof GAPS

const isGap = (reason: string): reason is Gap => reason in GAPS

/** A gap of the record in words; one that a newer version has named is still a gap. */
export function gapText({ reason, entryIds, values }: Evidence, context: VerdictContext): string {
  const { language } = context
  if (!isGap(reason)) return language === 'zh' ? '有些情况核对不了' : 'some things cannot be checked'
  const text: string = GAPS[reason][language]
  if (reason === 'weight_implausible') return implausibleWeight(values, text, language)
  if (reason === 'intent_unanswered') return unanswered(values, text, context)
  if (reason !== 'unknown_medicine' && reason !== 'unknown_antipyretic') return text
  const names = entryIds.flatMap((entryId) => {
    const entry = context.entries.find(({ id }) => id === entryId)
    return entry?.kind === 'dose' ? [medicineName(entry, context.products, language)] : []
  })
  if (names.length === 0) return text
  return language === 'zh' ? `“${names.join('、')}”${text}` : `${names.join(', ')}: ${text}`
}

/** 斤 for kg is the likeliest slip, so both are shown. */
function implausibleWeight({ kg, jin }: Evidence['values'], text: string, language: Language): string {
  if (kg === undefined || jin === undefined) return text
  return language === 'zh' ? `${text}（记的是 ${kg} kg，就是 ${jin} 斤）` : `${text} (${kg} kg is ${jin} 斤)`
}

function unanswered({ at, by, medicine }: Evidence['values'], text: string, context: VerdictContext): string {
  const stamp = parseStamp(String(at))
  if (!stamp || context.language !== 'zh') return text
  const name = medicine === undefined ? '药' : spokenMedicine(String(medicine), 'zh')
  return `${spaced(String(by ?? '有人'), momentText(stamp.at, context.now, context.zone, 'zh'), '说要喂', name)}，没记喂没喂`
}
