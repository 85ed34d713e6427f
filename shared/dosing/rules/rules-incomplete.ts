import type { Rule } from '../ask.ts'

/**
 * The guard does not yet look at allergies, age, milligram caps, running intents and cautions. Until it does, it may stop a
 * dose but never let one pass.
 */
export const rulesIncomplete: Rule = () => [
  { rule: 'cannot_confirm', reason: 'rules_incomplete', entryIds: [], values: {} },
]
