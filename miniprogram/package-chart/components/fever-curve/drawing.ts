import type { Mark, TooltipOption } from '../../../../shared/chart/chart-option.ts'
import { frameOf, isShown, type ChartView, type Span } from '../../../../shared/chart/chart-view.ts'
import { feverChart, timeAxes } from '../../../../shared/chart/fever-chart.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { clock, type CanvasNode } from '../../../wiring.ts'
import { chartOn, type Size } from './chart-engine.ts'
import { createFingers, type Fingers } from './fingers.ts'
import { markAlong, nearestMark, type PlacedMark } from './nearest-mark.ts'
import { dragged, isWhole, within, type Drag } from './visible-span.ts'

/** What is drawn, and how somebody looks at it. */
export interface Scene {
  readonly record: ChildRecord
  readonly view: Omit<ChartView, 'width' | 'height' | 'visible'>
}

export interface Drawing {
  readonly fingers: Fingers
  readonly show: (scene: Scene) => void
  readonly resize: (size: Size) => void
  /** Twice as near: `zoom(2)`; the middle stays where it is. */
  readonly zoom: (scale: number) => void
  readonly showWhole: () => void
  readonly close: () => void
}

interface Heard {
  /** A mark has been touched. */
  readonly opened: (entryIds: readonly string[]) => void
  readonly zoomed: (isZoomed: boolean) => void
}

/** A mark as ECharts knows it. */
interface ChartMark extends PlacedMark {
  readonly series: number
  readonly index: number
}

const AGAIN_AFTER = 120

/** The fever curve on a canvas, under somebody's fingers. */
export function createDrawing(canvas: CanvasNode, first: Size, { opened, zoomed }: Heard): Drawing {
  const chart = chartOn(canvas, first)
  let size = first
  let scene: Scene | null = null
  /** What a zoom has left in sight; null: all of it. */
  let visible: Span | null = null
  /** What was in sight when the fingers came down. */
  let held: Span | null = null
  let marks: readonly ChartMark[] = []
  let trigger: TooltipOption['trigger'] = 'item'
  let stopWaiting: () => void = () => undefined

  const viewOf = ({ view }: Scene): ChartView => ({ ...view, ...size, ...(visible ? { visible } : {}) })

  const draw = (): void => {
    stopWaiting()
    if (!scene) return
    const option = feverChart(scene.record, viewOf(scene))
    chart.setOption(option, { notMerge: true })
    trigger = option.tooltip.trigger
    const sight = visible ?? scene.view.span
    marks = option.series.flatMap(({ data, xAxisIndex }, series) =>
      (data as readonly unknown[]).flatMap((one, index): ChartMark[] => {
        if (!isMark(one) || !isShown(one.value[0] as Instant, sight)) return []
        const [x, y] = chart.convertToPixel({ gridIndex: xAxisIndex }, one.value) as [number, number]
        const entryIds = one.entryIds ?? [one.entryId]
        return [{ x: x + (one.symbolOffset?.[0] ?? 0), y, entryIds, series, index }]
      }),
    )
  }

  /** Follows the fingers cheaply; labels are placed anew once they rest. */
  const look = (next: Span): void => {
    if (!scene) return
    const { span } = scene.view
    const before = visible
    visible = isWhole(next, span) ? null : next
    if ((before === null) !== (visible === null)) zoomed(visible !== null)
    const dataZoom = [{ startValue: next.from, endValue: next.to }]
    // Drawn once a frame, however many moves come in it.
    chart.setOption({ dataZoom, xAxis: timeAxes(viewOf(scene), next) }, { lazyUpdate: true })
    stopWaiting()
    stopWaiting = clock.after(AGAIN_AFTER, draw)
  }

  const shareOf = (x: number): number => {
    const { left, plotWidth } = frameOf(viewOf(scene!))
    return (x - left) / plotWidth
  }
  const drag = (from: number, to: number, scale: number): void => {
    if (!scene) return
    held ??= visible ?? scene.view.span
    look(dragged(held, scene.view.span, { from: shareOf(from), to: shareOf(to), scale } satisfies Drag))
  }
  const showTip = (mark: ChartMark | null): void => {
    if (!mark) chart.dispatchAction({ type: 'hideTip' })
    // A thinned out line no longer has every point, but whatever is at that time is told.
    else if (trigger === 'axis') chart.dispatchAction({ type: 'showTip', x: mark.x, y: mark.y })
    else chart.dispatchAction({ type: 'showTip', seriesIndex: mark.series, dataIndex: mark.index })
  }

  return {
    fingers: createFingers({
      look: ({ x, y }) => showTip(nearestMark(marks, x, y)),
      slide: (from, to) => (visible ? drag(from, to, 1) : showTip(markAlong(marks, to))),
      pinch: drag,
      tap({ x, y }) {
        const mark = nearestMark(marks, x, y)
        if (!mark) return
        showTip(null)
        opened(mark.entryIds)
      },
      pass: () => showTip(null),
      end: () => (held = null),
    }),
    show(next) {
      const before = scene?.view.span.from
      scene = next
      // Another time begins whole; a time that has only grown stays as it is looked at.
      if (visible && before !== next.view.span.from) {
        visible = null
        zoomed(false)
      }
      if (visible) visible = within(visible, next.view.span)
      draw()
    },
    resize(next) {
      size = next
      chart.resize({ width: next.width, height: next.height })
      draw()
    },
    zoom(scale) {
      if (scene) look(dragged(visible ?? scene.view.span, scene.view.span, { from: 0.5, to: 0.5, scale }))
    },
    showWhole() {
      if (scene) look(scene.view.span)
    },
    close() {
      stopWaiting()
      chart.dispose()
    },
  }
}

const isMark = (one: unknown): one is Mark => typeof one === 'object' && one !== null && 'entryId' in one
