import type { ListRow } from '../../views/list-row.ts'

/** A card of lines, each with what it leads to: `choose` tells which was tapped. */
Component({
  properties: { rows: { type: Array, value: [] as ListRow[] } },
  methods: {
    onRow(event: WechatMiniprogram.TouchEvent<object, object, { key: string; opens: boolean }>) {
      const { key, opens } = event.currentTarget.dataset
      if (opens) this.triggerEvent('choose', { key })
    },
  },
})
