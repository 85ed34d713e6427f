import { HOUR, type Instant } from '../time/instant.ts'
import { clockText, dayOf, instantOnDay, localTime, minuteOfDay, type Zone } from '../time/zone.ts'
import { dayText } from '../words/time.ts'
import { isShown, textWidth, type Frame, type Span } from './chart-view.ts'

const STEPS = [1, 2, 3, 4, 6, 12] as const

/** The ticks of the time axis and what each says; times are UTC ms, words are in the child's zone. */
export interface TimeAxis {
  readonly ticks: readonly Instant[]
  readonly labelOf: (at: Instant) => string
}

/**
 * Ticks on whole local hours, as close as their labels allow: clocks with the date under midnight, or dates alone where a
 * long span leaves no room for clocks. Whatever zone this machine is in plays no part.
 */
export function timeAxis(frame: Frame): TimeAxis {
  const { view, plotWidth, fontSize } = frame
  const { span } = view
  const clockWidth = textWidth('00:00', fontSize) + fontSize
  const pxPerHour = (plotWidth * HOUR) / Math.max(1, span.to - span.from)
  const step = STEPS.find((hours) => hours * pxPerHour >= clockWidth)
  return step === undefined ? dateAxis(frame, pxPerHour) : clockAxis(frame, step)
}

function clockAxis(frame: Frame, step: number): TimeAxis {
  const { span, zone, language } = frame.view
  const hours = Array.from({ length: 24 / step }, (_, index) => index * step)
  const ticks = daysOf(span, zone)
    .flatMap((day) => hours.map((hour) => instantOnDay(day, hour, zone)))
    .filter((at) => isShown(at, span))
  const isMidnight = (at: Instant): boolean => minuteOfDay(at, zone) === 0
  const fits = (at: Instant): boolean => {
    const half = textWidth(dayText(at, zone, language), frame.fontSize) / 2
    return frame.xOf(at) - half >= 0 && frame.xOf(at) + half <= frame.view.width
  }
  // The day the chart begins in is named too, unless midnight comes so soon that the two would meet.
  const begin = ticks.find(fits)
  const named = ticks.slice(0, 3).some(isMidnight) ? undefined : begin
  return {
    ticks,
    labelOf: (at) =>
      (isMidnight(at) && fits(at)) || at === named
        ? `${clockText(at, zone)}\n${dayText(at, zone, language)}`
        : clockText(at, zone),
  }
}

function dateAxis({ view, fontSize }: Frame, pxPerHour: number): TimeAxis {
  const { span, zone, language } = view
  const days = daysOf(span, zone)
  const dateWidth = textWidth(language === 'zh' ? '00/00' : '00 Mmm', fontSize) + fontSize
  const every = Math.max(1, Math.ceil(dateWidth / (24 * pxPerHour)))
  return {
    ticks: days
      .filter((_, index) => index % every === 0)
      .map((day) => instantOnDay(day, 0, zone))
      .filter((at) => isShown(at, span)),
    labelOf: (at) => {
      const { month, day } = localTime(at, zone)
      return language === 'zh' ? `${month}/${day}` : dayText(at, zone, language)
    },
  }
}

function daysOf({ from, to }: Span, zone: Zone): readonly number[] {
  const first = dayOf(from, zone)
  return Array.from({ length: dayOf(to, zone) - first + 1 }, (_, index) => first + index)
}

const NIGHTFALL = 21
const MORNING = 7

/** The nights (21:00–07:00 on the child's clock) that touch the span, cut to it. */
export function nightsOf(span: Span, zone: Zone): readonly Span[] {
  const [first] = daysOf(span, zone)
  return [first! - 1, ...daysOf(span, zone)]
    .map((day) => ({ from: instantOnDay(day, NIGHTFALL, zone), to: instantOnDay(day + 1, MORNING, zone) }))
    .filter(({ from, to }) => to > span.from && from < span.to)
    .map(({ from, to }) => ({
      from: Math.max(from, span.from) as Instant,
      to: Math.min(to, span.to) as Instant,
    }))
}
