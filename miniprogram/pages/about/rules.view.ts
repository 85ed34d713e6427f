import { allRules, GROUP_NAMES, isProvisional, MARK_NAMES } from '../../../shared/evidence/all-rules.ts'
import { RULE_GROUPS, type RuleGroup, type RuleRow } from '../../../shared/evidence/rule-row.ts'
import type { Language } from '../../../shared/words/language.ts'
import { GRADE_NOTE } from '../../../shared/words/measure.ts'

/** One figure a rule goes by. */
interface Rule {
  /** Its place in the group. */
  readonly id: string
  readonly name: string
  readonly value: string
  readonly source: string
  readonly mark: string
  /** No clinician has signed it. */
  readonly isProvisional: boolean
}

export interface RuleGroupView {
  readonly id: RuleGroup
  readonly title: string
  /** What has to be said beside them; else empty. */
  readonly note: string
  readonly rules: readonly Rule[]
}

/** Every figure of every rule, in the groups of the list. */
export function ruleGroups(language: Language): readonly RuleGroupView[] {
  const rows = allRules()
  return RULE_GROUPS.map((id) => ({
    id,
    title: GROUP_NAMES[id][language],
    note: id === 'fever' ? GRADE_NOTE[language] : '',
    rules: rows.filter(({ group }) => group === id).map((row, index) => ruleOf(row, index, language)),
  }))
}

const ruleOf = ({ name, value, source, mark }: RuleRow, index: number, language: Language): Rule => ({
  id: String(index),
  name: name[language],
  value: value[language],
  source,
  mark: MARK_NAMES[mark][language],
  isProvisional: isProvisional(mark),
})
