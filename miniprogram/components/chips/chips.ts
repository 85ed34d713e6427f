export interface Chip {
  readonly value: string
  readonly name: string
  readonly aria?: string
}

/** One of several, each a tap away. */
Component({
  properties: {
    options: { type: Array, value: [] as Chip[] },
    value: String,
    /** What is chosen here, for those who hear the screen. */
    label: String,
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.triggerEvent('choose', { value: event.currentTarget.dataset.value })
    },
  },
})
