import type { Site } from '../record/entry.ts'
import type { SymptomCode } from '../symptoms/vocabulary.ts'

interface DraftBase {
  /** Local clock time to the minute, `2026-01-16T02:30`, in the offset of the moment the line was read at. */
  readonly at: string
}

export interface TemperatureDraft extends DraftBase {
  readonly kind: 'temperature'
  readonly celsius: number
  /** Only when the text says where it was measured. */
  readonly site?: Site
}

/** A dose as it was written: an ingredient where the name settles it, else a free name, else `ambiguous`. Never a concentration. */
export interface DoseDraft extends DraftBase {
  readonly kind: 'dose'
  readonly ingredient?: 'paracetamol' | 'ibuprofen'
  readonly product?: string
  readonly ml?: number
  readonly mg?: number
  readonly count?: number
  readonly ambiguous?: true
}

export interface SymptomDraft extends DraftBase {
  readonly kind: 'symptom'
  readonly code: SymptomCode
  readonly present: boolean
}

export type Draft = TemperatureDraft | DoseDraft | SymptomDraft

/** Why something that was understood is not drafted, or what a person has to settle. */
export const ISSUE_CODES = [
  'temperature_implausible',
  'temperature_range',
  'temperature_vague',
  'temperature_change',
  'not_body_temperature',
  'fahrenheit_assumed',
  'weight',
  'amount_range',
  'amount_unclear',
  'time_unclear',
  'time_future',
  'plan',
  'question',
  'not_given',
  'other_person',
  'correction_unclear',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

/** `text`: the part of the line it is about, as it was typed. */
export interface Issue {
  readonly code: IssueCode
  readonly text: string
}

/** What a text says: a draft per fact in its order, what needs a person, and every part that could not be read. */
export interface QuickLog {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  readonly unread: readonly string[]
}
