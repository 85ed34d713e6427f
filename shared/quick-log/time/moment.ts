import { parseDate } from '../../time/date.ts'
import { DAY, MINUTE, type Stamp } from '../../time/instant.ts'
import type { ClockFace, ClockSpec, DaySpec } from './clock-spec.ts'
import { lasts, minuteInPeriod } from './periods.ts'
import type { Period } from '../words/meaning.ts'

/** Local minutes since 1970-01-01T00:00 in the offset of the moment a text is read at. */
export type LocalMinute = number

const DAY_MINUTES = 24 * 60
/** Clocks differ: a time this far ahead is now, not half a day ago. */
const AHEAD = 5
/** Within a line a time may step back this far (`3点喂药 2点半量的`); a longer way is the next such hour. */
const STEP_BACK = 120
const HALF_DAY = 12 * 60

export const localMinute = ({ at, offsetMinutes }: Stamp): LocalMinute => Math.floor(at / MINUTE) + offsetMinutes
const dayOf = (minute: LocalMinute): number => Math.floor(minute / DAY_MINUTES)

/** `2026-01-16T02:30`. */
export const localText = (minute: LocalMinute): string => new Date(minute * MINUTE).toISOString().slice(0, 16)

/** What the times told so far mean for the next one. */
export interface TimeContext {
  readonly now: LocalMinute
  /** The time told last; null at the beginning. */
  readonly at: LocalMinute | null
  /** The day told last, for clocks without one. */
  readonly day: number | null
  /** Told without an hour, as a heading (昨晚): the next clock belongs to it. */
  readonly awaiting: { readonly day: number | null; readonly period: Period | null } | null
  /** Whether the time told last stands in this line. */
  readonly sameLine: boolean
}

/** The moment a time means, or why it means none. */
export type Told =
  | { readonly at: LocalMinute; readonly day: number | null }
  | { readonly problem: 'time_unclear' | 'time_future'; readonly awaiting: TimeContext['awaiting'] }

const unclear: Told = { problem: 'time_unclear', awaiting: null }
const future: Told = { problem: 'time_future', awaiting: null }

/** The moment of a time as it was said: never more than five minutes ahead of now. `ahead`: the clocks told after it, as far as no other day is named. */
export function tell(time: ClockSpec, context: TimeContext, ahead: readonly ClockFace[]): Told {
  switch (time.kind) {
    case 'now':
      return { at: context.now, day: context.day }
    case 'ago':
      return { at: context.now - time.minutes, day: null }
    case 'later':
      return later(time.minutes, context)
    case 'clock':
      return time.face === null ? withoutHour(time.day, time.period, context) : clock(time, time.face, context, ahead)
    case 'unclear':
      return unclear
  }
}

function later(minutes: number, context: TimeContext): Told {
  if (context.at === null) return unclear
  const at = context.at + minutes
  return at > context.now + AHEAD ? future : { at, day: context.day }
}

/** A day or a part of it: its moment is now while it lasts, and unknown when it is over. */
function withoutHour(said: DaySpec | null, period: Period | null, context: TimeContext): Told {
  const today = dayOf(context.now)
  const day = said === null ? (context.awaiting?.day ?? null) : dayNumber(said, today)
  if (said !== null && day === null) return unclear
  if (day !== null && day > today) return future
  // 昨晚 is over even while that night lasts; 今晚 said before sunrise is the night that is still running.
  const days = day === null || (day === today && period !== null) ? [today, today - 1] : day < today ? [] : [day]
  const running =
    period === null ? days.includes(today) : days.some((one) => lasts(period, context.now - one * DAY_MINUTES))
  if (running && (said !== null || period !== null)) return { at: context.now, day }
  return { problem: 'time_unclear', awaiting: { day, period } }
}

function clock(
  time: Extract<ClockSpec, { kind: 'clock' }>,
  face: ClockFace,
  context: TimeContext,
  ahead: readonly ClockFace[],
): Told {
  const today = dayOf(context.now)
  const ownDay = time.day === null ? null : dayNumber(time.day, today)
  if (time.day !== null && ownDay === null) return unclear
  const fresh = time.day !== null || time.period !== null
  const day = ownDay ?? context.awaiting?.day ?? null
  const period = time.period ?? (fresh ? null : (context.awaiting?.period ?? null))
  const minutes = minutesOfDay(face, period)
  if (day !== null) return onDay(day, minutes, period, context, ownDay === null, ahead)
  const candidates = recent(minutes, context.now)
  const at = context.at === null ? first(candidates, ahead) : following(candidates, context.at, context)
  return { at, day: context.day }
}

/** The minutes of the day a clock can mean: one where notation or part of the day settle it, else two. */
function minutesOfDay({ hour, minute, fixed }: ClockFace, period: Period | null): readonly number[] {
  if (period !== null) return [minuteInPeriod(period, hour, minute)]
  if (fixed || hour > 12 || hour === 0) return [hour * 60 + minute]
  return [(hour % 12) * 60 + minute, (hour % 12) * 60 + minute + HALF_DAY]
}

