import { completedMonths } from '../../child/age.ts'
import type { Ask, Rule } from '../ask.ts'
import { limitsOf } from '../formulary.ts'
import type { Finding } from '../verdict.ts'

/** The child is too young for the ingredient, or for this product by its label. */
export const notForAge: Rule = (ask) => {
  const { birthDate } = ask.record.child
  if (birthDate === null) return []
  const months = completedMonths(birthDate, ask.now, ask.situation.zone)
  return agesOf(ask)
    .filter(({ fromMonths }) => months < fromMonths)
    .map(({ reason, fromMonths }) => ({
      rule: 'not_for_age',
      reason,
      entryIds: [],
      values: { months, fromMonths },
    }))
}

function agesOf({ ingredient, product }: Ask): readonly { reason: Finding['reason']; fromMonths: number }[] {
  const limits = limitsOf(ingredient)
  return [
    { reason: 'below_age', fromMonths: limits ? limits.minAge.value : -Infinity },
    { reason: 'below_label_age', fromMonths: product?.minAgeMonths ?? -Infinity },
  ]
}
