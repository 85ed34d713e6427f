import type { Element } from '../element.ts'
import { meaning, type Token } from '../tokenise.ts'
import { readAmount } from './amount.ts'
import { readSpan, unreadSpan } from './found.ts'

/** That a child drank: the words for it up to `end`, and in `rest` how much, which no draft can hold. */
export interface Drunk {
  readonly end: number
  readonly rest: readonly Element[]
  readonly next: number
}

/** Reads drinking: 喝了水, 喂奶120ml, 喝了100毫升, water 50 ml. 喝了5ml美林 is a dose. */
export function drinkAt(tokens: readonly Token[], at: number): Drunk | null {
  if (meaning(tokens[at], 'drink')) return withNoun(tokens, at, at)
  const drinks = meaning(tokens[at], 'drinkVerb') !== undefined && !isOfMedicine(tokens[at - 1])
  if (!drinks && !meaning(tokens[at], 'verb')) return null
  if (meaning(tokens[at], 'verb')?.verb === 'measure') return null
  const noun = pastAmountAndFillers(tokens, at + 1)
  if (meaning(tokens[noun], 'drink')) return withNoun(tokens, at, noun)
  if (
    !drinks ||
    meaning(tokens[noun], 'medicine') ||
    meaning(tokens[noun], 'food') ||
    isUnknownBeforeAmount(tokens, noun)
  )
    return null
  return { end: at + 1, rest: [], next: at + 1 }
}

/** The noun decides; a bare 水 without a verb needs its amount. */
function withNoun(tokens: readonly Token[], at: number, noun: number): Drunk | null {
  const after = readAmount(tokens, noun + 1, [])
  if (at === noun && !after) return null
  const amountAt = firstAmount(tokens, at + 1, noun)
  if (amountAt === null) {
    const rest = after ? [unreadSpan(tokens, noun + 1, after.next)] : []
    return { end: noun + 1, rest, next: after?.next ?? noun + 1 }
  }
  const next = readAmount(tokens, amountAt, [])!.next
  return { end: amountAt, rest: [unreadSpan(tokens, amountAt, next), readSpan(tokens, next, noun + 1)], next: noun + 1 }
}

function firstAmount(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at++) if (readAmount(tokens, at, [])) return at
  return null
}

const isOfMedicine = (token: Token | undefined): boolean =>
  meaning(token, 'medicine') !== undefined || meaning(token, 'form') !== undefined

const MOST_BETWEEN = 5

function pastAmountAndFillers(tokens: readonly Token[], at: number): number {
  let next = at
  while (next < tokens.length && next - at < MOST_BETWEEN) {
    const amount = readAmount(tokens, next, [])
    if (amount) next = amount.next
    // 喝了一口100ml水: the amount says it better.
    else if (tokens[next]!.kind === 'number' && isMouthful(tokens[next + 1]) && readAmount(tokens, next + 2, []))
      next += 2
    else if (meaning(tokens[next], 'filler') || isMouthful(tokens[next])) next++
    else break
  }
  return next
}

const isMouthful = (token: Token | undefined): boolean => token?.text === '口' || token?.text === '杯'

const isUnknownBeforeAmount = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'unknown' && !tokens[at].spaced
