import type { AccountNote } from '../../views/account-note.ts'
import { core, openPage } from '../../wiring.ts'

/** One line on whose record this is, which leads to where that can be changed. */
Component({
  properties: { note: { type: Object, value: {} as AccountNote } },
  methods: {
    onTap() {
      const { page } = this.data.note
      if (page === '') core.account.leaveSample()
      else openPage(page)
    },
  },
})
