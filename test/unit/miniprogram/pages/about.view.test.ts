import { aboutView } from '../../../../miniprogram/pages/about/about.view.ts'
import { ANALYSIS_LIMITS } from '../../../../shared/analysis/limits.ts'
import { CURVE_LIMITS } from '../../../../shared/curve/limits.ts'
import { FORMULARY } from '../../../../shared/dosing/formulary.ts'
import { THRESHOLDS } from '../../../../shared/fever/thresholds.ts'
import { screenOf } from '../support/screen-state.ts'

const inLanguage = (language: 'zh' | 'en') => aboutView(screenOf([], 3, { preferences: { language } }))
const { groups, statements, provisional } = inLanguage('zh')
const rules = groups.flatMap((group) => group.rules)
const ruleIn = (title: string, name: string) =>
  groups.find((group) => group.title === title)?.rules.find((rule) => rule.name === name)

describe('about the app', () => {
  it('says that it is a record and no diagnosis, before anything else', () => {
    expect(statements[0]?.title).toBe('守温是一份记录，不是诊断。')
  })

  it('shows every figure of the tables, each with a source and how sure it is', () => {
    const tables = [THRESHOLDS, CURVE_LIMITS, ANALYSIS_LIMITS, FORMULARY.paracetamol, FORMULARY.ibuprofen]
    const figures = tables.reduce((sum, table) => sum + Object.keys(table).length, 0)
    expect(rules.length).toBeGreaterThanOrEqual(figures)
    expect(rules.filter(({ source, mark, value }) => source === '' || mark === '' || value === '')).toEqual([])
  })

  it('writes a figure with its unit', () => {
    expect(ruleIn('算发烧的温度', '腋温')?.value).toBe('37.5 ℃ 起')
    expect(ruleIn('布洛芬的核对', '两次至少隔')).toMatchObject({ value: '6 小时', source: 'CN2008 §2.4.1; US OTC' })
    expect(ruleIn('对乙酰氨基酚的核对', '24 小时内按体重最多')?.value).toBe('60 mg/kg')
    expect(ruleIn('病程、升降和喂药以后', '差到多少才算升或降')?.value).toBe('0.3 ℃')
  })

  it('marks as provisional what no source says, and nothing that one does', () => {
    expect(provisional).toBe('暂定')
    expect(ruleIn('病程、升降和喂药以后', '差到多少才算升或降')?.isProvisional).toBe(true)
    expect(ruleIn('布洛芬的核对', '24 小时内按体重最多')?.isProvisional).toBe(true)
    expect(ruleIn('算发烧的温度', '腋温')?.isProvisional).toBe(false)
  })

  it('never explains grades without saying what they do not mean', () => {
    expect(groups.find(({ title }) => title === '腋温的分级')?.note).toBe('分级只描述温度高低，不代表病情轻重。')
  })

  it('has words for every figure, and English ones beside the Chinese', () => {
    expect(rules.map(({ name }) => name).filter((name) => !/[一-龥]/.test(name))).toEqual([])
    const english = inLanguage('en').groups.flatMap((group) => group.rules.map(({ name }) => name))
    expect(english.filter((name) => /[一-龥]/.test(name))).toEqual([])
  })

  it('tells no two figures of a group by the same words', () => {
    for (const group of groups) expect(new Set(group.rules.map(({ name }) => name)).size).toBe(group.rules.length)
  })
})
