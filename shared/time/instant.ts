/** A moment, in milliseconds since 1970-01-01T00:00Z. The rules never ask what time it is: "now" is an argument. */
export type Instant = number & { readonly __brand: 'Instant' }

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The instant at `ms` milliseconds since the epoch. */
export const instant = (ms: number): Instant => ms as Instant

/** `at` moved by `ms` milliseconds (negative: earlier). */
export const shift = (at: Instant, ms: number): Instant => (at + ms) as Instant

/** Whole minutes since the epoch; two instants are "at the very same minute" when these are equal. */
export const minuteOf = (at: Instant): number => Math.floor(at / MINUTE)

/** An instant together with the UTC offset (minutes east) of the place where it was written down. */
export interface Stamp {
  readonly at: Instant
  readonly offsetMinutes: number
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Reads an ISO 8601 date-time that names its offset; null when it does not, or when no such moment exists (31 April). */
export function parseStamp(text: string): Stamp | null {
  const match = ISO.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0)) as [number, number, number, number, number, number]
  const offsetMinutes = parseOffset(match[8]!)
  if (offsetMinutes === null || hour > 23 || minute > 59 || second > 59) return null
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const fraction = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000) : 0
  const local = midnight + hour * HOUR + minute * MINUTE + second * SECOND + fraction
  return { at: instant(local - offsetMinutes * MINUTE), offsetMinutes }
}

function parseOffset(text: string): number | null {
  if (text === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(4, 6))
  if (hours > 14 || minutes > 59) return null
  return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The stamp as ISO 8601 in its own offset, to the second: `2026-01-15T22:10:00+08:00`. */
export function formatStamp({ at, offsetMinutes }: Stamp): string {
  const local = new Date(at + offsetMinutes * MINUTE)
  const date = `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`
  const sign = offsetMinutes < 0 ? '-' : '+'
  const size = Math.abs(offsetMinutes)
  return `${date}T${time}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}
