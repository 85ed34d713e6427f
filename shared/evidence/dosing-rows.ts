import { CROSS_ALLERGIES } from '../dosing/allergies.ts'
import { BANS } from '../dosing/bans.ts'
import { CAUTION_LIMITS, IBUPROFEN_CAUTIONS } from '../dosing/cautions.ts'
import { COVERED, FORMULARY, WEIGHT_VALID, type DosingLimits } from '../dosing/formulary.ts'
import { INTENT_LASTS } from '../dosing/intent.ts'
import { ASKING_NAMES, BANNED_NAMES, KNOWN_PRODUCTS, type KnownProduct } from '../dosing/known-products.ts'
import { LOOSENED_SHOWN } from '../dosing/loosened.ts'
import { LEAST_PER_DOSE } from '../dosing/reference-range.ts'
import { WEIGHT_BANDS } from '../dosing/weight-band.ts'
import { toMg } from '../units/medicine.ts'
import { toKg } from '../units/weight.ts'
import { conditionName } from '../words/condition.ts'
import type { Text } from '../words/language.ts'
import { formName, ingredientName } from '../words/medicine.ts'
import { symptomName } from '../words/symptom.ts'
import { limitRows, same, type RuleRow } from './rule-row.ts'

const LIMIT_NAMES: Readonly<Record<keyof DosingLimits, Text>> = {
  minAge: { zh: '先就医：不满', en: 'see a doctor first: under' },
  interval: { zh: '两次至少隔', en: 'at least between two doses' },
  dosesIn24h: { zh: '24 小时最多', en: 'at most in 24 h' },
  perKgIn24h: { zh: '24 小时最多，按体重', en: 'at most in 24 h, by weight' },
  in24h: { zh: '24 小时最多，总量', en: 'at most in 24 h, in all' },
  perKgPerDose: { zh: '一次最多，按体重', en: 'at most at once, by weight' },
  perDose: { zh: '一次最多，总量', en: 'at most at once, in all' },
}

const CAUTION_NAMES: Readonly<Record<keyof typeof CAUTION_LIMITS, Text>> = {
  paracetamolInterval: { zh: '提醒：对乙酰氨基酚离上次不到', en: 'note: paracetamol sooner than' },
  ibuprofenDoses: { zh: '提醒：24 小时内布洛芬已经', en: 'note: ibuprofen in 24 h already' },
  ibuprofenPerKgIn24h: { zh: '提醒：24 小时内布洛芬超过', en: 'note: ibuprofen in 24 h above' },
  otherIngredient: { zh: '提醒：另一种退烧药不到', en: 'note: the other antipyretic less than … ago' },
  consecutiveDays: { zh: '提醒：连着用退烧药超过', en: 'note: antipyretics in a row for more than' },
  symptomsWithin: { zh: '提醒：看这么久以内的症状', en: 'note: symptoms of the last' },
}

const both = (say: (language: 'zh' | 'en') => string): Text => ({ zh: say('zh'), en: say('en') })

