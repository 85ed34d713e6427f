import { indexProducts } from '../dosing/contents.ts'
import type { ChildRecord } from '../record/child-record.ts'
import type { TemperatureEntry } from '../record/entry.ts'
import { HOUR, type Instant } from '../time/instant.ts'
import { clockText } from '../time/zone.ts'
import { tenthsToCelsius, toTenths } from '../units/temperature.ts'
import { doseText } from '../words/medicine.ts'
import { siteName, temperatureText } from '../words/measure.ts'
import { durationText, minutesBetween } from '../words/time.ts'
import type { AxisOption, ChartOption, LineSeries, Mark, ScatterSeries } from './chart-option.ts'
import { frameOf, textWidth, type ChartView, type Frame } from './chart-view.ts'
import type { ComparedEpisode } from './compared-episode.ts'
import { doseMark } from './dose-lane.ts'
import { GAP } from './reading-series.ts'
import type { SiteReadings } from './site-readings.ts'
import { temperatureAxis, temperatureRange } from './temperature-axis.ts'
import { thresholdLines } from './threshold-lines.ts'
import { tooltip } from './tooltip.ts'

/** How somebody looks at two fevers: there is no time of day in it that both would share. */
export type ComparedView = Omit<ChartView, 'span' | 'visible' | 'now'>

/** Both, the first drawn over the second. */
export type ComparedPair = readonly [ComparedEpisode, ComparedEpisode]

const MARGIN = 0.5 * HOUR
const SHORTEST = 6 * HOUR
const LANE = 18
const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 120, 240]

/**
 * Two fevers as an ECharts option, aligned at their first febrile readings. x is ms since then. The first is a full line with
 * filled points, the second a lighter one with hollow squares: told apart without colour. Each has a lane of doses below.
 */
export function comparedChart(pair: ComparedPair, record: ChildRecord, view: ComparedView): ChartOption {
  const last = Math.max(SHORTEST, ...pair.map(lastOf))
  const span = { from: -MARGIN as Instant, to: (last + MARGIN) as Instant }
  const frame = frameOf({ ...view, span, now: span.to })
  const moved = pair.map(({ site, readings, onset }) => ({
    site,
    readings: readings.map((one) => ({ ...one, at: (one.at - onset) as Instant })),
  }))
  const range = temperatureRange(moved)
  const lanes = 2 * LANE
  const axisHeight = Math.round(frame.fontSize * 1.6) + 8
  const top = Math.round(frame.fontSize * 1.5) + 8
  const bottom = axisHeight + lanes
  const degree = view.height === undefined ? null : (view.height - top - bottom) / (range.max - range.min)
  const side = { left: frame.left, right: frame.right, outerBoundsMode: 'none' as const }
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontSize: frame.fontSize, color: frame.palette.ink },
    grid: [
      { ...side, top, bottom },
      { ...side, bottom: axisHeight, height: lanes },
    ],
    xAxis: hoursAxes(frame),
    yAxis: [temperatureAxis(range, frame), { type: 'value', gridIndex: 1, min: 0, max: lanes, show: false }],
    dataZoom: [],
    tooltip: tooltip(frame, 'item'),
    series: [
      {
        ...lineOf(pair[1], 1, frame),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          data: [...thresholdLines(bySite(moved), degree, frame)],
        },
      },
      lineOf(pair[0], 0, frame),
      ...pair.map((one, index) => dosesOf(one, index, record, frame)),
    ],
  }
}

/** Sites of both fevers, each once: they share its threshold. */
const bySite = (both: readonly SiteReadings[]): readonly SiteReadings[] => {
  const [first, second] = both
  if (first?.site !== second?.site) return both
  return [{ site: first!.site, readings: both.flatMap(({ readings }) => readings) }]
}

const lastOf = ({ onset, readings, doses }: ComparedEpisode): number =>
  [...readings, ...doses].reduce((latest, { at }) => Math.max(latest, at - onset), 0)

