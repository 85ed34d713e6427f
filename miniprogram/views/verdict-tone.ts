import type { Verdict } from '../../shared/dosing/verdict.ts'

/** How a verdict looks: something stands against a dose, or nobody knows. None looks like "go ahead". */
export type Tone = 'stop' | 'unsure'

const TONES: Readonly<Record<Verdict, Tone>> = {
  contraindicated: 'stop',
  banned: 'stop',
  not_for_age: 'stop',
  max_reached: 'stop',
  too_soon: 'stop',
  in_progress: 'stop',
  over_single_dose: 'stop',
  cannot_confirm: 'unsure',
  not_covered: 'unsure',
  caution: 'unsure',
  allowed: 'unsure',
}

export const toneOf = (verdict: Verdict): Tone => TONES[verdict]

/** Whether to ask once more before a dose is logged against it. The dose is logged all the same: it was given. */
export const asksAgain = (verdict: Verdict): boolean => toneOf(verdict) === 'stop'
