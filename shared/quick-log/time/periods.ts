import type { Period } from '../words/meaning.ts'

const MIDNIGHT = 24 * 60

/** From which minute of the day to which a part of the day lasts; beyond 24 h it is the early morning after. */
const SPANS: Readonly<Record<Period, readonly [from: number, to: number]>> = {
  dawn: [0, 6 * 60],
  morning: [4 * 60, 12 * 60],
  noon: [11 * 60, 14 * 60],
  afternoon: [12 * 60, 19 * 60],
  evening: [17 * 60, MIDNIGHT + 5 * 60],
  night: [20 * 60, MIDNIGHT + 6 * 60],
  am: [0, 12 * 60],
  pm: [12 * 60, MIDNIGHT],
}

/** Whether a part of the day lasts at this minute, counted from the midnight its day begins with. */
export const lasts = (period: Period, minute: number): boolean =>
  minute >= SPANS[period][0] && minute < SPANS[period][1]

/**
 * The minute of the day that an hour of a part of the day is, counted from the midnight that day begins with: the small
 * hours of a night belong to the evening before (昨晚2点 is two o'clock today).
 */
export function minuteInPeriod(period: Period, hour: number, minute: number): number {
  return hourInPeriod(period, hour) * 60 + minute
}

function hourInPeriod(period: Period, hour: number): number {
  if (hour > 12) return hour
  switch (period) {
    case 'dawn':
    case 'am':
      return hour === 12 ? 0 : hour
    case 'morning':
      return hour
    case 'noon':
      return hour < 10 ? hour + 12 : hour
    case 'afternoon':
    case 'pm':
      return hour === 12 ? 12 : hour + 12
    case 'evening':
      return afterDark(hour, 5)
    case 'night':
      return afterDark(hour, 7)
  }
}

/** Hours from `from` to 11 are before midnight, 12 is midnight, the smaller ones come after it. */
const afterDark = (hour: number, from: number): number => (hour % 12 >= from ? (hour % 12) + 12 : (hour % 12) + 24)
