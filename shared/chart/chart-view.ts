import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import type { Language } from '../words/language.ts'
import type { TemperatureUnit } from '../words/measure.ts'
import { PALETTES, type Palette, type Theme } from './palette.ts'

/** The stretch of time a chart shows, both ends included. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/**
 * How somebody looks at the chart. `width` is the whole chart's, in CSS px; `fontScale` 1 is ordinary type. `visible` is the
 * part of the span a zoom has left in sight: labels are placed for it. With the whole chart's `height` labels keep apart
 * up and down too.
 */
export interface ChartView {
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
  /** ℃ unless told otherwise. */
  readonly unit?: TemperatureUnit
  readonly theme: Theme
  readonly span: Span
  readonly visible?: Span
  readonly width: number
  readonly height?: number
  readonly fontScale: number
}

/** What every part of the chart needs to place and colour its marks; lengths in px. */
export interface Frame {
  readonly view: ChartView
  readonly palette: Palette
  readonly unit: TemperatureUnit
  readonly visible: Span
  readonly fontSize: number
  readonly left: number
  readonly right: number
  readonly plotWidth: number
  /** Distance of an instant from the chart's left edge. */
  readonly xOf: (at: Instant) => number
}

const FONT_SIZE = 11
const RIGHT = 16

export function frameOf(view: ChartView): Frame {
  const fontSize = Math.round(FONT_SIZE * view.fontScale)
  const left = Math.ceil(fontSize * 2.2)
  const plotWidth = Math.max(1, view.width - left - RIGHT)
  const visible = view.visible ?? view.span
  const { from, to } = visible
  return {
    view,
    palette: PALETTES[view.theme],
    unit: view.unit ?? 'celsius',
    visible,
    fontSize,
    left,
    right: RIGHT,
    plotWidth,
    xOf: (at) => left + ((at - from) / Math.max(1, to - from)) * plotWidth,
  }
}

/** Whether an instant is in the span. */
export const isShown = (at: Instant, { from, to }: Span): boolean => at >= from && at <= to

/** Width of a text in px at a font size, near enough to keep labels apart without a canvas to measure on. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const letter of text) ems += /[\u2e80-\uffef]/.test(letter) ? 1 : 0.58
  return ems * fontSize
}
