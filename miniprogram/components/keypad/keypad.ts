/** Large digits for one thumb: 1–9, a key on each side of the 0. A press is told, nothing is kept here. */
Component({
  properties: {
    /** Words of the two keys that are no digits. */
    backspaceText: String,
    clearText: String,
    /** The left key: `clear`, or the point of a decimal number. */
    left: { type: String, value: 'clear' },
  },
  data: {
    rows: [
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ],
  },
  methods: {
    onKey(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.triggerEvent('press', { key: event.currentTarget.dataset.key })
    },
  },
})
