import { instant, type Instant } from '../../shared/time/instant.ts'

/** What time it is; tests bring their own. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instant(Date.now()) }
