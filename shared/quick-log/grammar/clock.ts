import type { Element } from '../element.ts'
import type { ClockFace } from '../time/clock-spec.ts'
import { isMark, meaning, type NumberToken, type Token } from '../tokenise.ts'
import { endsLine, startsLine } from './found.ts'

export interface FoundClock {
  /** Null when it looks like a clock and shows no time (25:70). */
  readonly face: ClockFace | null
  readonly next: number
}

/** How a clock may be written here: after 晚上 or "at" a bare `8` is one too. */
export interface ClockPlace {
  readonly bareHour: boolean
  readonly told: readonly Element[]
}

/** A clock: 2:30, 两点半, 3点一刻, 14时05分, 10点38分, 2am, half past two, 0230. */
export function clockAt(tokens: readonly Token[], at: number, place: ClockPlace): FoundClock | null {
  const named = meaning(tokens[at], 'clock')
  if (named) return { face: { hour: named.hour, minute: 0, fixed: true }, next: at + 1 }
  const token = tokens[at]
  if (token?.kind !== 'number') return pastHour(tokens, at)
  return (
    withColon(tokens, at, token) ??
    withWord(tokens, at, token, place.told) ??
    dotted(tokens, at, token) ??
    compact(tokens, at, token) ??
    bareHour(tokens, at, token, place.bareHour)
  )
}

const faceOf = (hour: string, minute: number): ClockFace | null => {
  const of = Number(hour)
  if (of > 24 || minute > 59 || (of === 24 && minute > 0)) return null
  return { hour: of === 24 ? 0 : of, minute, fixed: of > 12 || of === 0 || (hour.length === 2 && hour.startsWith('0')) }
}

const isWhole = (token: Token | undefined, digits: number): token is NumberToken =>
  token?.kind === 'number' && token.fraction === '' && token.whole.length <= digits

const unitOf = (token: Token | undefined) => meaning(token, 'unit')?.unit

/** `2:30`, `2;30` (a slip), with seconds or without. */
function withColon(tokens: readonly Token[], at: number, hour: NumberToken): FoundClock | null {
  const minute = tokens[at + 2]
  if (!isWhole(hour, 2) || !isMark(tokens[at + 1], ':', ';') || minute?.kind !== 'number') return null
  if (minute.whole.length !== 2 || minute.fraction !== '' || tokens[at + 1]!.spaced) return null
  const seconds = isMark(tokens[at + 3], ':') && isWhole(tokens[at + 4], 2)
  const next = unitOf(tokens[at + 3]) === 'clockMinute' ? at + 4 : at + 3
  return { face: faceOf(hour.whole, Number(minute.whole)), next: seconds ? at + 5 : next }
}

/** `2点`, `两点半`, `3点一刻`, `3点05`, `3点过5分`. `38点5` is a temperature, and `3点5毫升` after a medicine an amount. */
function withWord(
  tokens: readonly Token[],
  at: number,
  hour: NumberToken,
  told: readonly Element[],
): FoundClock | null {
  if (!isWhole(hour, 2) || unitOf(tokens[at + 1]) !== 'oclock' || Number(hour.whole) > 29) return null
  if (isDecimalAmount(tokens, at, told)) return null
  const past = tokens[at + 2]?.text === '过' ? at + 3 : at + 2
  const { minute, next } = minutesAt(tokens, past) ?? { minute: 0, next: at + 2 }
  const end = meaning(tokens[next], 'fullHour') && !tokens[next]!.spaced ? next + 1 : next
  return { face: faceOf(hour.whole, minute), next: end }
}

