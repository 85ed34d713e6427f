import type { Instant } from '../time/instant.ts'
import type { Microgram } from '../units/medicine.ts'

/** What the guard may say, strictest first; the first that applies is the verdict, all that apply are its `rules`. */
export const VERDICTS = [
  'contraindicated',
  'banned',
  'not_for_age',
  'max_reached',
  'too_soon',
  'in_progress',
  'over_single_dose',
  'cannot_confirm',
  /** An ingredient the guard has no rules for: a compound that holds one is never allowed as a whole. */
  'not_covered',
  'caution',
  'allowed',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a rule applies. The words for each are exhaustive by type. */
export const REASONS = [
  'allergy',
  'banned_below_age',
  'below_age',
  'below_label_age',
  'max_doses',
  'label_max_doses',
  'max_mg_per_kg',
  'max_mg',
  'interval',
  'intent',
  'dose_mg_per_kg',
  'dose_mg',
  'birth_date_missing',
  'weight_missing',
  'weight_outdated',
  'weight_implausible',
  'concentration_missing',
  'earlier_amount_unknown',
  'unknown_medicine',
  'unknown_antipyretic',
  'ingredient_unknown',
  'intent_unanswered',
  'offline',
  'only_this_phone',
  'unsent_changes',
  'no_rules',
  'short_interval',
  'fourth_dose',
  'high_mg_per_kg',
  'other_antipyretic',
  'consecutive_days',
  'symptom',
  'disease',
] as const
export type Reason = (typeof REASONS)[number]

/** Why a rule applies: its own reason code, the entries it rests on, and the figures a sentence about it needs. */
export interface Evidence {
  /**
   * null: a remark, which is no verdict of its own. `never_asked`: nobody was asked about allergies or diseases;
   * `loosened_by_edit`: a change of the record made the answer milder.
   */
  readonly rule: Verdict | null
  readonly reason: string
  readonly entryIds: readonly string[]
  readonly values: Readonly<Record<string, number | string>>
}

/** One rule that applies, as the guard found it. */
export interface Finding extends Evidence {
  readonly rule: Verdict
  readonly reason: Reason
}

/** The verdict on one ingredient at one moment. */
export interface IngredientVerdict {
  /** Code of the ingredient; `unknown` when nobody knows what the medicine holds. */
  readonly ingredient: string
  readonly verdict: Verdict
  /** Every rule that applies, strictest first. */
  readonly rules: readonly Verdict[]
  /** The first minute at which neither `max_reached` nor `too_soon` would apply to this same dose; null: they don't, or none within 24 h. */
  readonly earliestAt: Instant | null
  /** True with `cannot_confirm` among the rules: it may be later than `earliestAt`. */
  readonly earliestIsLowerBound: boolean
  readonly dosesIn24h: number
  /** What those doses held together; null when one of them is unknown. */
  readonly massIn24h: Microgram | null
  /** The same per body weight, in tenths of mg/kg, half-up; null without a weight too. */
  readonly tenthsMgPerKgIn24h: number | null
  readonly evidence: readonly Evidence[]
}

/** The guard's answer: one verdict per ingredient and the strictest overall. */
export interface DoseCheck {
  readonly now: Instant
  readonly verdict: Verdict
  readonly rules: readonly Verdict[]
  /** When the last of its ingredients may be given again, as far as `max_reached` and `too_soon` go; null as for an ingredient. */
  readonly earliestAt: Instant | null
  readonly ingredients: readonly IngredientVerdict[]
}

/** The verdict on one ingredient at one moment, as JSON has it (times ISO 8601 in the child's zone). */
export interface IngredientVerdictJson {
  readonly ingredient: string
  readonly verdict: Verdict
  readonly rules: readonly Verdict[]
  readonly earliestAt: string | null
  readonly earliestIsLowerBound: boolean
  readonly dosesIn24h: number
  readonly mgIn24h: number | null
  readonly mgPerKgIn24h: number | null
  readonly evidence: readonly Evidence[]
}

/** The guard's answer for a product or ingredient, as JSON has it. */
export interface DoseCheckJson {
  readonly now: string
  readonly verdict: Verdict
  readonly rules: readonly Verdict[]
  readonly earliestAt: string | null
  readonly ingredients: readonly IngredientVerdictJson[]
}
