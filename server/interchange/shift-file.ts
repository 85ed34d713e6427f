import type { InterchangeJson } from '../../shared/interchange/interchange-json.ts'
import { DAY, formatStamp, parseStamp, shift, type Instant } from '../../shared/time/instant.ts'

/**
 * The file moved by whole days, so that its last entry is the latest possible that is not after now: the story of a night
 * becomes last night's. Birth date and weights move alike, and the child stays as old as it was. Without entries nothing moves.
 */
export function shiftToNow(file: InterchangeJson, now: Instant): InterchangeJson {
  const last = (file.entries ?? []).reduce((latest, { at }) => Math.max(latest, parseStamp(at)!.at), -Infinity)
  if (last === -Infinity) return file
  const days = Math.floor((now - last) / DAY)
  const { child } = file
  return {
    ...file,
    ...(child && {
      child: {
        ...child,
        ...(child.birthDate == null ? {} : { birthDate: shiftDate(child.birthDate, days) }),
        ...(child.weights == null
          ? {}
          : { weights: child.weights.map((weight) => ({ ...weight, at: shiftDate(weight.at, days) })) }),
      },
    }),
    entries: (file.entries ?? []).map((entry) => ({ ...entry, at: shiftStamp(entry.at, days) })),
  }
}

function shiftStamp(text: string, days: number): string {
  const { at, offsetMinutes } = parseStamp(text)!
  return formatStamp({ at: shift(at, days * DAY), offsetMinutes })
}

const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
