import type { IntentCard } from '../../views/intent-card.view.ts'

/** 我要喂, as every phone of the family shows it. Tells `answer` with the intent and whether the dose was given. */
Component({
  properties: { card: { type: Object, value: {} as IntentCard } },
  methods: {
    onGiven() {
      this.triggerEvent('answer', { intentId: this.data.card.id, isGiven: true })
    },
    onNotGiven() {
      this.triggerEvent('answer', { intentId: this.data.card.id, isGiven: false })
    },
  },
})
