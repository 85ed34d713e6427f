import type { Rule } from '../ask.ts'
import { inLast24h } from '../medicine-log.ts'

/** The dose asked about would be one more than may be given in 24 hours, by the formulary or by the product's label. */
export const maxReached: Rule = ({ doses, limits, product, now }) => {
  const recent = inLast24h(doses, now)
  const caps = [
    { reason: 'max_doses', max: limits.dosesIn24h.value },
    { reason: 'label_max_doses', max: product?.maxDosesPerDay ?? Infinity },
  ] as const
  return caps
    .filter(({ max }) => recent.length + 1 > max)
    .map(({ reason, max }) => ({
      rule: 'max_reached',
      reason,
      entryIds: recent.map(({ id }) => id),
      values: { doses: recent.length, maxDoses: max },
    }))
}