/** Every moment of the last days such a clock shows, the earliest first, none ahead of now. */
function recent(minutes: readonly number[], now: LocalMinute): readonly LocalMinute[] {
  const today = dayOf(now)
  return [-2, -1, 0]
    .flatMap((days) => minutes.map((minute) => (today + days) * DAY_MINUTES + minute))
    .filter((at) => at <= now + AHEAD)
}

const last = (list: readonly LocalMinute[]): LocalMinute => list[list.length - 1]!

/** The most recent one; half a day earlier when a 24-hour clock of the same day comes after it (`8:30 … 14:20` at night). */
function first(candidates: readonly LocalMinute[], ahead: readonly ClockFace[]): LocalMinute {
  const latest = last(candidates)
  const earlier = latest - HALF_DAY
  const midnight = dayOf(latest) * DAY_MINUTES
  const between = ahead
    .filter(({ fixed }) => fixed)
    .map(({ hour, minute }) => midnight + hour * 60 + minute)
    .some((at) => at > earlier && at < latest)
  return between && candidates.includes(earlier) ? earlier : latest
}

/** After a time that was told, the next such hour that is not ahead of now; a short step back within a line; else the most recent. */
function following(candidates: readonly LocalMinute[], told: LocalMinute, context: TimeContext): LocalMinute {
  const onward = candidates.find((at) => at >= told && (context.day === null || at - told <= HALF_DAY))
  const back = context.sameLine ? candidates.filter((at) => at < told && told - at <= STEP_BACK) : []
  if (back.length > 0) return last(back)
  if (onward !== undefined) return onward
  const sameDay = candidates.filter((at) => context.day !== null && dayOf(at) === context.day)
  return sameDay.length > 0 ? last(sameDay) : last(candidates)
}

/** On a day that was named: the latest such hour that is not ahead of now, unless the clocks around it speak for the earlier. */
function onDay(
  day: number,
  minutes: readonly number[],
  period: Period | null,
  context: TimeContext,
  underHeading: boolean,
  ahead: readonly ClockFace[],
): Told {
  const past = minutes.map((minute) => day * DAY_MINUTES + minute).filter((at) => at <= context.now + AHEAD)
  const [earlier] = past
  if (earlier !== undefined) {
    const goesOn = underHeading && context.at !== null && earlier >= context.at
    const shorter = span(earlier, ahead) < span(last(past), ahead)
    return { at: goesOn || shorter ? earlier : last(past), day }
  }
  const nightAgo = day * DAY_MINUTES + minutes[0]! - DAY_MINUTES
  const stillNight = context.now - dayOf(context.now) * DAY_MINUTES < 6 * 60
  // Before sunrise 今晚11点 is the night that is still running, and 昨晚2点 said at one o'clock is a night earlier.
  if (period !== null && stillNight && (period === 'evening' || period === 'night') && nightAgo <= context.now + AHEAD)
    return { at: nightAgo, day: day - 1 }
  return future
}

/** How long a night it makes when each clock is the next such hour after the one before. */
function span(from: LocalMinute, ahead: readonly ClockFace[]): number {
  return ahead.reduce((at, face) => next(at, minutesOfDay(face, null)), from) - from
}

function next(from: LocalMinute, minutes: readonly number[]): LocalMinute {
  const waits = minutes.map((minute) => (((minute - from) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES)
  return from + Math.min(...waits)
}

/** The calendar day (days since 1970-01-01) that was said: the most recent one of its name; null when there is none. */
function dayNumber(said: DaySpec, today: number): number | null {
  if ('days' in said) return today + said.days
  if ('weekday' in said) return today - ((((today + 4 - said.weekday) % 7) + 7) % 7)
  return dateNumber(said, today)
}

function dateNumber({ year, month, date }: Extract<DaySpec, { date: number }>, today: number): number | null {
  const now = new Date(today * DAY)
  const months = month === null ? [now.getUTCMonth() + 1, now.getUTCMonth() === 0 ? 12 : now.getUTCMonth()] : [month]
  const years = year === null ? [now.getUTCFullYear(), now.getUTCFullYear() - 1] : [year]
  const days = years.flatMap((one) => months.map((of) => calendarDay(one, of, date))).filter(isNumber)
  const past = days.filter((day) => day <= today)
  if (past.length > 0) return Math.max(...past)
  return days.length > 0 ? Math.min(...days) : null
}

function calendarDay(year: number, month: number, date: number): number | null {
  const parts = parseDate([String(year).padStart(4, '0'), pad(month), pad(date)].join('-'))
  return parts === null ? null : Date.UTC(parts.year, parts.month - 1, parts.day) / DAY
}

const pad = (n: number): string => String(n).padStart(2, '0')
const isNumber = (value: number | null): value is number => value !== null
