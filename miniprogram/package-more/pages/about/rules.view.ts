import { allRules, GROUP_NAMES, isProvisional, MARK_NAMES } from '../../../../shared/evidence/all-rules.ts'
import { RULE_GROUPS, type RuleGroup, type RuleRow } from '../../../../shared/evidence/rule-row.ts'
import type { Language } from '../../../../shared/words/language.ts'
import { GRADE_NOTE } from '../../../../shared/words/measure.ts'
import { aboutTexts } from '../../texts/about.ts'

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
  /** How many there are, and how many of them are provisional. */
  readonly count: string
  readonly isOpen: boolean
  /** What has to be said beside them; else empty. */
  readonly note: string
  /** Of a group that is open: all of them at once would be some twenty screens. */
  readonly rules: readonly Rule[]
}

/** Every figure of every rule, in the groups of the list. */
export function ruleGroups(open: readonly RuleGroup[], language: Language): readonly RuleGroupView[] {
  const { count } = aboutTexts(language)
  const rows = allRules()
  return RULE_GROUPS.map((id) => {
    const own = rows.filter(({ group }) => group === id)
    const isOpen = open.includes(id)
    return {
      id,
      title: GROUP_NAMES[id][language],
      count: count(own.length, own.filter(({ mark }) => isProvisional(mark)).length),
      isOpen,
      note: isOpen && id === 'fever' ? GRADE_NOTE[language] : '',
      rules: isOpen ? own.map((row, index) => ruleOf(row, index, language)) : [],
    }
  })
}

const ruleOf = ({ name, value, source, mark }: RuleRow, index: number, language: Language): Rule => ({
  id: String(index),
  name: name[language],
  value: value[language],
  source,
  mark: MARK_NAMES[mark][language],
  isProvisional: isProvisional(mark),
})

/** The open groups after a tap on one. */
export const toggled = (open: readonly RuleGroup[], id: RuleGroup): readonly RuleGroup[] =>
  open.includes(id) ? open.filter((one) => one !== id) : [...open, id]
