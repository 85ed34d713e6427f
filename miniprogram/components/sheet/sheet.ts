const CLOSE_AFTER = 80

/** A sheet that rises from the bottom. It closes by its cross, by a tap beside it, or when it is drawn down. */
Component({
  options: { multipleSlots: true },
  properties: {
    title: String,
    closeText: String,
    /** Opens what has become of the entry so far; tells `history`, through every sheet. */
    historyText: String,
    /** Id of what the body is to be scrolled to. */
    into: String,
  },
  data: { drawn: 0 },
  methods: {
    onClose() {
      this.triggerEvent('close')
    },
    onHistory() {
      this.triggerEvent('history', {}, { bubbles: true, composed: true })
    },
    onDrawStart(event: WechatMiniprogram.TouchEvent) {
      startY = event.touches[0]?.clientY ?? 0
    },
    onDraw(event: WechatMiniprogram.TouchEvent) {
      const drawn = Math.max(0, Math.round((event.touches[0]?.clientY ?? startY) - startY))
      if (drawn !== this.data.drawn) this.setData({ drawn })
    },
    onDrawEnd() {
      if (this.data.drawn > CLOSE_AFTER) this.triggerEvent('close')
      this.setData({ drawn: 0 })
    },
    /** Keeps taps and scrolls inside from reaching the page below. */
    onInside() {
      return
    },
  },
})

// One finger draws one sheet at a time.
let startY = 0
