/**
 * The ECharts option the chart is made of, as far as it is used: line, scatter, grid, tooltip, markLine, markArea and the
 * inside dataZoom. It is plain data (and two formatters), so `shared` needs no ECharts.
 */
// A type, not an interface: only so does it fit `setOption` without a cast.
export type ChartOption = {
  animation: boolean
  backgroundColor: string
  textStyle: { fontSize: number; color: string }
  grid: GridOption[]
  xAxis: AxisOption[]
  yAxis: AxisOption[]
  dataZoom: DataZoomOption[]
  tooltip: TooltipOption
  series: ChartSeries[]
}

interface GridOption {
  left: number
  right: number
  top?: number
  bottom: number
  height?: number
  outerBoundsMode: 'none'
}

export type LinePosition = `inside${'Start' | 'Middle' | 'End'}${'Top' | 'Bottom'}`

interface TextLabel {
  show?: boolean
  color?: string
  fontSize?: number
  fontWeight?: 'normal' | 'bold'
  formatter?: string
  textBorderWidth: 0
  textBorderColor: 'transparent'
}

/** Words beside a point. */
export interface PointLabel extends TextLabel {
  position?: 'top' | 'bottom' | 'left' | 'right'
  distance?: number
  offset?: [number, number]
}

/** Words along a line. */
interface LineLabel extends TextLabel {
  position?: LinePosition
  distance?: [number, number]
}

interface LineStyle {
  color?: string
  width?: number
  type?: 'solid' | 'dashed'
  opacity?: number
}

export interface AxisOption {
  type: 'value'
  gridIndex: number
  min: number
  max: number
  show?: boolean
  name?: string
  nameGap?: number
  nameTextStyle?: { color: string; fontSize: number; align: 'right'; padding: [number, number, number, number] }
  axisLine?: { show: boolean; lineStyle?: LineStyle; onZero?: boolean }
  axisTick?: { show: boolean; customValues: number[]; lineStyle?: LineStyle }
  axisLabel?: {
    show: boolean
    customValues?: number[]
    formatter?: (value: number) => string
    color?: string
    fontSize?: number
    lineHeight?: number
    margin?: number
    showMinLabel?: boolean
    showMaxLabel?: boolean
  }
  splitLine?: { show: boolean; lineStyle?: LineStyle }
  axisPointer?: { show: boolean }
}

interface DataZoomOption {
  type: 'inside'
  xAxisIndex: number[]
  filterMode: 'none'
  minValueSpan: number
  /** A plain wheel scrolls the page. */
  zoomOnMouseWheel: 'ctrl'
  startValue: number
  endValue: number
}

/** Every mark carries the entry it shows, so that a tap can open it, and the words of its tooltip. */
export interface Mark {
  value: [number, number]
  entryId: string
  /** All entries of a mark that stands for several. */
  entryIds?: string[]
  tip: string
  symbol?: string
  symbolOffset?: [number, number]
  itemStyle: MarkStyle
  label?: PointLabel
}

interface MarkStyle {
  color: string
  borderColor?: string
  borderWidth?: number
  /** ECharts would draw scatter marks, and their words with them, at 0.8. */
  opacity: 1
}

/** Where a line is lifted: nothing was measured there. */
interface Break {
  value: [number, null]
}

export interface TooltipOption {
  trigger: 'item' | 'axis'
  renderMode: 'richText'
  confine: boolean
  position: 'top'
  hideDelay: number
  formatter: (params: unknown) => string
  backgroundColor: string
  borderColor: string
  borderWidth: number
  padding: number
  textStyle: { color: string; fontSize: number }
  axisPointer: { type: 'line'; snap: boolean; label: { show: boolean }; lineStyle: LineStyle }
}

interface SeriesBase {
  id: string
  name: string
  xAxisIndex: number
  yAxisIndex: number
  z?: number
  silent?: boolean
  cursor?: string
  tooltip?: { show: boolean }
  markLine?: MarkLineOption
  markArea?: MarkAreaOption
}

export interface LineSeries extends SeriesBase {
  type: 'line'
  data: (Mark | Break | [number, number] | [number, null])[]
  connectNulls: boolean
  showSymbol: boolean
  symbol: string
  symbolSize: number
  lineStyle: LineStyle
  sampling?: 'lttb'
}

export interface ScatterSeries extends SeriesBase {
  type: 'scatter'
  data: Mark[]
  symbol?: string
  symbolSize: number
}

export type ChartSeries = LineSeries | ScatterSeries

interface MarkLineOption {
  silent: boolean
  symbol: 'none'
  animation: boolean
  data: MarkLineItem[]
}

export type MarkLineItem =
  | { yAxis: number; lineStyle: LineStyle; label: LineLabel }
  | [{ coord: [number, number]; lineStyle: LineStyle; label: { show: false } }, { coord: [number, number] }]

interface MarkAreaOption {
  silent: boolean
  animation: boolean
  itemStyle: { color: string }
  label: { show: false }
  data: [{ xAxis: number }, { xAxis: number }][]
}

/** Else ECharts rims labels in white, which PDF export shows as holes. */
export const NO_RIM = { textBorderWidth: 0, textBorderColor: 'transparent' } as const
