import { comparedChart, type ComparedPair } from '../../../../shared/chart/compared-chart.ts'
import { comparedEpisode } from '../../../../shared/chart/compared-episode.ts'
import type { Mark } from '../../../../shared/chart/chart-option.ts'
import { findEpisodes } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import { child, clock, core, currentTheme, onThemeChange, type CanvasNode } from '../../../wiring.ts'
import { chartOn, type Chart, type Size } from '../fever-curve/chart-engine.ts'
import { nearestMark, type PlacedMark } from '../fever-curve/nearest-mark.ts'

const LARGE = 1.35

/** Two fevers of the child over each other, given by their starts; a touch tells what is there. */
Component({
  properties: {
    first: String,
    second: String,
    /** What the picture shows, for those who hear the screen. */
    label: String,
  },
  observers: {
    'first, second'() {
      this.draw()
    },
  },
  lifetimes: {
    ready() {
      this.measure((canvas, size) => {
        const draw = (): void => this.draw()
        const stops = [child.subscribe(draw), onThemeChange(draw)]
        parts.set(this, { chart: chartOn(canvas, size), size, marks: [], stop: () => stops.forEach((stop) => stop()) })
        draw()
      })
    },
    detached() {
      const part = parts.get(this)
      part?.stop()
      part?.chart.dispose()
      parts.delete(this)
    },
  },
  pageLifetimes: {
    show() {
      this.draw()
    },
    resize() {
      this.measure((_, size) => {
        const part = parts.get(this)
        if (!part) return
        part.size = size
        part.chart.resize({ ...size })
        this.draw()
      })
    },
  },
  methods: {
    /** The canvas and the room it was given, once it has any. */
    measure(found: (canvas: CanvasNode, size: Size) => void) {
      this.createSelectorQuery()
        .select('.canvas')
        .fields({ node: true, size: true })
        .exec(([answer]: [{ node: CanvasNode; width: number; height: number } | null]) => {
          if (answer && answer.width > 0 && answer.height > 0)
            found(answer.node, { width: answer.width, height: answer.height })
        })
    },
    draw() {
      const part = parts.get(this)
      const current = child.get()
      const pair = this.pair()
      if (!part || !current || !pair) return
      const { language, unit, isLarge } = core.preferences.get()
      const option = comparedChart(pair, current.record, {
        zone: current.zone,
        language,
        unit,
        theme: currentTheme(),
        ...part.size,
        fontScale: isLarge ? LARGE : 1,
      })
      part.chart.setOption(option, { notMerge: true })
      part.marks = option.series.flatMap(({ data, xAxisIndex }, series) =>
        (data as readonly unknown[]).flatMap((one, index) => {
          if (!isMark(one)) return []
          const [x, y] = part.chart.convertToPixel({ gridIndex: xAxisIndex }, one.value) as [number, number]
          return [{ x, y, entryIds: [one.entryId], series, index }]
        }),
      )
    },
    pair(): ComparedPair | null {
      const current = child.get()
      if (!current) return null
      const now = clock.now()
      const episodes = findEpisodes(timelineOf(current.record, now), now, current.zone)
      const of = (begun: string) => episodes.find(({ start }) => String(start) === begun)
      const [first, second] = [of(this.data.first), of(this.data.second)]
      return first && second ? [comparedEpisode(first, current.record), comparedEpisode(second, current.record)] : null
    },
    onTouch({ touches }: WechatMiniprogram.TouchCanvas) {
      const part = parts.get(this)
      const [touch] = touches
      if (!part || !touch) return
      const mark = nearestMark(part.marks, touch.x, touch.y)
      if (mark) part.chart.dispatchAction({ type: 'showTip', seriesIndex: mark.series, dataIndex: mark.index })
      else part.chart.dispatchAction({ type: 'hideTip' })
    },
  },
})

interface ChartMark extends PlacedMark {
  readonly series: number
  readonly index: number
}

/** What a component holds besides its data: neither a canvas nor ECharts can go through setData. */
interface Parts {
  readonly chart: Chart
  size: Size
  marks: readonly ChartMark[]
  readonly stop: () => void
}

const parts = new WeakMap<object, Parts>()

const isMark = (one: unknown): one is Mark => typeof one === 'object' && one !== null && 'entryId' in one
