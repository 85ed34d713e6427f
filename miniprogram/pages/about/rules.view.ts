import { ANALYSIS_LIMITS } from '../../../shared/analysis/limits.ts'
import { CURVE_LIMITS } from '../../../shared/curve/limits.ts'
import { FORMULARY, WEIGHT_VALID } from '../../../shared/dosing/formulary.ts'
import type { Limit, Source } from '../../../shared/evidence/source.ts'
import { AXILLARY_BANDS } from '../../../shared/fever/grade.ts'
import { RECHECK_NONCONTACT, THRESHOLDS, type GradedSite } from '../../../shared/fever/thresholds.ts'
import type { Language } from '../../../shared/words/language.ts'
import { GRADE_NOTE, celsiusText, gradeName, siteName } from '../../../shared/words/measure.ts'
import type { Texts } from '../../texts/texts.ts'

/** One figure a rule goes by. */
export interface Rule {
  readonly name: string
  readonly value: string
  readonly source: string
  readonly mark: string
  /** No clinician has signed it. */
  readonly isProvisional: boolean
}

export interface RuleGroup {
  readonly title: string
  /** What has to be said beside them; else empty. */
  readonly note: string
  readonly rules: readonly Rule[]
}

/** Every figure of every rule, in groups. */
export function ruleGroups(language: Language, { about }: Texts): readonly RuleGroup[] {
  const { groups, rules, from } = about
  const rule = (name: string, value: string, { source, mark }: Source): Rule => ({
    name,
    value,
    source,
    mark: about.marks[mark],
    isProvisional: mark === 'background' || mark === 'judgement',
  })
  const table = (limits: Readonly<Record<string, Limit>>): readonly Rule[] =>
    Object.entries(limits).map(([key, limit]) => rule(nameOf(key, rules), amountOf(limit, about), limit))
  const sites = Object.keys(THRESHOLDS) as GradedSite[]
  return [
    {
      title: groups.fever,
      note: '',
      rules: [
        ...sites.map((site) =>
          rule(siteName(site, language), from(celsiusText(THRESHOLDS[site].threshold)), THRESHOLDS[site]),
        ),
        rule(rules.recheck, from(celsiusText(RECHECK_NONCONTACT.threshold)), RECHECK_NONCONTACT),
      ],
    },
    {
      title: groups.grades,
      note: GRADE_NOTE[language],
      rules: AXILLARY_BANDS.map((band) => rule(gradeName(band.grade, language), from(celsiusText(band.from)), band)),
    },
    { title: groups.paracetamol, note: '', rules: table({ ...FORMULARY.paracetamol }) },
    { title: groups.ibuprofen, note: '', rules: table({ ...FORMULARY.ibuprofen }) },
    { title: groups.weight, note: '', rules: table(WEIGHT_VALID) },
    { title: groups.curve, note: '', rules: table(CURVE_LIMITS) },
    { title: groups.analysis, note: '', rules: table(ANALYSIS_LIMITS) },
  ]
}

/** The words of a table's key. A figure without words is still shown, by its key: none is kept back. */
const nameOf = (key: string, rules: Readonly<Record<string, string>>): string => rules[key] ?? key

/** `4 小时`, `0.3 ℃`: units that are words have one in every language, the signs are the same in all. */
function amountOf({ value, unit }: Limit, { amounts }: Texts['about']): string {
  const worded: Readonly<Partial<Record<Limit['unit'], (value: number) => string>>> = amounts
  return worded[unit]?.(value) ?? `${unit === '℃' ? value.toFixed(1) : value} ${unit}`
}
