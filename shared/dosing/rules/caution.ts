import { HOUR, MINUTE, shift } from '../../time/instant.ts'
import { toMg } from '../../units/medicine.ts'
import { toKg } from '../../units/weight.ts'
import { daysInARow } from '../antipyretic-days.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { weightAt } from '../body-weight.ts'
import { goesOver } from '../caps.ts'
import { CAUTION_LIMITS, IBUPROFEN_CAUTIONS } from '../cautions.ts'
import { COVERED } from '../formulary.ts'
import { knownMass, massFor } from '../masses.ts'
import { dosesOf, inLast24h, sinceLast } from '../medicine-log.ts'
import type { Finding, Reason } from '../verdict.ts'

const found = (reason: Reason, entryIds: readonly string[], values: Finding['values']): Finding => ({
  rule: 'caution',
  reason,
  entryIds,
  values,
})

/** What does not stop a dose, but is to be thought of before it. */
export const caution: Rule<CoveredAsk> = (ask) => [
  ...(ask.ingredient === 'paracetamol' ? shortInterval(ask) : []),
  ...(ask.ingredient === 'ibuprofen' ? [...fourthDose(ask), ...highSum(ask)] : []),
  ...otherIngredient(ask),
  ...consecutiveDays(ask),
  ...(ask.ingredient === 'ibuprofen' ? [...symptoms(ask), ...diseases(ask)] : []),
]

function shortInterval({ doses, now }: CoveredAsk): readonly Finding[] {
  const { value } = CAUTION_LIMITS.paracetamolInterval
  const since = sinceLast(doses, now)
  if (since === null || since >= value * HOUR) return []
  const values = { sinceMinutes: Math.floor(since / MINUTE), intervalMinutes: value * 60 }
  return [found('short_interval', [doses[doses.length - 1]!.id], values)]
}

function fourthDose({ doses, now }: CoveredAsk): readonly Finding[] {
  const recent = inLast24h(doses, now)
  if (recent.length !== CAUTION_LIMITS.ibuprofenDoses.value) return []
  return [
    found(
      'fourth_dose',
      recent.map(({ id }) => id),
      { doses: recent.length },
    ),
  ]
}

function highSum(ask: CoveredAsk): readonly Finding[] {
  const { record, doses, now, situation } = ask
  const weight = weightAt(record, now, situation.zone)
  const recent = inLast24h(doses, now)
  const { value } = CAUTION_LIMITS.ibuprofenPerKgIn24h
  if (!weight || !goesOver(ask, knownMass(recent), massFor(value, weight.weight))) return []
  const values = { mg: toMg(knownMass(recent)), mgPerKg: value, kg: toKg(weight.weight) }
  return [
    found(
      'high_mg_per_kg',
      recent.map(({ id }) => id),
      values,
    ),
  ]
}

/** Two antipyretics are not given together, nor in turns as a routine. */
function otherIngredient({ log, ingredient, now }: CoveredAsk): readonly Finding[] {
  return COVERED.filter((other) => other !== ingredient).flatMap((other) => {
    const doses = dosesOf(log, other)
    const since = sinceLast(doses, now)
    if (since === null || since >= CAUTION_LIMITS.otherIngredient.value * HOUR) return []
    const values = { ingredient: other, sinceMinutes: Math.floor(since / MINUTE) }
    return [found('other_antipyretic', [doses[doses.length - 1]!.id], values)]
  })
}

function consecutiveDays({ log, now, situation }: CoveredAsk): readonly Finding[] {
  const days = daysInARow(log.doses, now, situation.zone)
  const { value } = CAUTION_LIMITS.consecutiveDays
  return days > value ? [found('consecutive_days', [], { days, maxDays: value })] : []
}

function symptoms({ record, now }: CoveredAsk): readonly Finding[] {
  const from = shift(now, -CAUTION_LIMITS.symptomsWithin.value * HOUR)
  return IBUPROFEN_CAUTIONS.filter(({ kind }) => kind === 'symptom').flatMap(({ code }) => {
    const logged = record.entries.filter(
      (entry) => entry.kind === 'symptom' && entry.present && entry.code === code && entry.at > from && entry.at <= now,
    )
    if (logged.length === 0) return []
    return [
      found(
        'symptom',
        logged.map(({ id }) => id),
        { symptom: code },
      ),
    ]
  })
}

function diseases({ record }: CoveredAsk): readonly Finding[] {
  const codes = IBUPROFEN_CAUTIONS.filter(({ kind }) => kind === 'disease').map(({ code }) => code)
  return record.conditions
    .filter(({ code, present }) => present && codes.includes(code))
    .map(({ code }) => found('disease', [], { condition: code }))
}
