import { conditionOf } from '../child/conditions.ts'
import { allergiesAgainst } from './allergies.ts'
import type { Ask } from './ask.ts'
import { IBUPROFEN_CAUTIONS } from './cautions.ts'
import type { Evidence } from './verdict.ts'

/** What the family was never asked about and the rules would go by. Named, and no verdict of its own. */
export function neverAsked({ record, ingredient }: Ask): readonly Evidence[] {
  const asked = new Set(record.conditions.map(({ code }) => code))
  const codes = conditionsFor(ingredient).filter((code) => !asked.has(code))
  if (codes.length === 0) return []
  return [{ rule: null, reason: 'never_asked', entryIds: [], values: { conditions: codes.join(' ') } }]
}

/** Allergies and diseases of the vocabulary that matter for the ingredient. */
const conditionsFor = (ingredient: string): readonly string[] =>
  [
    ...allergiesAgainst(ingredient),
    ...(ingredient === 'ibuprofen' ? IBUPROFEN_CAUTIONS.filter(({ kind }) => kind === 'disease') : []).map(
      ({ code }) => code,
    ),
  ].filter((code) => conditionOf(code) !== null)
