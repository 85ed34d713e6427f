import { byTime, type TemperatureEntry } from '../record/entry.ts'
import { tenths, toTenths, type Tenths } from '../units/temperature.ts'
import { siteName } from '../words/measure.ts'
import { NO_RIM, type PointLabel } from './chart-option.ts'
import { textWidth, type Frame } from './chart-view.ts'
import { isCrossed, type Box } from './line-crossing.ts'
import { shownNumber } from './shown-number.ts'
import type { SiteReadings } from './site-readings.ts'

/**
 * Labels beside points, by entry: the highest reading and the latest one; with several sites each line is named once, so
 * that no legend is needed. A label that would run into another is left out. `degree`: how many px a degree is high; where
 * that is not known, labels at one time count as at one height.
 */
export function pointLabels(
  sites: readonly SiteReadings[],
  degree: number | null,
  frame: Frame,
): ReadonlyMap<string, PointLabel> {
  const { language } = frame.view
  const numberOf = ({ temperature }: TemperatureEntry): string => shownNumber(temperature, frame.unit)
  const all = sites.flatMap(({ readings }) => readings).sort(byTime)
  const labels = new Map<string, PointLabel>()
  const taken: Box[] = []
  const isFree = (box: Box): boolean =>
    !taken.some(
      ({ x, y, width }) =>
        Math.abs(x - box.x) < (width + box.width) / 2 + 4 && Math.abs(y - box.y) < frame.fontSize * 1.2,
    )
  const put = (reading: TemperatureEntry, text: string, places: readonly Where[], isOk = isFree): boolean => {
    if (labels.has(reading.id)) return false
    const label = places
      .map((where) => labelAt(where, reading, text, degree, frame))
      .find(({ box }) => isInside(box, frame) && isOk(box))
    if (!label) return false
    taken.push(label.box)
    labels.set(reading.id, label.words)
    return true
  }
  if (all.length === 0) return labels
  const latest = all[all.length - 1]!
  const highest = all.reduce((high, one) => (valueOf(one) > valueOf(high) ? one : high))
  const isNamed = sites.length > 1
  put(highest, isNamed ? `${siteName(highest.site, language)} ${numberOf(highest)}` : numberOf(highest), ['above'])
  put(
    latest,
    isNamed && latest.site !== highest.site
      ? `${siteName(latest.site, language)} ${numberOf(latest)}`
      : numberOf(latest),
    // Nothing comes after the last point: its words have the room.
    ['after', 'above'],
  )
  const isClear = (box: Box): boolean => isFree(box) && !(degree !== null && isCrossed(box, sites, degree, frame))
  // A line not named yet is named where there is most air above it.
  const named = [highest.site, ...(labels.has(latest.id) ? [latest.site] : [])]
  for (const { site, readings } of isNamed ? sites : []) {
    if (!named.includes(site))
      byAirAbove(readings, all, frame).some((reading) =>
        put(reading, siteName(site, language), degree === null ? ['above'] : ['above', 'below'], isClear),
      )
  }
  return labels
}

/** The readings with the fewest others just above them first, later ones before earlier ones. */
function byAirAbove(
  readings: readonly TemperatureEntry[],
  all: readonly TemperatureEntry[],
  { xOf, fontSize }: Frame,
): readonly TemperatureEntry[] {
  const above = (one: TemperatureEntry): number =>
    all.filter((other) => {
      const rise = valueOf(other) - valueOf(one)
      return Math.abs(xOf(other.at) - xOf(one.at)) < fontSize * 2 && rise > 0 && rise < AIR
    }).length
  return readings
    .map((reading, index) => ({ reading, index, others: above(reading) }))
    .sort((a, b) => a.others - b.others || b.index - a.index)
    .map(({ reading }) => reading)
}

/** What a label covers above its point. */
const AIR = tenths(0.8)

/** Not cut at the chart's right edge. */
const isInside = ({ x, width }: Box, { left, plotWidth, right }: Frame): boolean =>
  x + width / 2 <= left + plotWidth + right - 1

type Where = 'above' | 'below' | 'after'

/** Between a point and the words that follow it, or stand above or below it. */
const AFTER = 7
const ASIDE = 5

const valueOf = ({ temperature }: TemperatureEntry): Tenths => toTenths(temperature)

/** Words at a reading, and the room they take. */
function labelAt(
  where: Where,
  reading: TemperatureEntry,
  text: string,
  degree: number | null,
  frame: Frame,
): { readonly box: Box; readonly words: PointLabel } {
  const { left, plotWidth, right, fontSize } = frame
  const [point, width] = [frame.xOf(reading.at), textWidth(text, fontSize)]
  const [least, most] = [left + 2 + width / 2, left + plotWidth + right - 2 - width / 2]
  const middle = where === 'after' ? point + AFTER + width / 2 : Math.min(Math.max(point, least), most)
  const lift = (ASIDE + fontSize / 2) * (where === 'below' ? -1 : 1)
  const y = degree === null ? 0 : (degree * valueOf(reading)) / 10 + (where === 'after' ? fontSize / 2 : lift)
  const box: Box = { x: middle, y, width, height: fontSize }
  const words = wordsOf(text, frame)
  if (where === 'after') {
    // Lifted off a threshold line the point may be on.
    return { box, words: { ...words, position: 'right', distance: AFTER, offset: [0, -fontSize / 2] } }
  }
  const position = where === 'above' ? 'top' : 'bottom'
  return { box, words: { ...words, position, distance: ASIDE, offset: [middle - point, 0] } }
}

const wordsOf = (text: string, { palette, fontSize }: Frame): PointLabel => ({
  ...NO_RIM,
  show: true,
  formatter: text,
  color: palette.ink,
  fontSize,
  fontWeight: 'bold',
})
