import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { DoseEntry } from '../../../../shared/record/entry.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CHINA = 8 * HOUR

const FIGURES = {
  paracetamol: { months: 3, interval: 4, perKg: 60, mg: 2400, oncePerKg: 15, onceMg: 600, other: 'ibuprofen' },
  ibuprofen: { months: 6, interval: 6, perKg: 40, mg: 1200, oncePerKg: 10, onceMg: 400, other: 'paracetamol' },
} as const

/** Completed months between two dates of the calendar in Shanghai. */
function months(from: string, now: number): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const to = new Date(now + CHINA)
  return (to.getUTCFullYear() - year) * 12 + to.getUTCMonth() + 1 - month - (to.getUTCDate() < day ? 1 : 0)
}

/** Symptoms and diseases that speak against ibuprofen without a doctor. */
const SYMPTOMS = ['vomiting', 'diarrhoea', 'dry_mouth_tears', 'low_urine', 'wheeze', 'chickenpox']
const DISEASES = ['asthma', 'kidney_disease', 'heart_disease']

/**
 * The dose verdicts read word by word, in milligrams: for doses given by ingredient and amount, or of a free name, in
 * Shanghai, by a machine that sees the whole record. `mg` is the dose asked about; null: asked without an amount.
 */
export function rulesByTheBook(
  record: ChildRecord,
  ingredient: 'paracetamol' | 'ibuprofen',
  mg: number | null,
  now: number,
): readonly string[] {
  const figures = FIGURES[ingredient]
  const all = record.entries.filter((entry): entry is DoseEntry => entry.kind === 'dose')
  const recent = all.filter(({ at }) => at > now - DAY)
  const same = recent.filter((dose) => dose.ingredient === ingredient)
  const has = (code: string) => record.conditions.some((one) => one.code === code && one.present)
  const today = new Date(now + CHINA).toISOString().slice(0, 10)
  const weights = record.weights.filter(({ on }) => on <= today)
  const weight = weights.length === 0 ? null : weights[weights.length - 1]!
  const kg = weight && weight.weight / 1000
  const age = record.child.birthDate === null ? null : months(record.child.birthDate, now)
  const sum = same.reduce((total, dose) => total + (dose.mass ?? 0), 0) / 1000
  const over = (cap: number) => (mg === null ? sum >= cap - 1e-9 : sum + mg > cap + 1e-9)
  const ago = (doses: readonly DoseEntry[]) => Math.min(...doses.map(({ at }) => Math.max(0, now - at))) / HOUR
  const days = new Set(
    all
      .filter(({ ingredient: code, antipyretic }) => code !== null || antipyretic === 'yes')
      .map(({ at }) => Math.floor((at + CHINA) / DAY)),
  )
  const day = Math.floor((now + CHINA) / DAY)
  const noted = (codes: readonly string[]) =>
    record.entries.some(
      (entry) =>
        entry.kind === 'symptom' &&
        entry.present &&
        codes.includes(entry.code) &&
        entry.at > now - DAY &&
        entry.at <= now,
    )

  const found: [string, boolean][] = [
    [
      'contraindicated',
      has(`${ingredient}_allergy`) || (ingredient === 'ibuprofen' && (has('aspirin_allergy') || has('nsaid_allergy'))),
    ],
    ['not_for_age', age !== null && age < figures.months],
    ['max_reached', same.length + 1 >= 5 || (kg !== null && over(figures.perKg * kg)) || over(figures.mg)],
    ['too_soon', ago(same) < figures.interval],
    ['over_single_dose', mg !== null && ((kg !== null && mg > figures.oncePerKg * kg + 1e-9) || mg > figures.onceMg)],
    [
      'cannot_confirm',
      age === null ||
        weight === null ||
        months(weight.on, now - DAY) >= (age < 24 ? 3 : 6) ||
        same.some(({ mass }) => mass === null) ||
        recent.some(({ ingredient: code, antipyretic }) => code === null && antipyretic !== 'no'),
    ],
    [
      'caution',
      (ingredient === 'paracetamol' && ago(same) < 6) ||
        (ingredient === 'ibuprofen' && same.length + 1 === 4) ||
        (ingredient === 'ibuprofen' && kg !== null && over(30 * kg)) ||
        ago(recent.filter((dose) => dose.ingredient === figures.other)) < 4 ||
        [1, 2, 3].every((back) => days.has(day - back)) ||
        (ingredient === 'ibuprofen' && (noted(SYMPTOMS) || DISEASES.some(has))),
    ],
  ]
  const applying = found.filter(([, applies]) => applies).map(([rule]) => rule)
  return applying.length === 0 ? ['allowed'] : applying
}