/** What the guard holds a dose against, what it speaks of, and the medicines it knows. */
export const dosingRows = (): readonly RuleRow[] => [
  ...COVERED.flatMap((ingredient) => [
    ...named(ingredient, limitRows('dosing', FORMULARY[ingredient], LIMIT_NAMES)),
    ...named(
      ingredient,
      limitRows(
        'dosing',
        { least: LEAST_PER_DOSE[ingredient] },
        { least: { zh: '参考范围从', en: 'reference range from' } },
      ),
    ),
  ]),
  ...BANS.map(({ ingredient, belowMonths, source, mark }) => ({
    group: 'dosing' as const,
    name: both(
      (language) => `${ingredientName(ingredient, language)}${language === 'zh' ? '：禁用，不满' : ': banned under'}`,
    ),
    value: { zh: `${belowMonths / 12} 岁`, en: `${belowMonths / 12} years` },
    source,
    mark,
  })),
  ...CROSS_ALLERGIES.map(({ ingredients, codes, source, mark }) => ({
    group: 'dosing' as const,
    name: both((language) =>
      language === 'zh'
        ? `过敏就不能用：${ingredients.map((code) => ingredientName(code, language)).join('、')}`
        : `never with the allergy: ${ingredients.map((code) => ingredientName(code, language)).join(', ')}`,
    ),
    value: both((language) => codes.map((code) => conditionName(code, language)).join(language === 'zh' ? '、' : ', ')),
    source,
    mark,
  })),
  ...limitRows(
    'dosing',
    { intent: INTENT_LASTS, loosened: LOOSENED_SHOWN },
    {
      intent: { zh: '“我要喂”多久没答就再问', en: '"I am giving it" asks again after' },
      loosened: { zh: '改记录让结论变松，显示', en: 'an edit that made an answer milder is shown for' },
    },
  ),
  ...limitRows('caution', CAUTION_LIMITS, CAUTION_NAMES),
  ...IBUPROFEN_CAUTIONS.map(({ kind, code, source, mark }) => ({
    group: 'caution' as const,
    name: { zh: '提醒：布洛芬先问医生', en: 'note: ask a doctor about ibuprofen' },
    value: both((language) => (kind === 'symptom' ? symptomName(code, language) : conditionName(code, language))),
    source,
    mark,
  })),
  ...limitRows('weight', WEIGHT_VALID, {
    underTwo: { zh: '体重有效：不满 2 岁', en: 'a weight holds: under two' },
    fromTwo: { zh: '体重有效：满 2 岁', en: 'a weight holds: from two' },
  }),
  ...WEIGHT_BANDS.map(({ fromMonths, lowest, highest, source, mark }) => ({
    group: 'weight' as const,
    name: { zh: `体重范围：${fromMonths} 个月起`, en: `weight band: from ${fromMonths} months` },
    value: same(`${toKg(lowest)}–${toKg(highest)} kg`),
    source,
    mark,
  })),
  ...KNOWN_PRODUCTS.map(productRow),
  ...BANNED_NAMES.map(({ part, ingredient, source, mark }) => ({
    group: 'medicine' as const,
    name: { zh: `名字里有“${part}”`, en: `“${part}” in a name` },
    value: both((language) => ingredientName(ingredient, language)),
    source,
    mark,
  })),
  ...ASKING_NAMES.map(({ part, ingredient, source, mark }) => ({
    group: 'medicine' as const,
    name: { zh: `名字里有“${part}”`, en: `“${part}” in a name` },
    value: both((language) =>
      language === 'zh'
        ? `问：是否含${ingredientName(ingredient, language)}`
        : `asked: does it hold ${ingredientName(ingredient, language)}`,
    ),
    source,
    mark,
  })),
]

const named = (ingredient: string, rows: readonly RuleRow[]): readonly RuleRow[] =>
  rows.map((row) => ({
    ...row,
    name: both(
      (language) => `${ingredientName(ingredient, language)}${language === 'zh' ? '：' : ': '}${row.name[language]}`,
    ),
  }))

function productRow(product: KnownProduct): RuleRow {
  const { names, form, ingredients, labelDoses, maxDosesPerDay, minAgeMonths, source, mark } = product
  const unit = form === 'liquid' || form === 'drops' ? 'mL' : ''
  const doses = labelDoses.map(
    ({ fromKg, upToKg, least, most }) =>
      `${fromKg}–${upToKg} kg ${least === most ? least : `${least}–${most}`}${unit && ` ${unit}`}`,
  )
  const value = (language: 'zh' | 'en'): string => {
    const zh = language === 'zh'
    const strengths = ingredients.map(({ code, perMl, perPiece }) => {
      const name = ingredientName(code, language)
      if (perMl !== null) return `${name} ${toMg(perMl)} mg/mL`
      return perPiece === null
        ? `${name}${zh ? '（含量未查到）' : ' (strength not found)'}`
        : `${name} ${toMg(perPiece)} mg${zh ? '/份' : ' each'}`
    })
    return [
      strengths.join(zh ? '，' : ', '),
      ...(minAgeMonths === null ? [] : [zh ? `满 ${minAgeMonths} 个月` : `from ${minAgeMonths} months`]),
      ...(maxDosesPerDay === null ? [] : [zh ? `一天最多 ${maxDosesPerDay} 次` : `at most ${maxDosesPerDay} a day`]),
      ...doses,
    ].join(zh ? '；' : '; ')
  }
  return {
    group: 'medicine',
    name: both(
      (language) =>
        `${names.join(language === 'zh' ? '、' : ', ')}${language === 'zh' ? `（${formName(form, 'zh')}）` : ` (${formName(form, 'en')})`}`,
    ),
    value: both(value),
    source,
    mark,
  }
}
