import { byTime, type TemperatureEntry } from '../record/entry.ts'
import { tenths, toTenths, type Tenths } from '../units/temperature.ts'
import { siteName } from '../words/measure.ts'
import { NO_RIM, type PointLabel } from './chart-option.ts'
import { textWidth, type Frame } from './chart-view.ts'
import { shownNumber } from './shown-number.ts'
import type { SiteReadings } from './site-readings.ts'

/**
 * Labels beside points, by entry: the highest reading and the latest one; with several sites each line is named once, so
 * that no legend is needed. A label that would run into another is left out.
 */
export function pointLabels(sites: readonly SiteReadings[], frame: Frame): ReadonlyMap<string, PointLabel> {
  const { language } = frame.view
  const numberOf = ({ temperature }: TemperatureEntry): string => shownNumber(temperature, frame.unit)
  const all = sites.flatMap(({ readings }) => readings).sort(byTime)
  const labels = new Map<string, PointLabel>()
  const taken: Place[] = []
  const isFree = (place: Place): boolean =>
    !taken.some(({ x, width }) => Math.abs(x - place.x) < (width + place.width) / 2 + 4)
  const put = (reading: TemperatureEntry, text: string, isLast = false): boolean => {
    if (labels.has(reading.id)) return false
    const above = { x: frame.xOf(reading.at), width: textWidth(text, frame.fontSize) }
    const after = { ...above, x: above.x + AFTER + above.width / 2 }
    // Nothing comes after the last point: its words have the room.
    const isAfter = isLast && isFree(after) && after.x + above.width / 2 <= frame.left + frame.plotWidth + frame.right
    const place = isAfter ? after : above
    if (!isFree(place)) return false
    taken.push(place)
    labels.set(reading.id, isAfter ? afterPoint(text, frame) : besidePoint(text, place, frame))
    return true
  }
  if (all.length === 0) return labels
  const latest = all[all.length - 1]!
  const highest = all.reduce((high, one) => (valueOf(one) > valueOf(high) ? one : high))
  const isNamed = sites.length > 1
  put(highest, isNamed ? `${siteName(highest.site, language)} ${numberOf(highest)}` : numberOf(highest))
  put(
    latest,
    isNamed && latest.site !== highest.site
      ? `${siteName(latest.site, language)} ${numberOf(latest)}`
      : numberOf(latest),
    true,
  )
  // A line not named yet is named where there is most air above it.
  const named = [highest.site, ...(labels.has(latest.id) ? [latest.site] : [])]
  for (const { site, readings } of isNamed ? sites : []) {
    if (!named.includes(site))
      byAirAbove(readings, all, frame).some((reading) => put(reading, siteName(site, language)))
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

interface Place {
  readonly x: number
  readonly width: number
}

/** Between a point and the words that follow it. */
const AFTER = 7

const valueOf = ({ temperature }: TemperatureEntry): Tenths => toTenths(temperature)

const afterPoint = (text: string, frame: Frame): PointLabel => ({
  ...wordsOf(text, frame),
  position: 'right',
  distance: AFTER,
  // Lifted off a threshold line the point may be on.
  offset: [0, -frame.fontSize / 2],
})

function besidePoint(text: string, { x, width }: Place, frame: Frame): PointLabel {
  const { left, plotWidth, right } = frame
  const over = Math.max(0, x + width / 2 - (left + plotWidth + right - 2))
  const under = Math.max(0, left + 2 - (x - width / 2))
  return { ...wordsOf(text, frame), position: 'top', distance: 5, offset: [under - over, 0] }
}

const wordsOf = (text: string, { palette, fontSize }: Frame): PointLabel => ({
  ...NO_RIM,
  show: true,
  formatter: text,
  color: palette.ink,
  fontSize,
  fontWeight: 'bold',
})
