/** An amount with a step down and up; the number itself is a button for who would rather type it. */
Component({
  properties: { text: String, lessText: String, moreText: String, typeText: String, canLess: Boolean },
  methods: {
    onLess() {
      if (this.data.canLess) this.triggerEvent('step', { by: -1 })
    },
    onMore() {
      this.triggerEvent('step', { by: 1 })
    },
    onType() {
      this.triggerEvent('type')
    },
  },
})
