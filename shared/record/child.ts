import type { DateText } from '../time/date.ts'
import type { Grams } from '../units/weight.ts'

export type { DateText } from '../time/date.ts'

export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]

export interface Child {
  readonly name: string | null
  readonly birthDate: DateText | null
  readonly sex: Sex | null
  /** IANA name of the zone the child lives in; days, nights and displayed clock times are in it. */
  readonly timeZone: string | null
}

export interface Weight {
  readonly on: DateText
  readonly weight: Grams
  /** Asked about because it is unlikely for the age, and said to be right. */
  readonly confirmed?: boolean
}

/** An allergy or a disease, asked about and answered. Never asked is simply absent. */
export interface Condition {
  readonly code: string
  readonly present: boolean
  /** What the family added to it, in its own words; absent when nothing. */
  readonly note?: string | null
}
