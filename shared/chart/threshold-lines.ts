import { thresholdOf } from '../fever/thresholds.ts'
import type { Site, TemperatureEntry } from '../record/entry.ts'
import { tenths, tenthsToCelsius, toTenths, type Tenths } from '../units/temperature.ts'
import { siteName } from '../words/measure.ts'
import { NO_RIM, type LinePosition, type MarkLineItem } from './chart-option.ts'
import { textWidth, type Frame } from './chart-view.ts'
import { shownTenths } from './shown-number.ts'
import type { SiteReadings } from './site-readings.ts'

/**
 * A thin labelled line at the fever threshold of each shown site; sites of one threshold share theirs. `degree`: how many px
 * a degree is high, null where that is not known.
 */
export function thresholdLines(
  sites: readonly SiteReadings[],
  degree: number | null,
  frame: Frame,
): readonly MarkLineItem[] {
  const { palette, fontSize, view, unit } = frame
  const readings = sites.flatMap((one) => one.readings)
  const room = degree === null ? LABEL : tenths((fontSize * 1.4) / degree)
  return sharedThresholds(sites).map(([threshold, of], index, all) => {
    const names = of.map((site) => siteName(site, view.language)).join(view.language === 'zh' ? '、' : ', ')
    const words = `${view.language === 'zh' ? `${names}发热线` : `fever line, ${names}`} ${shownTenths(threshold, unit)}`
    const below = threshold - (all[index - 1]?.[0] ?? -Infinity)
    const above = (all[index + 1]?.[0] ?? Infinity) - threshold
    const side = below >= room || below >= above ? 'Bottom' : 'Top'
    const isShort = below < room && above < room
    return {
      yAxis: tenthsToCelsius(threshold),
      lineStyle: { color: faded(palette.secondary), width: 1, type: 'solid' },
      label: {
        ...NO_RIM,
        position: isShort ? 'insideMiddleBottom' : emptiest(threshold, side, room, words, readings, frame),
        distance: [4, 2],
        formatter: words,
        color: palette.secondary,
        fontSize: fontSize - 1,
      },
    }
  })
}

/** The colour at 60 %, as a colour: an opacity of the line would fade its label too. */
const faded = (colour: string): string => `${colour}99`

function sharedThresholds(sites: readonly SiteReadings[]): readonly (readonly [Tenths, readonly Site[]])[] {
  const byThreshold = new Map<Tenths, Site[]>()
  for (const { site } of sites) {
    const threshold = thresholdOf(site)
    if (threshold !== null) byThreshold.set(threshold, [...(byThreshold.get(threshold) ?? []), site])
  }
  return [...byThreshold].sort(([a], [b]) => a - b)
}

/** About how many degrees a label needs beside its line, on a chart of ordinary height. */
const LABEL = tenths(0.5)

/** Where along the line, on one side of it, the label covers the fewest readings. */
function emptiest(
  threshold: Tenths,
  side: 'Top' | 'Bottom',
  room: Tenths,
  words: string,
  readings: readonly TemperatureEntry[],
  { xOf, left, plotWidth, fontSize }: Frame,
): LinePosition {
  const width = textWidth(words, fontSize - 1) + 8
  const [low, high] = side === 'Top' ? [threshold, threshold + room] : [threshold - room, threshold]
  const covered = (from: number): number =>
    readings.filter(({ at, temperature }) => {
      const [x, value] = [xOf(at), toTenths(temperature)]
      return x >= from && x <= from + width && value >= low && value <= high
    }).length
  const places = [
    { at: 'Start', cost: covered(left) },
    { at: 'End', cost: covered(left + plotWidth - width) },
    { at: 'Middle', cost: covered(left + (plotWidth - width) / 2) },
  ] as const
  const best = places.reduce((least, place) => (place.cost < least.cost ? place : least))
  return `inside${best.at}${side}`
}
