import { allergiesAgainst } from '../allergies.ts'
import type { Rule } from '../ask.ts'

/** An allergy to the ingredient, or to its kind, is on the child's record. */
export const contraindicated: Rule = ({ record, ingredient }) => {
  const against = allergiesAgainst(ingredient)
  return record.conditions
    .filter(({ code, present }) => present && against.includes(code))
    .map(({ code }) => ({ rule: 'contraindicated', reason: 'allergy', entryIds: [], values: { condition: code } }))
}
