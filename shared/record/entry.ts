import type { Instant } from '../time/instant.ts'
import type { CentiCelsius } from '../units/temperature.ts'
import type { Microgram, Microlitre, MilliPiece } from '../units/medicine.ts'

/** Where a temperature was taken. `forehead`: a temporal-artery thermometer on the skin; `noncontact`: the infrared gun, 额温枪. */
export const SITES = ['axillary', 'tympanic', 'forehead', 'noncontact', 'oral', 'rectal'] as const
export type Site = (typeof SITES)[number]

export const ENTRY_KINDS = ['temperature', 'dose', 'symptom', 'answer', 'note'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number]

/** What became of a dose. One that came up again still counts in full. */
export const DOSE_OUTCOMES = ['kept', 'vomited', 'spat'] as const
export type DoseOutcome = (typeof DOSE_OUTCOMES)[number]

export const QUESTIONS = [
  'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14',
] as const // prettier-ignore
export type Question = (typeof QUESTIONS)[number]

interface EntryBase {
  readonly id: string
  readonly at: Instant
  /** UTC offset, in minutes east, of the place where it was written down. */
  readonly offsetMinutes: number
  /** Who wrote it, as the family calls them; null when nobody was named. */
  readonly by: string | null
}

export interface TemperatureEntry extends EntryBase {
  readonly kind: 'temperature'
  readonly temperature: CentiCelsius
  readonly site: Site
}

/**
 * A medicine that was given. It names a product of the family's cabinet, or the ingredient directly, or a free name
 * (`medicine`) of which the family says whether it holds an antipyretic. The amount is in exactly one unit, or unknown.
 */
export interface DoseEntry extends EntryBase {
  readonly kind: 'dose'
  readonly productId: string | null
  readonly ingredient: string | null
  readonly medicine: string | null
  readonly antipyretic: YesNoUnknown | null
  readonly volume: Microlitre | null
  readonly pieces: MilliPiece | null
  readonly mass: Microgram | null
  readonly outcome: DoseOutcome | null
  /** Minutes between the dose and its coming up again. */
  readonly outcomeMinutes: number | null
}

export interface SymptomEntry extends EntryBase {
  readonly kind: 'symptom'
  readonly code: string
  readonly present: boolean
}

export interface AnswerEntry extends EntryBase {
  readonly kind: 'answer'
  readonly question: Question
  readonly value: YesNoUnknown
}

export interface NoteEntry extends EntryBase {
  readonly kind: 'note'
  readonly text: string
}

export type Entry = TemperatureEntry | DoseEntry | SymptomEntry | AnswerEntry | NoteEntry

/** Record order: by time, ties by id, so that the order of arrival never matters. */
export const byTime = (a: Pick<Entry, 'at' | 'id'>, b: Pick<Entry, 'at' | 'id'>): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
