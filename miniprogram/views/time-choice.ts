import { DAY, HOUR, MINUTE, shift, type Instant } from '../../shared/time/instant.ts'
import { dayNumber, parseDate } from '../../shared/time/date.ts'
import { clockText, dateText, dayOf, instantOnDay, type Zone } from '../../shared/time/zone.ts'
import type { Language } from '../../shared/words/language.ts'
import { dayText, momentText } from '../../shared/words/time.ts'
import type { Texts } from '../texts/texts.ts'

/** When something happened, as a person says it. */
export type TimeChoice =
  /** So many minutes before the save. */
  | { readonly kind: 'ago'; readonly minutes: number }
  /** By the clock, `03:10`: the last time it showed that. */
  | { readonly kind: 'clock'; readonly clock: string }
  /** On a day, `2026-01-16`, by the clock: how an entry that is there already is moved. */
  | { readonly kind: 'date'; readonly date: string; readonly clock: string }

export const NOW: TimeChoice = { kind: 'ago', minutes: 0 }

const AGO_MINUTES = [0, 5, 15, 30] as const

/** The moment meant, when it is said at `now`. */
export function momentOf(choice: TimeChoice, now: Instant, zone: Zone): Instant {
  switch (choice.kind) {
    case 'ago':
      return shift(now, -choice.minutes * MINUTE)
    case 'clock': {
      const today = onDay(dayOf(now, zone), choice.clock, zone)
      return isYesterday(choice, now, zone) ? onDay(dayOf(now, zone) - 1, choice.clock, zone) : today
    }
    case 'date': {
      const parts = parseDate(choice.date)
      return onDay(parts ? dayNumber(parts) : dayOf(now, zone), choice.clock, zone)
    }
  }
}

/** A clock time that is still to come today means yesterday's. */
const isYesterday = (choice: TimeChoice, now: Instant, zone: Zone): boolean =>
  choice.kind === 'clock' && onDay(dayOf(now, zone), choice.clock, zone) > now

function onDay(day: number, clock: string, zone: Zone): Instant {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return instantOnDay(day, hours + minutes / (HOUR / MINUTE), zone)
}

/** The choice that stands for an entry's own time. */
export const choiceOf = (at: Instant, zone: Zone): TimeChoice => ({
  kind: 'date',
  date: dateText(at, zone),
  clock: clockText(at, zone),
})

export interface TimeChipsView {
  readonly label: string
  readonly chips: readonly { value: string; name: string; aria: string; isChosen: boolean }[]
  readonly isPicked: boolean
  readonly pickName: string
  readonly pickText: string
  readonly clock: string
  readonly hasDate: boolean
  readonly date: string
  readonly lastDate: string
  readonly dateName: string
  readonly dateText: string
  readonly note: string
  /** It has not happened yet. */
  readonly isFuture: boolean
}

interface Frame {
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
  readonly texts: Texts
}

export function timeChipsView(choice: TimeChoice, { now, zone, language, texts }: Frame): TimeChipsView {
  const at = momentOf(choice, now, zone)
  const isFuture = choice.kind === 'date' && at > now
  const isPicked = choice.kind !== 'ago'
  const clock = clockText(at, zone)
  return {
    label: texts.time.label,
    chips: choice.kind === 'date' ? [] : AGO_MINUTES.map((minutes) => agoChip(minutes, choice, texts)),
    isPicked,
    pickName: isPicked ? clock : texts.time.pick,
    pickText: texts.time.pick,
    clock,
    hasDate: choice.kind === 'date',
    date: dateText(at, zone),
    lastDate: dateText(now, zone),
    dateName: choice.kind === 'date' ? dayName(at, now, zone, language, texts) : '',
    dateText: texts.time.pickDate,
    note: isFuture ? texts.time.future : noteOf(choice, at, { now, zone, language, texts }),
    isFuture,
  }
}

function agoChip(minutes: number, choice: TimeChoice, { time }: Texts) {
  return {
    value: String(minutes),
    name: minutes === 0 ? time.now : time.ago(minutes),
    aria: minutes === 0 ? time.now : time.agoAria(minutes),
    isChosen: choice.kind === 'ago' && choice.minutes === minutes,
  }
}

function dayName(at: Instant, now: Instant, zone: Zone, language: Language, { common }: Texts): string {
  const days = dayOf(now, zone) - dayOf(at, zone)
  return days === 0 ? common.today : days === 1 ? common.yesterday : dayText(at, zone, language)
}

function noteOf(choice: TimeChoice, at: Instant, { now, zone, language, texts }: Frame): string {
  if (isYesterday(choice, now, zone)) return texts.time.yesterday(clockText(at, zone))
  const isNow = choice.kind === 'ago' && choice.minutes === 0
  return isNow || now - at > 2 * DAY ? '' : texts.time.at(momentText(at, now, zone, language))
}
