/** A calendar date `YYYY-MM-DD`, without a time or a zone. */
export type DateText = string & { readonly __brand: 'DateText' }

/** A calendar date in numbers; `month` 1–12. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** The parts of a date; null when the text is no date of the calendar (2026-02-30). */
export function parseDate(text: string): DateParts | null {
  const match = DATE.exec(text)
  if (!match) return null
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day))
  return date.getUTCMonth() === parts.month - 1 && date.getUTCDate() === parts.day ? parts : null
}

/** Days since 1970-01-01 of a calendar date, for differences between dates. */
export const dayNumber = ({ year, month, day }: DateParts): number => Date.UTC(year, month - 1, day) / 86_400_000
