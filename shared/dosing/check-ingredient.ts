import { VERDICTS, type Evidence, type Finding, type IngredientVerdict, type Verdict } from './verdict.ts'
import type { Ask, CoveredAsk, Rule } from './ask.ts'
import { weightAt } from './body-weight.ts'
import { earliestFor } from './earliest.ts'
import { limitsOf } from './formulary.ts'
import { tenthsPerKg, wholeMass } from './masses.ts'
import { inLast24h } from './medicine-log.ts'
import { neverAsked } from './never-asked.ts'
import { banned } from './rules/banned.ts'
import { cannotConfirm } from './rules/cannot-confirm.ts'
import { caution } from './rules/caution.ts'
import { contraindicated } from './rules/contraindicated.ts'
import { inProgress } from './rules/in-progress.ts'
import { maxReached } from './rules/max-reached.ts'
import { notForAge } from './rules/not-for-age.ts'
import { overSingleDose } from './rules/over-single-dose.ts'
import { tooSoon } from './rules/too-soon.ts'
import type { Instant } from '../time/instant.ts'

/** Rules that hold for every ingredient, … */
const ALWAYS: readonly Rule[] = [contraindicated, banned, notForAge]
/** … those that need its figures, … */
const COVERED: readonly Rule<CoveredAsk>[] = [maxReached, tooSoon, inProgress, overSingleDose, cannotConfirm, caution]
/** … and of those the ones that a dose on record is held against afterwards. */
const STOPPING: readonly Rule<CoveredAsk>[] = [maxReached, tooSoon, overSingleDose]

const coveredOf = (ask: Ask): CoveredAsk | null => {
  const limits = limitsOf(ask.ingredient)
  return limits && { ...ask, limits }
}

/** What speaks against one ingredient of the dose asked about. */
export function checkIngredient(ask: Ask): IngredientVerdict {
  const covered = coveredOf(ask)
  const always = ALWAYS.flatMap((rule) => rule(ask))
  if (!covered) return verdictOf(ask, [...always, NO_RULES], null)
  const findings = [...always, ...COVERED.flatMap((rule) => rule(covered))]
  return verdictOf(ask, findings, earliestFor(covered))
}

/** What stood against a dose that is on record: allergy, ban, age, count, sum, interval, size. Whether it could be confirmed no longer matters. */
export function whatStoodAgainst(ask: Ask): readonly Finding[] {
  const covered = coveredOf(ask)
  const findings = [
    ...ALWAYS.flatMap((rule) => rule(ask)),
    ...(covered ? STOPPING.flatMap((rule) => rule(covered)) : []),
  ]
  return findings.filter(({ rule }) => rule !== 'cannot_confirm')
}

/** No figures are known for the ingredient; the answer is honest about that and nothing else. */
export const NO_RULES: Finding = { rule: 'not_covered', reason: 'no_rules', entryIds: [], values: {} }

/** The answer of these findings; `allowed` only where none was made. */
export function verdictOf(ask: Ask, findings: readonly Finding[], earliestAt: Instant | null): IngredientVerdict {
  const { record, doses, now, situation, ingredient } = ask
  const rules = findings.length === 0 ? (['allowed'] as const) : inOrder(findings.map(({ rule }) => rule))
  const recent = inLast24h(doses, now)
  const massIn24h = wholeMass(recent)
  const weight = weightAt(record, now, situation.zone)
  const evidence: readonly Evidence[] = [...findings, ...neverAsked(ask)]
  return {
    ingredient,
    verdict: rules[0]!,
    rules,
    earliestAt,
    earliestIsLowerBound: earliestAt !== null && rules.includes('cannot_confirm'),
    dosesIn24h: recent.length,
    massIn24h,
    tenthsMgPerKgIn24h: weight && massIn24h !== null ? tenthsPerKg(massIn24h, weight.weight) : null,
    evidence,
  }
}

/** Rules in the order of their strictness, each once. */
export const inOrder = (rules: readonly Verdict[]): readonly Verdict[] =>
  VERDICTS.filter((verdict) => rules.includes(verdict))
