import type { Period } from '../words/meaning.ts'

/** A calendar day as it was said: so many days from today, a weekday, or a date with or without its year. */
export type DaySpec =
  | { readonly days: number }
  | { readonly weekday: number }
  | { readonly year: number | null; readonly month: number | null; readonly date: number }

/** The hour and minute of a clock. `fixed`: in 24-hour notation, so that 2 is never 14. */
export interface ClockFace {
  readonly hour: number
  readonly minute: number
  readonly fixed: boolean
}

/** A time as it was said, not yet a moment. */
export type ClockSpec =
  | { readonly kind: 'now' }
  | { readonly kind: 'ago'; readonly minutes: number }
  /** So long after the time told before it. */
  | { readonly kind: 'later'; readonly minutes: number }
  | {
      readonly kind: 'clock'
      readonly day: DaySpec | null
      readonly period: Period | null
      readonly face: ClockFace | null
    }
  /** Looks like a time and is none (25:70), or spans two (2点到3点). */
  | { readonly kind: 'unclear' }
