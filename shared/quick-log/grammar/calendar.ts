import type { DaySpec } from '../time/clock-spec.ts'
import { isMark, meaning, type NumberToken, type Token } from '../tokenise.ts'
import type { Period } from '../words/meaning.ts'
import { endsLine, startsLine } from './found.ts'

export interface FoundDay {
  readonly day: DaySpec
  readonly period: Period | null
  readonly next: number
}

/** A day: 昨晚, 周三, 1月15日, 15号, 1/15, 2026-01-15, Jan 15. */
export function dayAt(tokens: readonly Token[], at: number): FoundDay | null {
  const said = meaning(tokens[at], 'day')
  if (said) return { day: { days: said.days }, period: said.period, next: at + 1 }
  const weekday = meaning(tokens[at], 'weekday')
  if (weekday) return { day: { weekday: weekday.weekday }, period: null, next: at + 1 }
  return byMonthName(tokens, at) ?? chineseDate(tokens, at) ?? numericDate(tokens, at)
}

const whole = (token: Token | undefined, digits: number): token is NumberToken =>
  token?.kind === 'number' && token.fraction === '' && token.whole.length <= digits

const unitOf = (token: Token | undefined) => meaning(token, 'unit')?.unit

const found = (year: number | null, month: number | null, date: string, next: number): FoundDay => ({
  day: { year, month, date: Number(date) },
  period: null,
  next,
})

function byMonthName(tokens: readonly Token[], at: number): FoundDay | null {
  const first = meaning(tokens[at], 'monthName')
  const number = tokens[first ? at + 1 : at]
  const month = first ?? meaning(tokens[at + 1], 'monthName')
  return month && whole(number, 2) ? found(null, month.month, number.whole, at + 2) : null
}

/** 2026年1月15日, 1月15, 15号. A bare 15日 or 15号 is this month's, or last month's. */
function chineseDate(tokens: readonly Token[], at: number): FoundDay | null {
  const year = tokens[at]
  if (whole(year, 4) && unitOf(tokens[at + 1]) === 'year') {
    const rest = chineseDate(tokens, at + 2)
    return rest && 'date' in rest.day ? { ...rest, day: { ...rest.day, year: fullYear(year.whole) } } : null
  }
  const [month, date] = [tokens[at], tokens[at + 2]]
  if (!whole(month, 2)) return null
  if (unitOf(tokens[at + 1]) === 'date') return found(null, null, month.whole, at + 2)
  if (unitOf(tokens[at + 1]) !== 'month' || !whole(date, 2)) return null
  const next = unitOf(tokens[at + 3]) === 'date' ? at + 4 : at + 3
  return found(null, Number(month.whole), date.whole, next)
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** 2026-01-15, 2026.1.15, and at the start of a line 1/15, 1-15 or 1.15. */
function numericDate(tokens: readonly Token[], at: number): FoundDay | null {
  return withYear(tokens, at) ?? (startsLine(tokens, at) ? (dotted(tokens, at) ?? monthAndDate(tokens, at)) : null)
}

function withYear(tokens: readonly Token[], at: number): FoundDay | null {
  const [year, , month, , date] = tokens.slice(at, at + 5)
  if (year?.kind !== 'number' || year.whole.length !== 4) return null
  if (year.fraction !== '')
    return isMark(tokens[at + 1], '.') && whole(month, 2)
      ? found(Number(year.whole), Number(year.fraction), month.whole, at + 3)
      : null
  const parted = isMark(tokens[at + 1], '-', '/', '.') && isMark(tokens[at + 3], '-', '/', '.')
  return parted && whole(month, 2) && whole(date, 2)
    ? found(Number(year.whole), Number(month.whole), date.whole, at + 5)
    : null
}

function monthAndDate(tokens: readonly Token[], at: number): FoundDay | null {
  const [month, , date, after] = tokens.slice(at, at + 4)
  if (!whole(month, 2) || !isMark(tokens[at + 1], '/', '-') || !whole(date, 2)) return null
  return isDate(month.whole, date.whole) && unitOf(after) === undefined
    ? found(null, Number(month.whole), date.whole, at + 3)
    : null
}

/** `1.15` is a date only as a heading, or before a clock; `1.15ml` is not, and `10.30 38.5` is a clock. */
function dotted(tokens: readonly Token[], at: number): FoundDay | null {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.fraction === '' || !isDate(token.whole, token.fraction)) return null
  const heads = endsLine(tokens, at + 1) && at + 1 < tokens.length
  const beforeClock = tokens[at + 1]?.kind === 'number' && isMark(tokens[at + 2], ':')
  const beforePeriod = meaning(tokens[at + 1], 'period') !== undefined
  return heads || beforeClock || beforePeriod ? found(null, Number(token.whole), token.fraction, at + 1) : null
}

const isDate = (month: string, date: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31
