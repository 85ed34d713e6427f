import type { ReadElement, TimeElement } from '../element.ts'
import type { ClockSpec } from '../time/clock-spec.ts'
import { isMark, meaning, type Token } from '../tokenise.ts'
import type { Period } from '../words/meaning.ts'
import { dayAt, type FoundDay } from './calendar.ts'
import { clockAt, type FoundClock } from './clock.ts'
import { duration, rhythmEnd } from './duration.ts'
import { pastFillers, readSpan, span, type Found, type Rule } from './found.ts'

const DAY_MINUTES = 24 * 60

/** Reads a time: how long ago, how long after the last one, now, or a clock with its day and part of the day. */
export const readTime: Rule = (tokens, at, told) => {
  const held = heldFor(tokens, at) ?? sinceGiven(tokens, at, told)
  if (held) return held
  const introduced = meaning(tokens[at], 'at') !== undefined
  const from = introduced ? at + 1 : at
  // 十分钟前刚量的: the time is told already.
  if (isJust(tokens[at]) && told[told.length - 1]?.kind === 'time') return one(readSpan(tokens, at, at + 1), at + 1)
  const read = ofLength(tokens, from) ?? ofNow(tokens, from) ?? ofClock(tokens, from, introduced, told)
  if (!read) return null
  const element: TimeElement = { kind: 'time', time: read.time, after: introduced, ...span(tokens, at, read.next) }
  return { elements: [element], next: read.next }
}

const one = (element: ReadElement, next: number): Found => ({ elements: [element], next })

const isJust = (token: Token | undefined): boolean => meaning(token, 'now') !== undefined && /^刚/.test(token!.text)

/** Longer than this nobody holds a thermometer. */
const LONGEST_HOLD = 15

/** 夹了5分钟, 腋下量了五分钟: how long it was held, and no time of the day. */
function heldFor(tokens: readonly Token[], at: number): Found | null {
  const length = duration(tokens, at)
  const before = tokens[at - 1]
  const held = meaning(before, 'verb')?.verb === 'measure' || before?.text === '夹' || before?.text === '夹着'
  if (!length || !held || length.minutes > LONGEST_HOLD || before!.text.endsWith('的')) return null
  const next = skipAbout(tokens, length.next)
  if (meaning(tokens[next], 'ago') ?? meaning(tokens[next], 'later')) return null
  return one(readSpan(tokens, at, next), next)
}

/** 美林喂了半小时 38.6: given half an hour ago; what follows is of now. */
function sinceGiven(tokens: readonly Token[], at: number, told: Parameters<Rule>[2]): Found | null {
  const length = duration(tokens, at)
  if (rhythmEnd(tokens, at) !== null) return null
  const before = told[told.length - 1]
  const given =
    before?.kind === 'verb' ? before.verb === 'give' : before?.kind === 'medicine' || before?.kind === 'amount'
  // 吃了美林3天 is how long it has been given for.
  if (!length || length.minutes >= DAY_MINUTES || !given || !told.slice(-4).some(({ kind }) => kind === 'medicine'))
    return null
  const next = skipAbout(tokens, length.next)
  if (meaning(tokens[next], 'ago') ?? meaning(tokens[next], 'later')) return null
  const place = span(tokens, at, next)
  const now = { start: place.end, end: place.end, spaced: false }
  return {
    elements: [
      { kind: 'time', time: { kind: 'ago', minutes: length.minutes }, after: true, ...place },
      { kind: 'time', time: { kind: 'now' }, after: false, ...now },
    ],
    next,
  }
}

interface FoundTime {
  readonly time: ClockSpec
  readonly next: number
}

/** `20分钟前`, `过了半小时`, `1小时后`, `喂药后1小时`. */
function ofLength(tokens: readonly Token[], at: number): FoundTime | null {
  const passed = meaning(tokens[at], 'past') ?? meaning(tokens[at], 'later')
  const from = passed ? at + 1 : at
  const length = duration(tokens, from)
  if (!length) return null
  const next = skipAbout(tokens, length.next)
  if (meaning(tokens[next], 'ago')) return { time: { kind: 'ago', minutes: length.minutes }, next: next + 1 }
  const later: ClockSpec = { kind: 'later', minutes: length.minutes }
  if (meaning(tokens[next], 'later')) return { time: later, next: next + 1 }
  return passed || tokens[at - 1]?.text.endsWith('后') ? { time: later, next } : null
}

const ABOUT = ['多', '左右', '了', '的', '样子']
const skipAbout = (tokens: readonly Token[], at: number): number =>
  ABOUT.includes(tokens[at]?.text ?? '') && !tokens[at]!.spaced ? at + 1 : at

const ofNow = (tokens: readonly Token[], at: number): FoundTime | null =>
  meaning(tokens[at], 'now') ? { time: { kind: 'now' }, next: at + 1 } : null

/** Day, part of the day and clock, in any order and each at most once. */
function ofClock(
  tokens: readonly Token[],
  at: number,
  introduced: boolean,
  told: Parameters<Rule>[2],
): FoundTime | null {
  let day: FoundDay | null = null
  let period: Period | null = null
  let clock: FoundClock | null = null
  let next = at
  for (let from = at; from < tokens.length; from = between(tokens, next)) {
    const newDay: FoundDay | null = day ? null : dayAt(tokens, from)
    const newPeriod: { readonly period: Period } | undefined =
      period === null ? meaning(tokens[from], 'period') : undefined
    const bareHour = from > at ? period !== null || isAt(tokens, from - 1) || day?.period != null : introduced
    const newClock: FoundClock | null = clock ? null : clockAt(tokens, from, { bareHour, told })
    if (newDay) [day, period, next] = [newDay, newDay.period ?? period, newDay.next]
    else if (newPeriod) [period, next] = [newPeriod.period, from + 1]
    else if (newClock) [clock, next] = [newClock, newClock.next]
    else break
  }
  if (!day && period === null && !clock) return null
  if (clock && clock.face === null) return { time: { kind: 'unclear' }, next }
  if (clock) {
    const end = clockAfterDash(tokens, next, told)
    if (end !== null) return { time: { kind: 'unclear' }, next: end }
    next = skipAbout(tokens, next)
  }
  return { time: { kind: 'clock', day: day?.day ?? null, period, face: clock?.face ?? null }, next }
}

const isAt = (tokens: readonly Token[], at: number): boolean => meaning(tokens[at], 'at') !== undefined

/** Small words between day and clock: 昨天的下午, yesterday at 3. */
function between(tokens: readonly Token[], at: number): number {
  const next = pastFillers(tokens, at, 2)
  const past = isAt(tokens, next) ? next + 1 : next
  return past
}

/** `2点到3点`, `22:10-23:40`: from one time to another, so neither is the time of what follows. */
function clockAfterDash(tokens: readonly Token[], at: number, told: Parameters<Rule>[2]): number | null {
  if (!isMark(tokens[at], '-', '~', '—') && !meaning(tokens[at], 'to')) return null
  const from = meaning(tokens[at + 1], 'period') ? at + 2 : at + 1
  const end = clockAt(tokens, from, { bareHour: false, told })
  if (!end) return null
  const after = tokens[end.next]?.text
  return after === '之间' || after === '间' ? end.next + 1 : end.next
}
