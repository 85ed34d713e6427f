/** What was just done, for as long as it can be undone. */
Component({
  properties: { text: String, undoText: String },
  methods: {
    onUndo() {
      this.triggerEvent('undo')
    },
  },
})
