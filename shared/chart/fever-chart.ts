import type { ChildRecord } from '../record/child-record.ts'
import { HOUR } from '../time/instant.ts'
import type { AxisOption, ChartOption, ChartSeries, LineSeries, MarkLineItem } from './chart-option.ts'
import { frameOf, type ChartView, type Frame, type Span } from './chart-view.ts'
import { doseLaneHeight, doseSeries, dropLines, shownDoses } from './dose-lane.ts'
import { isCrowded, readingSeries } from './reading-series.ts'
import { readingsBySite } from './site-readings.ts'
import { shownSymptoms, symptomLaneHeight, symptomSeries } from './symptom-lane.ts'
import { temperatureAxis, temperatureRange } from './temperature-axis.ts'
import { thresholdLines } from './threshold-lines.ts'
import { nightsOf, timeAxis } from './time-axis.ts'
import { tooltip } from './tooltip.ts'

/** The shortest time a zoom may leave in sight. */
export const LEAST_SPAN = 2 * HOUR

/**
 * The fever curve as an ECharts option: a line per site above lanes of doses and symptoms, nights shaded, unmeasured spans
 * dashed. x is UTC ms; every label is in the zone of the view.
 */
export function feverChart(record: ChildRecord, view: ChartView): ChartOption {
  const frame = frameOf(view)
  const sites = readingsBySite(record.entries, frame)
  const doses = shownDoses(record, frame)
  const symptoms = shownSymptoms(record, frame)
  const doseLane = doses.length > 0 ? doseLaneHeight(frame) : 0
  const symptomLane = symptoms.length > 0 ? symptomLaneHeight(frame) : 0
  const lanes = Math.max(1, doseLane + symptomLane)
  const axisHeight = Math.round(frame.fontSize * 2.6) + 8
  const range = temperatureRange(sites)
  const top = Math.round(frame.fontSize * 1.5) + 8
  const bottom = axisHeight + lanes
  const degree = view.height === undefined ? null : (view.height - top - bottom) / (range.max - range.min)
  const side = { left: frame.left, right: frame.right, outerBoundsMode: 'none' as const }
  const marks = [...thresholdLines(sites, degree, frame), ...dropLines(doses, sites, range.min, frame)]
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontSize: frame.fontSize, color: frame.palette.ink },
    grid: [
      { ...side, top, bottom },
      { ...side, bottom: axisHeight, height: lanes },
    ],
    xAxis: timeAxes(view),
    yAxis: [temperatureAxis(range, frame), { type: 'value', gridIndex: 1, min: 0, max: lanes, show: false }],
    dataZoom: [
      {
        type: 'inside',
        xAxisIndex: [0, 1],
        filterMode: 'none',
        minValueSpan: LEAST_SPAN,
        zoomOnMouseWheel: 'ctrl',
        startValue: frame.visible.from,
        endValue: frame.visible.to,
      },
    ],
    tooltip: tooltip(frame, isCrowded(sites, frame) ? 'axis' : 'item'),
    series: [
      ...backdrop(frame, marks),
      ...readingSeries(sites, degree, frame),
      ...(doseLane > 0 ? [doseSeries(doses, record, lanes - 10, frame)] : []),
      ...(symptomLane > 0 ? [symptomSeries(symptoms, symptomLane / 2, frame)] : []),
    ],
  }
}

/**
 * The time axes of both grids, of which the lower is labelled. After a zoom, ask again with what is `visible`: ticks grow
 * closer as there is room.
 */
export function timeAxes(view: ChartView, visible: Span = view.visible ?? view.span): AxisOption[] {
  const { palette, fontSize } = frameOf(view)
  const { ticks, labelOf } = timeAxis(frameOf({ ...view, span: visible, visible }))
  const { from, to } = view.span
  const axis = { type: 'value', min: from, max: Math.max(to, from + 1), splitLine: { show: false } } as const
  const tick = { customValues: [...ticks], lineStyle: { color: palette.hairline } }
  return [
    {
      ...axis,
      gridIndex: 0,
      axisLine: { show: false },
      axisTick: { show: false, customValues: [...ticks] },
      axisLabel: { show: false },
    },
    {
      ...axis,
      gridIndex: 1,
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.hairline } },
      axisTick: { show: true, ...tick },
      axisLabel: {
        show: true,
        customValues: [...ticks],
        formatter: (value) => labelOf(value as (typeof ticks)[number]),
        color: palette.secondary,
        fontSize,
        lineHeight: Math.round(fontSize * 1.3),
        margin: 6,
      },
    },
  ]
}

/** Nights, thresholds and drop lines, on series of their own so that they are there without a single reading. */
function backdrop(frame: Frame, lines: readonly MarkLineItem[]): ChartSeries[] {
  const nights = nightsOf(frame.view.span, frame.view.zone)
  const markArea = {
    silent: true,
    animation: false,
    itemStyle: { color: frame.palette.night },
    label: { show: false },
    data: nights.map(({ from, to }): [{ xAxis: number }, { xAxis: number }] => [{ xAxis: from }, { xAxis: to }]),
  } as const
  const empty = (id: string, index: number): LineSeries => ({
    id,
    name: id,
    type: 'line',
    xAxisIndex: index,
    yAxisIndex: index,
    z: 1,
    silent: true,
    tooltip: { show: false },
    data: [],
    connectNulls: false,
    showSymbol: false,
    symbol: 'none',
    symbolSize: 0,
    lineStyle: { width: 0 },
    markArea: { ...markArea },
  })
  return [
    { ...empty('curve-backdrop', 0), markLine: { silent: true, symbol: 'none', animation: false, data: [...lines] } },
    empty('lanes-backdrop', 1),
  ]
}
