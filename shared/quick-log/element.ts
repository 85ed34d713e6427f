import type { Site } from '../record/entry.ts'
import type { SymptomCode } from '../symptoms/vocabulary.ts'
import type { CentiCelsius } from '../units/temperature.ts'
import type { ClockSpec } from './time/clock-spec.ts'
import type { IssueCode } from './quick-log.ts'
import type { Cue, DoseUnit, JudgingCue, Medicine, Verb } from './words/meaning.ts'

interface Span {
  readonly start: number
  readonly end: number
  /** Whether white space stands before it. */
  readonly spaced: boolean
}

export interface TimeElement extends Span {
  readonly kind: 'time'
  readonly time: ClockSpec
  /** Introduced by "at": it belongs to what stands before it. */
  readonly after: boolean
}
export interface ReadingElement extends Span {
  readonly kind: 'reading'
  readonly value: CentiCelsius
  readonly site: Site | null
}
export interface AmountElement extends Span {
  readonly kind: 'amount'
  readonly unit: DoseUnit
  /** Null for a range, or a unit no draft can hold. */
  readonly value: number | null
  /** 各3ml: it belongs to every medicine named before it. */
  readonly each?: true
}
export interface MedicineElement extends Span {
  readonly kind: 'medicine'
  readonly medicine: Medicine
}
export interface SymptomElement extends Span {
  readonly kind: 'symptom'
  readonly code: SymptomCode
  readonly present: boolean
}
export interface SiteElement extends Span {
  readonly kind: 'site'
  readonly site: Site
  /** A site by itself (耳温); the others (耳朵) count only beside a reading. */
  readonly always: boolean
}
export interface VerbElement extends Span {
  readonly kind: 'verb'
  readonly verb: Verb
  readonly done: boolean
}
export interface CueElement extends Span {
  readonly kind: 'cue'
  readonly cue: Cue
}
/** The end of a clause or of a line. */
export interface BreakElement extends Span {
  readonly kind: 'break'
  readonly line: boolean
}
/** Understood, and not for the record; the issue says why. */
export interface NotedElement extends Span {
  readonly kind: 'noted'
  readonly issue: IssueCode
}
/** Words around the facts, or part of one that is already told. */
export interface ReadElement extends Span {
  readonly kind: 'read'
}
export interface UnreadElement extends Span {
  readonly kind: 'unread'
  readonly name: boolean
}

/** A piece of the text with what it says. All elements together cover every character that is not white space. */
export type Element =
  | TimeElement
  | ReadingElement
  | AmountElement
  | MedicineElement
  | SymptomElement
  | SiteElement
  | VerbElement
  | CueElement
  | BreakElement
  | NotedElement
  | ReadElement
  | UnreadElement

/** What is left when slips are put right: of the cues, those that judge. */
export type SettledElement = Exclude<Element, CueElement> | JudgingCueElement
export interface JudgingCueElement extends CueElement {
  readonly cue: JudgingCue
}
/** What is left when every cue has had its say. */
export type JudgedElement = Exclude<Element, CueElement>
