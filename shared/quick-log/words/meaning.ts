import type { SymptomCode } from '../../symptoms/vocabulary.ts'
import type { BodyPart, PartState } from '../../symptoms/synonyms.ts'
import type { Site } from '../../record/entry.ts'

/** A part of the day, as a family speaks of it; each has hours that belong to it (`periods.ts`). */
export type Period = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'am' | 'pm'

export type DoseUnit = 'ml' | 'mg' | 'gram' | 'piece' | 'spoon'
export type Unit =
  | DoseUnit
  | 'degree'
  | 'fahrenheit'
  | 'weight'
  | 'other'
  | 'minute'
  | 'hour'
  | 'days'
  | 'oclock'
  | 'clockMinute'
  | 'month'
  | 'date'
  | 'year'
  | 'times'

/** What a medicine's name settles. A free name is filled in from the text. */
export type Medicine =
  | { readonly ingredient: 'paracetamol' | 'ibuprofen' }
  | { readonly product: true }
  | { readonly ambiguous: true; readonly generic: boolean }

export type Verb = 'give' | 'measure'

/** Words that take back what the words around them say. */
export type JudgingCue =
  'plan' | 'may' | 'told' | 'if' | 'then' | 'fear' | 'ask' | 'asked' | 'denyGive' | 'several' | 'past'
/** Words by which a slip is put right. */
export type MendingCue = 'correct' | 'reject' | 'ratherThan' | 'is'
export type Cue = JudgingCue | MendingCue

/** What the next number is about, when it is not the child's temperature. */
export type Subject = 'room' | 'weight' | 'other'

export type Meaning =
  | { readonly role: 'filler' }
  | { readonly role: 'foreign' }
  | { readonly role: 'linking' }
  | { readonly role: 'measured' }
  | { readonly role: 'period'; readonly period: Period }
  | { readonly role: 'day'; readonly days: number; readonly period: Period | null }
  | { readonly role: 'weekday'; readonly weekday: number }
  | { readonly role: 'monthName'; readonly month: number }
  | { readonly role: 'clock'; readonly hour: number }
  | { readonly role: 'now' }
  | { readonly role: 'ago' }
  | { readonly role: 'later' }
  | { readonly role: 'half' }
  | { readonly role: 'one' }
  | { readonly role: 'quarter'; readonly quarters: number }
  | { readonly role: 'fullHour' }
  | { readonly role: 'past' }
  | { readonly role: 'to' }
  | { readonly role: 'piecesOf' }
  | { readonly role: 'unit'; readonly unit: Unit }
  | { readonly role: 'site'; readonly site: Site; readonly always: boolean }
  | { readonly role: 'medicine'; readonly medicine: Medicine }
  | { readonly role: 'form' }
  | { readonly role: 'symptom'; readonly code: SymptomCode; readonly present: boolean }
  | { readonly role: 'part'; readonly part: BodyPart }
  | { readonly role: 'state'; readonly state: PartState }
  | { readonly role: 'not'; readonly spreads: boolean }
  | { readonly role: 'verb'; readonly verb: Verb; readonly done: boolean }
  | { readonly role: 'drinkVerb' }
  | { readonly role: 'drink' }
  | { readonly role: 'food' }
  | { readonly role: 'cue'; readonly cue: Cue }
  | { readonly role: 'subject'; readonly subject: Subject }
  | { readonly role: 'vague'; readonly side: 'before' | 'after' }
  | { readonly role: 'change' }
  | { readonly role: 'from' }
  | { readonly role: 'toward' }
  | { readonly role: 'and' }
  | { readonly role: 'somebody' }
  | { readonly role: 'at' }

/** A table of words: all that are parted by `|` mean the same. */
export type WordTable = readonly (readonly [words: string, meaning: Meaning])[]