/** Whole hours since the onset, as close as their labels allow; `+12`, in whole days `+2 天`. */
function hoursAxes({ view, plotWidth, fontSize, palette }: Frame): AxisOption[] {
  const { span, language } = view
  const inDays = span.to - span.from > 72 * HOUR
  const labelOf = (at: number): string => {
    const hours = at / HOUR
    if (hours === 0) return '0'
    return inDays && hours % 24 === 0 ? `+${durationText(hours * 60, language)}` : `+${hours}`
  }
  const width = textWidth(inDays ? `+10 ${language === 'zh' ? '天' : 'd'}` : '+000', fontSize) + fontSize
  const pxPerHour = (plotWidth * HOUR) / (span.to - span.from)
  const fitting = STEPS.filter((hours) => !inDays || hours >= 24)
  const step = (fitting.find((hours) => hours * pxPerHour >= width) ?? fitting[fitting.length - 1]!) * HOUR
  const ticks = Array.from({ length: Math.floor(span.to / step) + 1 }, (_, index) => index * step)
  const axis = { type: 'value', min: span.from, max: span.to } as const
  return [
    {
      ...axis,
      gridIndex: 0,
      splitLine: { show: false },
      axisLine: { show: false },
      axisTick: { show: false, customValues: ticks },
      axisLabel: { show: false },
    },
    {
      ...axis,
      gridIndex: 1,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.hairline } },
      axisTick: { show: true, customValues: ticks, lineStyle: { color: palette.hairline } },
      axisLabel: { show: true, customValues: ticks, formatter: labelOf, color: palette.secondary, fontSize, margin: 6 },
    },
  ]
}

function lineOf({ onset, site, readings }: ComparedEpisode, index: number, frame: Frame): LineSeries {
  const { palette } = frame
  const isFirst = index === 0
  const colour = isFirst ? palette.ink : palette.secondary
  return {
    id: `episode-${index}`,
    name: siteName(site, frame.view.language),
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    z: isFirst ? 4 : 3,
    data: readings.flatMap((reading, place): LineSeries['data'] => {
      const before = readings[place - 1]
      const mark = markOf(reading, onset, isFirst, colour, frame)
      // What was between two readings far apart nobody knows: the line is lifted.
      return before && reading.at - before.at > GAP ? [[before.at + 1 - onset, null], mark] : [mark]
    }),
    connectNulls: false,
    showSymbol: true,
    symbol: isFirst ? 'circle' : 'rect',
    symbolSize: 7,
    lineStyle: { color: colour, width: isFirst ? 2 : 1.5 },
  }
}

function markOf(reading: TemperatureEntry, onset: Instant, isFirst: boolean, colour: string, frame: Frame): Mark {
  const { view, unit, palette } = frame
  const words = `${temperatureText(reading.temperature, unit)} ${siteName(reading.site, view.language)}`
  return {
    value: [reading.at - onset, tenthsToCelsius(toTenths(reading.temperature))],
    entryId: reading.id,
    tip: [sinceOnset(reading.at, onset, frame), words].join('  '),
    itemStyle: isFirst
      ? { color: colour, opacity: 1 }
      : { color: palette.card, borderColor: colour, borderWidth: 2, opacity: 1 },
  }
}

function dosesOf({ onset, doses }: ComparedEpisode, index: number, record: ChildRecord, frame: Frame): ScatterSeries {
  const products = indexProducts(record.products)
  return {
    id: `doses-${index}`,
    name: frame.view.language === 'zh' ? '用药' : 'medicine',
    type: 'scatter',
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 5,
    symbolSize: 11,
    data: doses.map((dose): Mark => ({
      value: [dose.at - onset, index === 0 ? 1.5 * LANE : 0.5 * LANE],
      entryId: dose.id,
      tip: [sinceOnset(dose.at, onset, frame), doseText(dose, record.products, frame.view.language)].join('  '),
      ...doseMark(dose, products, frame.palette),
    })),
  }
}

/** `02:10 +3 小时 20 分`: by the clock, and since the fever was first measured. */
const sinceOnset = (at: Instant, onset: Instant, { view: { zone, language } }: Frame): string =>
  `${clockText(at, zone)} +${durationText(minutesBetween(onset, at), language)}`