function minutesAt(tokens: readonly Token[], at: number): { readonly minute: number; readonly next: number } | null {
  const token = tokens[at]
  if (meaning(token, 'half') && !isDoseUnit(tokens[at + 1])) return { minute: 30, next: at + 1 }
  const quarter = meaning(token, 'quarter')
  if (quarter) return { minute: quarter.quarters * 15, next: at + 1 }
  if (!isWhole(token, 2) || Number(token.whole) > 59) return null
  const ones = tokens[at + 1]
  // 2点零5, with or without its 分.
  if (token.chinese && token.whole === '0' && isWhole(ones, 1) && !ones.spaced && !isDoseUnit(tokens[at + 2]))
    return { minute: Number(ones.whole), next: unitOf(tokens[at + 2]) === 'clockMinute' ? at + 3 : at + 2 }
  const unit = unitOf(tokens[at + 1])
  if (unit === 'clockMinute') return { minute: Number(token.whole), next: at + 2 }
  const couldBeReading =
    Number(token.whole) >= 34 && Number(token.whole) <= 42 && (token.spaced || isLastFigure(tokens, at))
  return unit === undefined && token.whole.length === 2 && !couldBeReading
    ? { minute: Number(token.whole), next: at + 1 }
    : null
}

/** 3点39 with no figure and no medicine after it: at three, 39. */
function isLastFigure(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  return (
    after === undefined || after.kind === 'mark' || (after.kind === 'number' && unitOf(tokens[at + 2]) === 'oclock')
  )
}

function isDoseUnit(token: Token | undefined): boolean {
  const unit = unitOf(token)
  return unit === 'ml' || unit === 'mg' || unit === 'gram' || unit === 'piece' || unit === 'spoon'
}

/** 三点五毫升 after a medicine or 喂了: spoken for 3.5. */
function isDecimalAmount(tokens: readonly Token[], at: number, told: readonly Element[]): boolean {
  const fraction = tokens[at + 2]
  if (fraction?.kind !== 'number' || fraction.spaced || !isDoseUnit(tokens[at + 3])) return false
  const before = told[told.length - 1]
  return before !== undefined && (before.kind === 'medicine' || before.kind === 'verb')
}

/** `10.30 38.5`: a clock with a dot, only where a line begins and something follows that is no unit. */
function dotted(tokens: readonly Token[], at: number, token: NumberToken): FoundClock | null {
  if (token.fraction.length !== 2 || Number(token.whole) > 23 || !startsLine(tokens, at)) return null
  if (endsLine(tokens, at + 1) || unitOf(tokens[at + 1]) !== undefined || !tokens[at + 1]!.spaced) return null
  const face = faceOf(token.whole, Number(token.fraction))
  return face && { face, next: at + 1 }
}

/** `0230 38.9`, `2230 38.9`: four digits that are a time of day, where a line begins. */
function compact(tokens: readonly Token[], at: number, token: NumberToken): FoundClock | null {
  if (token.chinese || token.fraction !== '' || token.whole.length !== 4 || !startsLine(tokens, at)) return null
  if (endsLine(tokens, at + 1) || unitOf(tokens[at + 1]) !== undefined || tokens[at + 1]!.kind === 'mark') return null
  const face = faceOf(token.whole.slice(0, 2), Number(token.whole.slice(2)))
  return face && { face, next: at + 1 }
}

/** `2am`, `at 3`, `晚上8`: a bare hour where a word says that it is one. */
function bareHour(tokens: readonly Token[], at: number, token: NumberToken, expected: boolean): FoundClock | null {
  if (!isWhole(token, 2) || Number(token.whole) > 24) return null
  const period = meaning(tokens[at + 1], 'period')?.period
  const halfDay = period === 'am' || period === 'pm'
  const free =
    expected && tokens[at + 1]?.text !== '/' && unitOf(tokens[at + 1]) === undefined && !meaning(tokens[at + 1], 'half')
  return halfDay || free ? { face: faceOf(token.whole, 0), next: at + 1 } : null
}

/** `half past two`, `quarter past 3`, `quarter to 4`. */
function pastHour(tokens: readonly Token[], at: number): FoundClock | null {
  const minute = meaning(tokens[at], 'half') ? 30 : meaning(tokens[at], 'quarter') ? 15 : null
  const word = tokens[at + 1]?.text
  const hour = tokens[at + 2]
  if (minute === null || (word !== 'past' && word !== 'to') || hour === undefined) return null
  const of = isWhole(hour, 2) ? Number(hour.whole) : 0
  if (of < 1 || of > 12) return null
  const face = word === 'past' ? { hour: of, minute } : { hour: of === 1 ? 12 : of - 1, minute: 60 - minute }
  return { face: { ...face, fixed: false }, next: at + 3 }
}
