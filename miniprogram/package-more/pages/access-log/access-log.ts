import { screen } from '../../../behaviors/screen.ts'
import { clock, core, phoneOffsetMinutes } from '../../../wiring.ts'
import { membersTexts } from '../../texts/members.ts'
import { accessLogView, NOTHING, type AccessLogView, type Fetched } from './access-log.view.ts'

/** 谁来过: what the owner can look up about the right to see. */
Component({
  behaviors: [
    screen(
      (state, data) => accessLogView(state, data._fetched as Fetched, phoneOffsetMinutes(clock.now())),
      (language) => membersTexts(language).titles.accessLog,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _fetched: NOTHING, view: {} as AccessLogView },
  lifetimes: {
    attached() {
      void this.fetch()
    },
  },
  methods: {
    /** The latest, or what came before those that are here. */
    async fetch() {
      const { events } = this.data._fetched
      this.now({ ...this.data._fetched, isWaiting: true, problem: null })
      // Opened first of all, the phone does not know its family yet.
      if (core.account.state.get().open === null) await core.sync.now()
      const reply = await core.families.accessLog(events[events.length - 1]?.at)
      if (reply.ok) {
        const { events: earlier, more } = reply.value
        this.now({ events: [...events, ...earlier], more, isWaiting: false, problem: null })
      } else this.now({ ...this.data._fetched, isWaiting: false, problem: reply.problem, more: events.length > 0 })
    },
    now(fetched: Fetched) {
      this.setData({ _fetched: fetched })
      this.refresh()
    },
    onMore() {
      if (!this.data._fetched.isWaiting) void this.fetch()
    },
    onRetry() {
      if (this.data._fetched.problem !== null) void this.fetch()
    },
  },
})
