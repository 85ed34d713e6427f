import { completedMonths, daysSince } from '../../shared/child/age.ts'
import type { DateText } from '../../shared/time/date.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Zone } from '../../shared/time/zone.ts'
import type { Texts } from '../texts/texts.ts'

/** `3 岁 2 个月`; in months under two, in days under one month; empty without a birth date. */
export function ageText(birthDate: string | null, now: Instant, zone: Zone, { age }: Texts): string {
  if (birthDate === null) return ''
  const months = completedMonths(birthDate as DateText, now, zone)
  if (months < 1) return age.days(Math.max(0, daysSince(birthDate as DateText, now, zone)))
  return months < 24 ? age.months(months) : age.years(Math.floor(months / 12), months % 12)
}
