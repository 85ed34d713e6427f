import { core } from './wiring.ts'

App({
  onLaunch() {
    core.wakeUp()
  },
})
