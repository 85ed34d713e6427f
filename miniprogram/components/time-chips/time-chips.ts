import type { TimeChoice, TimeChipsView } from '../../views/time-choice.ts'

/** When it happened: a few minutes ago by chips, anything else by WeChat's own pickers. Tells the choice. */
Component({
  properties: { view: { type: Object, value: {} as TimeChipsView } },
  methods: {
    onAgo(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.tell({ kind: 'ago', minutes: Number(event.currentTarget.dataset.value) })
    },
    onClock({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { hasDate, date } = this.data.view
      this.tell(hasDate ? { kind: 'date', date, clock: detail.value } : { kind: 'clock', clock: detail.value })
    },
    onDate({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell({ kind: 'date', date: detail.value, clock: this.data.view.clock })
    },
    tell(choice: TimeChoice) {
      this.triggerEvent('choose', { choice })
    },
  },
})
