import type { Text } from '../words/language.ts'
import type { Limit, Source } from './source.ts'

export const RULE_GROUPS = ['fever', 'curve', 'dosing', 'caution', 'weight', 'medicine', 'redFlag', 'question'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/** One constant of the rules as a reviewer reads it: what it is, its value, whose it is and how sure. */
export interface RuleRow extends Source {
  readonly group: RuleGroup
  readonly name: Text
  readonly value: Text
}

const UNITS: Readonly<Record<Limit['unit'], Text>> = {
  min: { zh: '分钟', en: 'min' },
  h: { zh: '小时', en: 'h' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  doses: { zh: '次', en: 'doses' },
  '℃': { zh: '℃', en: '℃' },
  '℃/h': { zh: '℃/小时', en: '℃/h' },
  mg: { zh: 'mg', en: 'mg' },
  'mg/kg': { zh: 'mg/kg', en: 'mg/kg' },
  '%': { zh: '%', en: '%' },
}

/** Tenths are shown for temperatures, since 38 and 38.0 are not the same statement. */
const figure = ({ value, unit }: Limit): string =>
  unit === '℃' && Number.isInteger(value) ? value.toFixed(1) : String(value)

const limitText = (limit: Limit): Text => ({
  zh: `${figure(limit)} ${UNITS[limit.unit].zh}`,
  en: `${figure(limit)} ${UNITS[limit.unit].en}`,
})

/** The rows of a table of limits; the names must be exhaustive. */
export const limitRows = <Key extends string>(
  group: RuleGroup,
  limits: Readonly<Record<Key, Limit>>,
  names: Readonly<Record<Key, Text>>,
): readonly RuleRow[] =>
  (Object.keys(names) as Key[]).map((key) => {
    const limit = limits[key]
    return { group, name: names[key], value: limitText(limit), source: limit.source, mark: limit.mark }
  })

/** A value that reads the same in every language. */
export const same = (text: string): Text => ({ zh: text, en: text })
