import { micrograms, toMg } from '../../units/medicine.ts'
import { toKg } from '../../units/weight.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { weightAt } from '../body-weight.ts'
import { goesOver } from '../caps.ts'
import { knownMass, massFor } from '../masses.ts'
import { inLast24h, type IngredientDose } from '../medicine-log.ts'
import type { Finding } from '../verdict.ts'

/** The dose asked about would be one too many in 24 hours, or too much: by the formulary or by the product's label. */
export const maxReached: Rule<CoveredAsk> = (ask) => {
  const recent = inLast24h(ask.doses, ask.now)
  return [...tooMany(ask, recent), ...tooMuch(ask, recent)]
}

const reached = (reason: Finding['reason'], doses: readonly IngredientDose[], values: Finding['values']): Finding => ({
  rule: 'max_reached',
  reason,
  entryIds: doses.map(({ id }) => id),
  values,
})

function tooMany({ limits, product }: CoveredAsk, recent: readonly IngredientDose[]): readonly Finding[] {
  const caps = [
    { reason: 'max_doses', max: limits.dosesIn24h.value },
    { reason: 'label_max_doses', max: product?.maxDosesPerDay ?? Infinity },
  ] as const
  return caps
    .filter(({ max }) => recent.length + 1 > max)
    .map(({ reason, max }) => reached(reason, recent, { doses: recent.length, maxDoses: max }))
}

/** Doses of unknown amount are left out of the sum: what is known may already be too much. */
function tooMuch(ask: CoveredAsk, recent: readonly IngredientDose[]): readonly Finding[] {
  const { record, limits, mass, now, situation } = ask
  const given = knownMass(recent)
  const weight = weightAt(record, now, situation.zone)
  const amounts = { mg: toMg(given), ...(mass === null ? {} : { thisMg: toMg(mass) }) }
  const found: Finding[] = []
  if (weight && goesOver(ask, given, massFor(limits.perKgIn24h.value, weight.weight))) {
    const values = { ...amounts, maxMgPerKg: limits.perKgIn24h.value, kg: toKg(weight.weight) }
    found.push(reached('max_mg_per_kg', recent, values))
  }
  if (goesOver(ask, given, micrograms(limits.in24h.value)))
    found.push(reached('max_mg', recent, { ...amounts, maxMg: limits.in24h.value }))
  return found
}
