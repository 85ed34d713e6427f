import { LineChart, ScatterChart } from 'echarts/charts'
import {
  DataZoomInsideComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, setPlatformAPI, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { measuringCanvas, pixelRatio, type CanvasNode } from '../../../wiring.ts'

// Only what the option in `shared/chart` is made of: all of ECharts would be twice as large.
use([
  LineChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  MarkAreaComponent,
  DataZoomInsideComponent,
  CanvasRenderer,
])

// Words are measured on a canvas of their own: ECharts keeps it for good, and those on pages come and go.
setPlatformAPI({ createCanvas: () => measuringCanvas() as never })

export interface Size {
  readonly width: number
  readonly height: number
}

export type Chart = EChartsType

/** ECharts on a canvas of WeChat's, sharp on its screen. */
export function chartOn(canvas: CanvasNode, size: Size): Chart {
  // ECharts listens on the canvas, which on a phone has no events; its fingers are followed in `fingers.ts`.
  const deaf = { addEventListener: () => undefined, removeEventListener: () => undefined }
  return init(Object.assign(canvas, deaf), null, {
    ...size,
    devicePixelRatio: pixelRatio(),
  })
}
