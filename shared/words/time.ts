import { MINUTE, type Instant } from '../time/instant.ts'
import { clockText, dayOf, localTime, type Zone } from '../time/zone.ts'
import type { Language } from './language.ts'

/** Whole minutes from one instant to a later one, cut off: 119 seconds are 1 minute. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.floor((to - from) / MINUTE)

const DAY_MINUTES = 1440

/** `25 分钟`, `2 小时 5 分`, `3 天 2 小时`: a span of whole minutes. */
export function durationText(minutes: number, language: Language): string {
  if (minutes >= 2 * DAY_MINUTES) {
    const hours = Math.floor((minutes % DAY_MINUTES) / 60)
    const days = Math.floor(minutes / DAY_MINUTES)
    return language === 'zh'
      ? `${days} 天${hours > 0 ? ` ${hours} 小时` : ''}`
      : `${days} d${hours > 0 ? ` ${hours} h` : ''}`
  }
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return language === 'zh' ? `${rest} 分钟` : `${rest} min`
  if (rest === 0) return language === 'zh' ? `${hours} 小时` : `${hours} h`
  return language === 'zh' ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`
}

/** `3 个半小时`: a span as one would say it; like `durationText` where it is no half hour. */
export function spokenDuration(minutes: number, language: Language): string {
  if (language === 'zh' && minutes < 2 * DAY_MINUTES && minutes % 60 === 30) {
    return minutes < 60 ? '半小时' : `${Math.floor(minutes / 60)} 个半小时`
  }
  return durationText(minutes, language)
}

/** `12 分钟前`, `3 小时前`, `2 天前`: how long ago, in one unit, cut off. A moment still to come: `5 分钟后`. */
export function agoText(at: Instant, now: Instant, language: Language): string {
  const minutes = Math.floor(Math.abs(now - at) / MINUTE)
  if (minutes === 0) return language === 'zh' ? '刚刚' : 'just now'
  const span = oneUnit(minutes, language)
  if (at > now) return language === 'zh' ? `${span}后` : `in ${span}`
  return language === 'zh' ? `${span}前` : `${span} ago`
}

function oneUnit(minutes: number, language: Language): string {
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`
  if (minutes < 2 * DAY_MINUTES) {
    const hours = Math.floor(minutes / 60)
    return language === 'zh' ? `${hours} 小时` : `${hours} h`
  }
  const days = Math.floor(minutes / DAY_MINUTES)
  return language === 'zh' ? `${days} 天` : `${days} days`
}

// prettier-ignore
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `1 月 15 日`: the calendar day of an instant in the zone. */
export function dayText(at: Instant, zone: Zone, language: Language): string {
  const { month, day } = localTime(at, zone)
  return language === 'zh' ? `${month} 月 ${day} 日` : `${day} ${MONTHS[month - 1]!}`
}

/** `02:10` on the day of now, `昨天 22:10`, else `1 月 15 日 22:10`. */
export function momentText(at: Instant, now: Instant, zone: Zone, language: Language): string {
  const clock = clockText(at, zone)
  const days = dayOf(now, zone) - dayOf(at, zone)
  if (days === 0) return clock
  if (days === 1) return language === 'zh' ? `昨天 ${clock}` : `yesterday ${clock}`
  if (days === -1) return language === 'zh' ? `明天 ${clock}` : `tomorrow ${clock}`
  return `${dayText(at, zone, language)} ${clock}`
}
