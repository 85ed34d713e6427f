import { ANALYSIS_LIMITS } from '../analysis/limits.ts'
import { CURVE_LIMITS } from '../curve/limits.ts'
import { AXILLARY_BANDS } from '../fever/grade.ts'
import { RECHECK_NONCONTACT, THRESHOLDS } from '../fever/thresholds.ts'
import type { Site } from '../record/entry.ts'
import { formatTenths } from '../units/temperature.ts'
import type { Text } from '../words/language.ts'
import { gradeName, siteName } from '../words/measure.ts'
import { limitRows, same, type RuleRow } from './rule-row.ts'

const CURVE_NAMES: Readonly<Record<keyof typeof CURVE_LIMITS, Text>> = {
  quiet: { zh: '退烧：这么久没烧、也没用退烧药', en: 'over: no fever and no antipyretic for' },
  quietReadingsApart: { zh: '退烧：期间两次测量至少相隔', en: 'over: seen in two readings apart by at least' },
  quietReadingAfter: {
    zh: '退烧：其中一次在最后一次发烧或用药之后至少',
    en: 'over: one of them after the last fever or dose by at least',
  },
  unseen: { zh: '没测量满这么久，退没退不知道', en: 'unknown: not measured for' },
  trendApart: { zh: '升降：同一部位的两次最多相隔', en: 'trend: two readings of one site at most apart' },
  trendFresh: { zh: '升降：最近一次不早于', en: 'trend: the latest at most old' },
  trendChange: { zh: '升降：变化满', en: 'trend: a change of at least' },
  baselineBefore: { zh: '喂药前的体温：不早于', en: 'baseline: at most before the dose' },
  baselineAfter: { zh: '喂药前的体温：不晚于喂后', en: 'baseline: at most after the dose' },
  firstReadingAfter: { zh: '喂后要有一次测量，晚于', en: 'response: a reading later than' },
  firstReadingBy: { zh: '喂后要有一次测量，不晚于', en: 'response: and by' },
  window: { zh: '喂后的测量算到', en: 'response: readings counted for' },
  paracetamolLingers: { zh: '对乙酰氨基酚影响别的药的判断', en: 'paracetamol blurs another response for' },
  ibuprofenLingers: { zh: '布洛芬影响别的药的判断', en: 'ibuprofen blurs another response for' },
  fall: { zh: '开始降：降满', en: 'first fall: by at least' },
  bracketWithin: { zh: '最低两边有测量：不超过', en: 'lowest, seen from both sides within' },
  bracketHigher: { zh: '最低两边的测量至少高', en: 'lowest, both sides higher by at least' },
  backToBaseline: { zh: '又回到原来：差不超过', en: 'back to the baseline: within' },
  high: { zh: '第二条线', en: 'the second line' },
  historyDoses: { zh: '以前的情况：至少', en: 'history: at least' },
}

const ANALYSIS_NAMES: Readonly<Record<keyof typeof ANALYSIS_LIMITS, Text>> = {
  lowestPlausible: { zh: '请核对：低于', en: 'asked about: below' },
  highestPlausible: { zh: '请核对：高于', en: 'asked about: above' },
  fastestChange: { zh: '请核对：变化快于', en: 'asked about: a change faster than' },
  leastChange: { zh: '请核对：变化满', en: 'asked about: a change of at least' },
  weightChange: { zh: '请核对：体重和上次相差超过', en: 'asked about: a weight off the last one by more than' },
  sameReading: { zh: '同一次测量？相隔不超过', en: 'the same reading? within' },
  sameDose: { zh: '同一次用药？相隔不超过', en: 'the same dose? within' },
}

const fromText = (text: string): Text => ({ zh: `≥ ${text} ℃`, en: `≥ ${text} ℃` })

/** Fever by site, grades of axillary readings, and the figures of the curve. */
export const curveRows = (): readonly RuleRow[] => [
  ...Object.entries(THRESHOLDS).map(([site, { threshold, source, mark }]) => ({
    group: 'fever' as const,
    name: {
      zh: `发热线：${siteName(site as Site, 'zh')}`,
      en: `fever line: ${siteName(site as Site, 'en')}`,
    },
    value: fromText(formatTenths(threshold)),
    source,
    mark,
  })),
  ...AXILLARY_BANDS.map(({ grade, from, source, mark }) => ({
    group: 'fever' as const,
    name: { zh: `分级（只有腋温）：${gradeName(grade, 'zh')}`, en: `grade (armpit only): ${gradeName(grade, 'en')}` },
    value: fromText(formatTenths(from)),
    source,
    mark,
  })),
  {
    group: 'fever',
    name: { zh: '额温枪：请在腋下再量一次', en: 'no-contact: measure again under the arm' },
    value: same(`≥ ${formatTenths(RECHECK_NONCONTACT.threshold)} ℃`),
    source: RECHECK_NONCONTACT.source,
    mark: RECHECK_NONCONTACT.mark,
  },
  ...limitRows('curve', CURVE_LIMITS, CURVE_NAMES),
  ...limitRows('curve', ANALYSIS_LIMITS, ANALYSIS_NAMES),
]
