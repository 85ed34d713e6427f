import { allRules, GROUP_NAMES, isProvisional, MARK_NAMES } from '../../../../shared/evidence/all-rules.ts'
import { RULE_GROUPS } from '../../../../shared/evidence/rule-row.ts'
import { MARKS } from '../../../../shared/evidence/source.ts'
import { LANGUAGES } from '../../../../shared/words/language.ts'

const rules = allRules()
const find = (name: string) => rules.filter((rule) => rule.name.en === name)

describe('the list of all rules', () => {
  it('names, values, sources and marks every row in both languages, in the order of the groups', () => {
    for (const rule of rules) {
      for (const language of LANGUAGES) {
        expect(rule.name[language]).toMatch(/\S/)
        expect(rule.value[language]).toMatch(/\S/)
        expect(`${rule.name[language]}${rule.value[language]}`).not.toMatch(/undefined|NaN|null/)
      }
      expect(rule.source).toMatch(/\S{3}/)
      expect(MARKS).toContain(rule.mark)
    }
    expect([...new Set(rules.map(({ group }) => group))]).toEqual(
      RULE_GROUPS.filter((group) => GROUP_NAMES[group].zh !== ''),
    )
  })

  it('has no row twice', () => {
    const keys = rules.map(({ name, value }) => `${name.zh} ${value.zh}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each([
    ['fever line: armpit', '≥ 37.5 ℃', 'found'],
    ['paracetamol: at least between two doses', '4 h', 'found'],
    ['ibuprofen: at most in 24 h, by weight', '40 mg/kg', 'background'],
    ['nimesulide: banned under', '12 years', 'found'],
    ['R3 from day', '5 days', 'found'],
    ['Q9 no urine for 8 hours', 'same day', 'found'],
    ['symptom: blue lips', 'now', 'secondary'],
    ['weight band: from 36 months', '9.6–25.2 kg', 'secondary'],
    ['美林, 布洛芬混悬液 (liquid or suspension)', expect.stringContaining('ibuprofen 20 mg/mL'), 'secondary'],
  ])('%s: %s, %s', (name, value, mark) => {
    expect(find(name)).toEqual([expect.objectContaining({ mark, value: expect.objectContaining({ en: value }) })])
  })

  it('shows background and judgement as provisional', () => {
    expect(MARKS.filter(isProvisional)).toEqual(['background', 'judgement'])
    for (const mark of MARKS) expect(MARK_NAMES[mark].zh).not.toBe('')
  })
})
