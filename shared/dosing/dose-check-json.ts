import { isoIn, type Zone } from '../time/zone.ts'
import { toMg } from '../units/medicine.ts'
import type { DoseCheck, DoseCheckJson, IngredientVerdict, IngredientVerdictJson } from './verdict.ts'

/** The guard's answer as the API and the tools print it, times in the zone. */
export function doseCheckToJson(check: DoseCheck, zone: Zone): DoseCheckJson {
  return {
    now: isoIn(zone, check.now),
    verdict: check.verdict,
    rules: check.rules,
    earliestAt: check.earliestAt === null ? null : isoIn(zone, check.earliestAt),
    ingredients: check.ingredients.map((one) => ingredientVerdictToJson(one, zone)),
  }
}

export function ingredientVerdictToJson(one: IngredientVerdict, zone: Zone): IngredientVerdictJson {
  return {
    ingredient: one.ingredient,
    verdict: one.verdict,
    rules: one.rules,
    earliestAt: one.earliestAt === null ? null : isoIn(zone, one.earliestAt),
    earliestIsLowerBound: one.earliestIsLowerBound,
    dosesIn24h: one.dosesIn24h,
    mgIn24h: one.massIn24h === null ? null : toMg(one.massIn24h),
    mgPerKgIn24h: one.tenthsMgPerKgIn24h === null ? null : one.tenthsMgPerKgIn24h / 10,
    evidence: one.evidence,
  }
}
