import type { ChildRecord } from '../record/child-record.ts'
import { byTime } from '../record/entry.ts'
import type { Instant } from '../time/instant.ts'
import type { Microgram } from '../units/medicine.ts'
import type { Grams } from '../units/weight.ts'
import type { Ask, Rule } from './ask.ts'
import { weightAt } from './body-weight.ts'
import { ingredientsOf, type Delivered } from './contents.ts'
import { earliestFor } from './earliest.ts'
import { limitsOf } from './formulary.ts'
import { dosesOf, inLast24h, medicineLogOf, type IngredientDose, type MedicineLog } from './medicine-log.ts'
import type { DoseQuestion } from './question.ts'
import { cannotConfirm } from './rules/cannot-confirm.ts'
import { maxReached } from './rules/max-reached.ts'
import { rulesIncomplete } from './rules/rules-incomplete.ts'
import { tooSoon } from './rules/too-soon.ts'
import type { Situation } from './situation.ts'
import { VERDICTS, type DoseCheck, type Finding, type IngredientVerdict, type Verdict } from './verdict.ts'

const RULES: readonly Rule[] = [maxReached, tooSoon, cannotConfirm, rulesIncomplete]

interface Inquiry {
  readonly record: ChildRecord
  readonly log: MedicineLog
  readonly question: DoseQuestion
  readonly now: Instant
  readonly situation: Situation
}

/**
 * What speaks against giving this now: per ingredient, over all products and caregivers, the strictest overall. It answers
 * from the record alone and reserves nothing. A recorded dose is never refused, only looked at by `checkRecordedDose`.
 */
export function checkDose(record: ChildRecord, question: DoseQuestion, now: Instant, situation: Situation): DoseCheck {
  const inquiry = { record, log: medicineLogOf(record), question, now, situation }
  const { ingredients, antipyretic } = ingredientsOf(question, inquiry.log.products)
  if (ingredients.length > 0)
    return overall(
      now,
      ingredients.map((part) => checkIngredient(inquiry, part)),
    )
  return overall(now, [antipyretic === 'no' ? notCovered(inquiry, 'unknown') : nobodyKnows(inquiry)])
}

/** The same for a dose of the record, at its own time and against the earlier ones (ties by id); null when it is not there. */
export function checkRecordedDose(record: ChildRecord, entryId: string, situation: Situation): DoseCheck | null {
  const dose = record.entries.find(({ id }) => id === entryId)
  if (dose?.kind !== 'dose') return null
  const entries = record.entries.filter((entry) => byTime(entry, dose) < 0)
  return checkDose({ ...record, entries }, dose, dose.at, situation)
}

function checkIngredient(inquiry: Inquiry, { ingredient, mass }: Delivered): IngredientVerdict {
  const limits = limitsOf(ingredient)
  if (!limits) return notCovered(inquiry, ingredient)
  const { record, log, question, now, situation } = inquiry
  const doses = dosesOf(log, ingredient)
  const product = question.productId === null ? null : (log.products.get(question.productId) ?? null)
  const hasAmount = question.volume !== null || question.pieces !== null || question.mass !== null
  const ask: Ask = { record, log, now, situation, ingredient, limits, product, hasAmount, mass, doses }
  const findings = RULES.flatMap((rule) => rule(ask))
  return verdictOf(inquiry, ingredient, doses, findings, earliestFor(ask))
}

/** No rules are known for the ingredient; the answer is honest about that and nothing else. */
const notCovered = (inquiry: Inquiry, ingredient: string): IngredientVerdict =>
  verdictOf(
    inquiry,
    ingredient,
    dosesOf(inquiry.log, ingredient),
    [{ rule: 'not_covered', reason: 'no_rules', entryIds: [], values: {} }],
    null,
  )

const nobodyKnows = (inquiry: Inquiry): IngredientVerdict =>
  verdictOf(
    inquiry,
    'unknown',
    [],
    [{ rule: 'cannot_confirm', reason: 'ingredient_unknown', entryIds: [], values: {} }],
    null,
  )

function verdictOf(
  { record, now, situation }: Inquiry,
  ingredient: string,
  doses: readonly IngredientDose[],
  evidence: readonly Finding[],
  earliestAt: Instant | null,
): IngredientVerdict {
  const rules = inOrder(evidence.map(({ rule }) => rule))
  const recent = inLast24h(doses, now)
  const massIn24h = sum(recent)
  const weight = weightAt(record, now, situation.zone)
  return {
    ingredient,
    verdict: rules[0]!, // `rulesIncomplete` always applies: there is no way yet to answer `allowed`
    rules,
    earliestAt,
    earliestIsLowerBound: earliestAt !== null && rules.includes('cannot_confirm'),
    dosesIn24h: recent.length,
    massIn24h,
    tenthsMgPerKgIn24h: weight && massIn24h !== null ? perKg(massIn24h, weight.weight) : null,
    evidence,
  }
}

function overall(now: Instant, ingredients: readonly IngredientVerdict[]): DoseCheck {
  const rules = inOrder(ingredients.flatMap((one) => one.rules))
  return { now, verdict: rules[0]!, rules, earliestAt: latestOf(ingredients), ingredients }
}

/** When the last of the blocked ingredients is free again; null when one of them is not within 24 hours. */
function latestOf(ingredients: readonly IngredientVerdict[]): Instant | null {
  let latest: Instant | null = null
  for (const { rules, earliestAt } of ingredients) {
    if (!rules.includes('max_reached') && !rules.includes('too_soon')) continue
    if (earliestAt === null) return null
    if (latest === null || earliestAt > latest) latest = earliestAt
  }
  return latest
}

const inOrder = (rules: readonly Verdict[]): readonly Verdict[] => VERDICTS.filter((verdict) => rules.includes(verdict))

const sum = (doses: readonly IngredientDose[]): Microgram | null =>
  doses.reduce<Microgram | null>(
    (total, { mass }) => (total === null || mass === null ? null : ((total + mass) as Microgram)),
    0 as Microgram,
  )

/** Tenths of mg/kg, half-up; a microgram per gram is a milligram per kilogram. */
const perKg = (mass: Microgram, weight: Grams): number => Math.floor((mass * 20 + weight) / (2 * weight))
