import { aboutView } from '../../../../miniprogram/package-more/pages/about/about.view.ts'
import { allRules } from '../../../../shared/evidence/all-rules.ts'
import { CURVE_LIMITS } from '../../../../shared/curve/limits.ts'
import { FORMULARY } from '../../../../shared/dosing/formulary.ts'
import { RULE_GROUPS, type RuleGroup } from '../../../../shared/evidence/rule-row.ts'
import { toggled } from '../../../../miniprogram/package-more/pages/about/rules.view.ts'
import { screenOf } from '../support/screen-state.ts'

const inLanguage = (language: 'zh' | 'en', open: readonly RuleGroup[] = RULE_GROUPS) =>
  aboutView(screenOf([], 3, { preferences: { language } }), open)
const { groups, statements, provisional } = inLanguage('zh')
const rules = groups.flatMap((group) => group.rules)
const rulesFrom = (source: string) => rules.filter((rule) => rule.source === source)

describe('about the app', () => {
  it('says that it is a record and no diagnosis, before anything else', () => {
    expect(statements[0]?.title).toBe('守温是一份记录，不是诊断。')
  })

  it('keeps no figure of the rules back', () => {
    expect(rules).toHaveLength(allRules().length)
    expect(groups.every((group) => group.rules.length > 0 && group.title !== '')).toBe(true)
  })

  it('gives each a name, a value, a source and how sure it is, in either language', () => {
    for (const language of ['zh', 'en'] as const) {
      const all = inLanguage(language).groups.flatMap((group) => group.rules)
      expect(all.filter(({ name, value, source, mark }) => [name, value, source, mark].includes(''))).toEqual([])
    }
    expect(rules.filter(({ name }) => !/[一-龥]/.test(name))).toEqual([])
  })

  it('writes a figure with its unit', () => {
    const { source, value } = FORMULARY.paracetamol.perKgIn24h
    expect(rulesFrom(source).map((rule) => rule.value)).toContain(`${value} mg/kg`)
    expect(rulesFrom('CN2016 §3.1').map((rule) => rule.value)).toContain('≥ 37.5 ℃')
  })

  it('marks as provisional what no source says, and nothing that one does', () => {
    expect(provisional).toBe('暂定')
    expect(rulesFrom(CURVE_LIMITS.trendChange.source).every(({ isProvisional }) => isProvisional)).toBe(true)
    expect(rulesFrom(FORMULARY.ibuprofen.perKgIn24h.source).every(({ isProvisional }) => isProvisional)).toBe(true)
    const lines = groups.find(({ id }) => id === 'fever')!.rules.filter(({ source }) => source === 'CN2016 §3.1')
    expect(lines.map(({ isProvisional }) => isProvisional)).toEqual([false, false])
  })

  it('never explains grades without saying what they do not mean', () => {
    const withGrades = groups.find((group) => group.rules.some(({ name }) => name.includes('分级')))
    expect(withGrades?.note).toBe('分级只描述温度高低，不代表病情轻重。')
  })

  it('unfolds a group by a tap, and folds it again by another', () => {
    const open = toggled([], 'dosing')
    const shown = inLanguage('zh', open).groups.filter((group) => group.rules.length > 0)
    expect(shown.map(({ id, isOpen }) => [id, isOpen])).toEqual([['dosing', true]])
    expect(toggled(open, 'dosing')).toEqual([])
  })

  it('counts what a folded group holds, and how much of it is provisional', () => {
    const own = allRules().filter(({ group }) => group === 'curve')
    expect(inLanguage('zh', []).groups.find(({ id }) => id === 'curve')).toMatchObject({
      count: `${own.length} 条，其中 ${own.filter(({ mark }) => mark === 'judgement').length} 条暂定`,
      rules: [],
    })
  })

  it('fits into one hand-over to the screen', () => {
    expect(Buffer.byteLength(JSON.stringify(inLanguage('zh')))).toBeLessThan(64_000)
  })
})
