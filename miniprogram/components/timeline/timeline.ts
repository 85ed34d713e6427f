import type { TimelineRow } from '../../views/timeline.view.ts'

/** Entries as lines under their days. A tap opens one. */
Component({
  properties: { rows: { type: Array, value: [] as TimelineRow[] } },
  methods: {
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('open', { entryId: event.currentTarget.dataset.id })
    },
  },
})
