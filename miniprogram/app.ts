import { absence, core } from './wiring.ts'

App({
  onLaunch() {
    absence.came()
    core.wakeUp()
  },
})
