import type { Site, TemperatureEntry } from '../record/entry.ts'
import { HOUR } from '../time/instant.ts'
import { clockText } from '../time/zone.ts'
import { tenthsToCelsius, toTenths } from '../units/temperature.ts'
import { siteName, temperatureText } from '../words/measure.ts'
import type { PointLabel, LineSeries, Mark } from './chart-option.ts'
import type { Frame } from './chart-view.ts'
import { pointLabels } from './point-labels.ts'
import { inSight, type SiteReadings } from './site-readings.ts'
import { temperatureColour } from './temperature-colour.ts'

/** Two readings of a site further apart are joined by a dashed line only: what was between them nobody knows. */
export const GAP = 2 * HOUR

/** Marks by site, hollow ones included: sites are told apart without colour. ◆ ▲ belong to medicines. */
const SYMBOLS: Readonly<Record<Site, { readonly symbol: string; readonly isHollow: boolean }>> = {
  axillary: { symbol: 'circle', isHollow: false },
  tympanic: { symbol: 'circle', isHollow: true },
  forehead: { symbol: 'roundRect', isHollow: false },
  noncontact: { symbol: 'roundRect', isHollow: true },
  oral: { symbol: 'rect', isHollow: false },
  rectal: { symbol: 'rect', isHollow: true },
}

const POINT = 7
/** With less room than this per point only the line is drawn, thinned out without losing its peaks. */
const LEAST_PX_PER_POINT = 2.5

export const isCrowded = (sites: readonly SiteReadings[], { plotWidth, visible }: Frame): boolean =>
  inSight(sites, visible).reduce((sum, { readings }) => sum + readings.length, 0) * LEAST_PX_PER_POINT > plotWidth

/** One line per site, and where it has gaps a dashed one across them. */
export function readingSeries(
  sites: readonly SiteReadings[],
  degree: number | null,
  frame: Frame,
): readonly LineSeries[] {
  const crowded = isCrowded(sites, frame)
  const labels = pointLabels(inSight(sites, frame.visible), degree, frame)
  return sites.flatMap((one, index) => [
    siteLine(one, index === 0, crowded, labels, frame),
    ...gapLine(one, index === 0, frame),
  ])
}

function siteLine(
  { site, readings }: SiteReadings,
  isMain: boolean,
  crowded: boolean,
  labels: ReadonlyMap<string, PointLabel>,
  frame: Frame,
): LineSeries {
  const { palette, view } = frame
  const data = readings.flatMap((reading, index): LineSeries['data'] => {
    const mark = markOf(reading, labels.get(reading.id), frame)
    const before = readings[index - 1]
    return before && reading.at - before.at > GAP ? [[before.at + 1, null], mark] : [mark]
  })
  return {
    id: `site-${site}`,
    name: siteName(site, view.language),
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    z: 4,
    data,
    connectNulls: false,
    showSymbol: !crowded,
    symbol: SYMBOLS[site].symbol,
    symbolSize: POINT,
    lineStyle: { color: isMain ? palette.ink : palette.secondary, width: isMain ? 2 : 1.5 },
    ...(crowded ? { sampling: 'lttb' as const } : {}),
  }
}

function markOf(reading: TemperatureEntry, label: PointLabel | undefined, { palette, view, unit }: Frame): Mark {
  const value = toTenths(reading.temperature)
  const colour = temperatureColour(value, palette)
  const words = [
    clockText(reading.at, view.zone),
    `${temperatureText(reading.temperature, unit)} ${siteName(reading.site, view.language)}`,
  ]
  return {
    value: [reading.at, tenthsToCelsius(value)],
    entryId: reading.id,
    tip: [...words, ...(reading.by === null ? [] : [reading.by])].join('  '),
    itemStyle: SYMBOLS[reading.site].isHollow
      ? { color: palette.card, borderColor: colour, borderWidth: 2, opacity: 1 }
      : { color: colour, opacity: 1 },
    ...(label ? { label } : {}),
  }
}

function gapLine({ site, readings }: SiteReadings, isMain: boolean, { palette, view }: Frame): readonly LineSeries[] {
  const data = readings.flatMap((reading, index): [number, number | null][] => {
    const before = readings[index - 1]
    if (!before || reading.at - before.at <= GAP) return []
    return [point(before), point(reading), [reading.at + 1, null]]
  })
  if (data.length === 0) return []
  return [
    {
      id: `gap-${site}`,
      name: siteName(site, view.language),
      type: 'line',
      xAxisIndex: 0,
      yAxisIndex: 0,
      z: 3,
      silent: true,
      tooltip: { show: false },
      data,
      connectNulls: false,
      showSymbol: false,
      symbol: 'none',
      symbolSize: 0,
      lineStyle: { color: palette.secondary, width: 1.5, type: 'dashed', opacity: isMain ? 0.7 : 0.45 },
    },
  ]
}

const point = (reading: TemperatureEntry): [number, number] => [
  reading.at,
  tenthsToCelsius(toTenths(reading.temperature)),
]
