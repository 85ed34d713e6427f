import type { Source } from '../evidence/source.ts'
import type { Question } from '../record/entry.ts'
import type { Instant } from '../time/instant.ts'

/** How soon a flag asks for care, the most urgent first. */
export const URGENCIES = ['now', 'same_day', 'contact'] as const
export type Urgency = (typeof URGENCIES)[number]

/** A stretch without a reading that a count went through: what was in it nobody knows. */
export interface Gap {
  readonly from: Instant
  readonly to: Instant
}

/** A hint from logged data that a doctor should see the child, with what it rests on. None is ever a reassurance. */
export interface RedFlag {
  /** `R1`–`R9`, `S:` and the code of a symptom, `Q1`–`Q14`. */
  readonly rule: string
  readonly level: Urgency
  readonly entryIds: readonly string[]
  readonly source: string
  /** Figures that a sentence about it needs. */
  readonly values: Readonly<Record<string, number | string>>
  readonly gaps: readonly Gap[]
}

/** A rule that is derived from what was logged. */
interface DerivedRule extends Source {
  readonly level: Urgency
}

export const DERIVED_RULES = {
  R1: { level: 'now', source: 'NICE NG143; AAP HealthyChildren', mark: 'secondary' },
  R2: { level: 'same_day', source: 'NICE NG143', mark: 'secondary' },
  R3: { level: 'same_day', source: 'NICE NG143', mark: 'found' },
  R4: { level: 'contact', source: 'AAP HealthyChildren', mark: 'found' },
  R5: { level: 'same_day', source: 'AAP HealthyChildren', mark: 'found' },
  R6: { level: 'now', source: 'CN2020 interpretation', mark: 'judgement' },
  R7: { level: 'contact', source: 'CN2008 §2.4.1; OTC leaflets', mark: 'judgement' },
  R8: { level: 'contact', source: 'OTC leaflet', mark: 'found' },
  R9: { level: 'same_day', source: 'Pediatr Nephrol 2015;30:1873; NHS', mark: 'found' },
} as const satisfies Readonly<Record<string, DerivedRule>>
export type DerivedRuleId = keyof typeof DERIVED_RULES

const ASKED = { source: 'NICE NG143; AAP HealthyChildren', mark: 'secondary' } as const

/** How soon each question asks for care when it is answered yes. */
export const QUESTION_RULES: Readonly<Record<Question, DerivedRule>> = {
  Q1: { level: 'now', ...ASKED },
  Q2: { level: 'now', ...ASKED },
  Q3: { level: 'now', ...ASKED },
  Q4: { level: 'now', ...ASKED },
  Q5: { level: 'now', ...ASKED },
  Q6: { level: 'now', ...ASKED },
  Q7: { level: 'now', ...ASKED },
  Q8: { level: 'now', ...ASKED },
  Q9: { level: 'same_day', source: 'NHS Healthier Together', mark: 'found' },
  Q10: { level: 'same_day', source: 'NHS Healthier Together', mark: 'found' },
  Q11: { level: 'same_day', ...ASKED },
  Q12: { level: 'same_day', ...ASKED },
  Q13: { level: 'contact', source: 'NICE NG143 1.1', mark: 'secondary' },
  Q14: { level: 'same_day', source: 'AAP HealthyChildren', mark: 'found' },
}

/** Symptoms ask for care by their level in the vocabulary. */
export const SYMPTOM_SOURCE: Source = { source: 'NICE NG143', mark: 'secondary' }

/** A flag of a derived rule, at its own level unless told otherwise. */
export const flagOf = (
  rule: DerivedRuleId,
  entryIds: readonly string[],
  values: RedFlag['values'],
  { level = DERIVED_RULES[rule].level, gaps = [] }: { level?: Urgency; gaps?: readonly Gap[] } = {},
): RedFlag => ({ rule, level, entryIds, source: DERIVED_RULES[rule].source, values, gaps })
