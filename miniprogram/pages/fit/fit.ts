import { SECOND, formatStamp, type Instant } from '../../../shared/time/instant.ts'
import { screen, screenState } from '../../behaviors/screen.ts'
import { logAll } from '../../components/log-sheets/log-all.ts'
import { callNumber, child, clock, core, knock, phoneOffsetMinutes, tell } from '../../wiring.ts'
import { fitEntries, fitView, type Fit, type FitView } from './fit.view.ts'

const EMERGENCY_NUMBER = '120'
const begun = (): Fit => ({ from: clock.now(), to: null, isLogged: false })
const stampOf = (at: Instant): string => formatStamp({ at, offsetMinutes: phoneOffsetMinutes(at) })

/** 抽搐卡: 120 first, what to do, and a stopwatch that runs as soon as the card is open. */
Component({
  behaviors: [screen((state, data) => fitView(state, data._fit as Fit))],
  options: { pureDataPattern: /^_/ },
  data: { _fit: begun(), view: {} as FitView },
  lifetimes: {
    attached() {
      this.show(begun())
      this.tick()
    },
    detached() {
      stops.get(this)?.()
      stops.delete(this)
    },
  },
  methods: {
    show(fit: Fit) {
      this.setData({ _fit: fit })
      this.refresh()
    },
    tick() {
      stops.set(
        this,
        clock.after(SECOND, () => {
          this.refresh()
          this.tick()
        }),
      )
    },
    onCall() {
      callNumber(EMERGENCY_NUMBER)
    },
    onAgain() {
      this.show(begun())
    },
    onStopped() {
      this.show({ ...this.data._fit, to: clock.now() })
    },
    onLog() {
      const current = child.get()
      const fit = this.data._fit
      if (!current || fit.isLogged) return
      const { problem } = logAll(core, current.child.id, fitEntries(fit, screenState(), stampOf))
      if (problem !== null) {
        const { texts } = screenState()
        void tell({ title: texts.problemTitle, text: texts.problems[problem], yes: texts.common.close })
        return
      }
      knock()
      this.show({ ...fit, isLogged: true })
    },
  },
})

const stops = new WeakMap<object, () => void>()
