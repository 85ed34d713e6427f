import { DAY, HOUR, MINUTE, formatStamp, type Instant } from './instant.ts'
import type { DateParts, DateText } from './date.ts'

/** Where the child lives, as far as clocks go. Days, nights and displayed times are in it. */
export interface Zone {
  /** IANA name, or `UTC+08:00` for a zone known by its offset only. */
  readonly name: string
  /** Minutes east of UTC that clocks there show at this instant. */
  readonly offsetMinutesAt: (at: Instant) => number
}

/** Zones whose clocks have not changed since 2000, the earliest time a record may hold. Most families need no more. */
const FIXED_HOURS: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['Etc/UTC', 0],
  ['Asia/Bangkok', 7],
  ['Asia/Ho_Chi_Minh', 7],
  ['Asia/Jakarta', 7],
  ['Asia/Urumqi', 6],
  ['Asia/Shanghai', 8],
  ['Asia/Chongqing', 8],
  ['Asia/Harbin', 8],
  ['Asia/Hong_Kong', 8],
  ['Asia/Macau', 8],
  ['Asia/Taipei', 8],
  ['Asia/Singapore', 8],
  ['Asia/Kuala_Lumpur', 8],
  ['Asia/Manila', 8],
  ['Asia/Tokyo', 9],
  ['Asia/Seoul', 9],
])

/** A zone of one offset (minutes east) all year round; named `UTC+08:00` unless a name is given. */
export function fixedZone(offsetMinutes: number, name: string = offsetName(offsetMinutes)): Zone {
  return { name, offsetMinutesAt: () => offsetMinutes }
}

function offsetName(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** The zone of an IANA name; `fallback` when there is no name, or when this engine does not know it. */
export function zoneOf(name: string | null, fallback: Zone): Zone {
  if (name === null) return fallback
  const hours = FIXED_HOURS.get(name)
  if (hours !== undefined) return fixedZone(hours * 60, name)
  return engineZone(name) ?? fallback
}

/** Whether clocks of this IANA name can be told here. */
export const isKnownZone = (name: string): boolean => FIXED_HOURS.has(name) || engineZone(name) !== null

/** A zone by the engine's own tables; null where the name is unknown or the engine has none (WeChat on iOS may lack Intl). */
function engineZone(name: string): Zone | null {
  const format = formatterOf(name)
  if (format === null) return null
  return {
    name,
    offsetMinutesAt(at) {
      const part: Record<string, number> = {}
      const minute = Math.floor(at / MINUTE) * MINUTE
      for (const { type, value } of format.formatToParts(new Date(minute))) part[type] = Number(value)
      // Engines without `hourCycle` write midnight as 24.
      const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour! % 24, part.minute)
      return (local - minute) / MINUTE
    },
  }
}

function formatterOf(name: string): Intl.DateTimeFormat | null {
  if (typeof Intl === 'undefined') return null
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hour12: false,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  } catch {
    return null
  }
}

/** A moment as clocks and calendars of a zone show it. */
export interface LocalTime extends DateParts {
  readonly hour: number
  readonly minute: number
}

const localMs = (at: Instant, zone: Zone): number => at + zone.offsetMinutesAt(at) * MINUTE

/** Date and clock of an instant in the zone. */
export function localTime(at: Instant, zone: Zone): LocalTime {
  const local = new Date(localMs(at, zone))
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  }
}

/** Number of the calendar day in the zone (days since 1970-01-01): two instants are on one day when these are equal. */
export const dayOf = (at: Instant, zone: Zone): number => Math.floor(localMs(at, zone) / DAY)

/** Minutes since local midnight, 0–1439. */
export const minuteOfDay = (at: Instant, zone: Zone): number => {
  const local = localMs(at, zone)
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE)
}

/** The first instant of a calendar day (as `dayOf` numbers them) plus `hours` on its clock. */
export function instantOnDay(day: number, hours: number, zone: Zone): Instant {
  const local = day * DAY + hours * HOUR
  const guess = (local - zone.offsetMinutesAt(local as Instant) * MINUTE) as Instant
  // The offset at the guess is the one that holds there, except within an hour of a clock change, where either reading is fair.
  return (local - zone.offsetMinutesAt(guess) * MINUTE) as Instant
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** `2026-01-15` in the zone. */
export function dateText(at: Instant, zone: Zone): DateText {
  const { year, month, day } = localTime(at, zone)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as DateText
}

/** `02:10` in the zone. */
export function clockText(at: Instant, zone: Zone): string {
  const { hour, minute } = localTime(at, zone)
  return `${pad(hour)}:${pad(minute)}`
}

/** ISO 8601 with the zone's offset, to the second: `2026-01-15T22:10:00+08:00`. */
export const isoIn = (zone: Zone, at: Instant): string => formatStamp({ at, offsetMinutes: zone.offsetMinutesAt(at) })
