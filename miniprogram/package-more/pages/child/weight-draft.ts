import { oddWeight, type WeightOddity } from '../../../../shared/analysis/odd-weight.ts'
import { isOutsideBand } from '../../../../shared/dosing/weight-band.ts'
import type { Child, Weight } from '../../../../shared/record/child.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { grams, toJin, toKg, type Grams } from '../../../../shared/units/weight.ts'
import type { ChildTexts } from '../../texts/child.ts'

export type WeightUnit = 'kg' | 'jin'

/** A weight being written down. */
export interface WeightDraft {
  readonly typed: string
  readonly unit: WeightUnit
  readonly on: string
}

const MOST: Grams = grams(200)

/** Digits and one point, at most three before it and two behind. */
export function typedAfter(typed: string, key: string): string {
  if (key === 'backspace') return typed.slice(0, -1)
  if (key === '.') return typed === '' || typed.includes('.') ? typed : `${typed}.`
  const [whole = '', part] = (typed + key).split('.')
  return whole.length > 3 || (part ?? '').length > 2 ? typed : typed + key
}

/** null where it is none yet, or none that a child can have. */
export function weightOf({ typed, unit }: WeightDraft): Grams | null {
  const said = grams(Number(typed) / (unit === 'kg' ? 1 : 2))
  return typed !== '' && said > 0 && said <= MOST ? said : null
}

export const isTooMuch = ({ typed, unit }: WeightDraft): boolean =>
  grams(Number(typed) / (unit === 'kg' ? 1 : 2)) > MOST

/** `14.2 kg（28.4 斤）`: never one without the other. */
export const bothUnits = (weight: Grams, words: Pick<ChildTexts, 'weightText'>): string =>
  words.weightText(String(toKg(weight)), String(toJin(weight)))

/** What is to be asked before a weight is kept; null where nothing is odd about it. */
export function weightQuestion(
  draft: WeightDraft,
  others: readonly Weight[],
  child: Child,
  words: ChildTexts,
): string | null {
  const weight = weightOf(draft)
  if (weight === null) return null
  const on = draft.on as DateText
  const odd = oddWeight({ on, weight }, others, child)
  if (odd.length === 0) return null
  const asked = words.weightAsk(
    bothUnits(weight, words),
    words.list(odd.map((reason: WeightOddity) => words.weightOdd[reason])),
  )
  const meant = draft.unit === 'kg' ? grams(toKg(weight) / 2) : grams(toKg(weight) * 2)
  const isLikely = odd.includes('outside_age_band') && !isOutsideBand({ on, weight: meant }, child)
  return isLikely ? asked + words.weightMeant(bothUnits(meant, words)) : asked
}
