import { instant } from '../../shared/time/instant.ts'
import type { Clock } from './ports.ts'

export const clock: Clock = {
  now: () => instant(Date.now()),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
