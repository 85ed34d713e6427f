import type { Instant } from '../../../../shared/time/instant.ts'
import { textsIn } from '../../../texts/texts.ts'
import { child, clock, core, currentTheme, onThemeChange, pictureOf, type CanvasNode } from '../../../wiring.ts'
import type { Size } from './chart-engine.ts'
import { createDrawing, type Drawing, type Scene } from './drawing.ts'

/** Type is this much larger for those who have asked for it, as on the rest of the screen. */
const LARGE = 1.35
const FRAME = 34

/** The fever curve of the child on the screen. It tells `open` with the entries of a mark that was touched. */
Component({
  properties: {
    from: Number,
    to: Number,
    /** What the picture shows, for those who hear the screen. */
    label: String,
    /** Something lies over the chart: a picture stands in for the canvas, which would show through. */
    frozen: Boolean,
    /** What is inside stays inside: on a page that does not scroll, fingers are the chart's alone. */
    alone: Boolean,
  },
  data: {
    picture: '',
    isZoomed: false,
    words: { nearer: '', further: '', whole: '', hint: '' },
  },
  observers: {
    'from, to'() {
      this.draw()
    },
    frozen() {
      void this.freeze()
    },
  },
  lifetimes: {
    ready() {
      this.measure((canvas, size) => {
        const drawing = createDrawing(canvas, size, {
          opened: (entryIds) => this.triggerEvent('open', { entryIds }),
          zoomed: (isZoomed) => this.setData({ isZoomed }),
        })
        parts.set(this, { canvas, drawing, stop: this.follow() })
        this.draw()
        this.triggerEvent('drawn')
      })
    },
    detached() {
      const part = parts.get(this)
      part?.stop()
      part?.drawing.close()
      parts.delete(this)
    },
  },
  pageLifetimes: {
    show() {
      this.draw()
    },
    resize() {
      this.measure((_, size) => parts.get(this)?.drawing.resize(size))
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
    /** Draws again whenever the record, the way of looking, or the theme changes. */
    follow(): () => void {
      const draw = (): void => this.draw()
      const stops = [child.subscribe(draw), onThemeChange(draw)]
      return () => stops.forEach((stop) => stop())
    },
    draw() {
      const { language } = core.preferences.get()
      const { nearer, further, whole, hint, hintWide } = textsIn(language).curve
      this.setData({ words: { nearer, further, whole, hint: this.data.alone ? hintWide : hint } })
      const scene = this.scene()
      if (scene) parts.get(this)?.drawing.show(scene)
    },
    scene(): Scene | null {
      const { from, to } = this.data
      const current = child.get()
      if (!current || to <= from) return null
      const { language, unit, isLarge } = core.preferences.get()
      return {
        record: current.record,
        view: {
          now: clock.now(),
          zone: current.zone,
          language,
          unit,
          theme: currentTheme(),
          span: { from: from as Instant, to: to as Instant },
          fontScale: isLarge ? LARGE : 1,
        },
      }
    },
    async freeze() {
      const part = parts.get(this)
      // What was asked for just now, such as to hide a tip, is drawn with the next frame.
      if (this.data.frozen) await new Promise<void>((resolve) => clock.after(FRAME, resolve))
      const picture = this.data.frozen && part ? await pictureOf(part.canvas) : ''
      // The sheet may have closed while the picture was taken.
      this.setData({ picture: this.data.frozen ? picture : '' })
    },
    onDown({ touches }: WechatMiniprogram.TouchCanvas) {
      parts.get(this)?.drawing.fingers.down(touches)
    },
    onMove({ touches }: WechatMiniprogram.TouchCanvas) {
      parts.get(this)?.drawing.fingers.move(touches)
    },
    onUp({ touches }: WechatMiniprogram.TouchCanvas) {
      parts.get(this)?.drawing.fingers.up(touches)
    },
    onCancel() {
      parts.get(this)?.drawing.fingers.cancel()
    },
    onTap() {
      parts.get(this)?.drawing.fingers.tap()
    },
    onNearer() {
      parts.get(this)?.drawing.zoom(2)
    },
    onFurther() {
      parts.get(this)?.drawing.zoom(1 / 2)
    },
    onWhole() {
      parts.get(this)?.drawing.showWhole()
    },
  },
})

/** What a component holds besides its data: neither a canvas nor ECharts can go through setData. */
interface Parts {
  readonly canvas: CanvasNode
  readonly drawing: Drawing
  readonly stop: () => void
}

const parts = new WeakMap<object, Parts>()
