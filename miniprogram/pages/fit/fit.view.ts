import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import { RED_FLAG_LIMITS } from '../../../shared/red-flags/limits.ts'
import { MINUTE, SECOND, type Instant } from '../../../shared/time/instant.ts'
import { clockText } from '../../../shared/time/zone.ts'
import type { ScreenState } from '../../behaviors/screen.ts'

export interface FitView {
  readonly isLarge: boolean
  readonly call: string
  /** It has gone on for so long that only 120 counts. */
  readonly isEmergency: boolean
  readonly time: string
  readonly clock: string
  readonly again: string
  readonly steps: readonly string[]
  readonly stopped: string
  /** Offered once it has stopped, to those who have a child's record. */
  readonly logText: string
  readonly log: string
  readonly done: string
}

/** One fit as the card has seen it. */
export interface Fit {
  readonly from: Instant
  /** null: it goes on. */
  readonly to: Instant | null
  readonly isLogged: boolean
}

const { fitEmergency } = RED_FLAG_LIMITS

/** The card for a fit. It needs no network, no child and no record. */
export function fitView({ now, current, texts, preferences }: ScreenState, { from, to, isLogged }: Fit): FitView {
  const { fit } = texts
  const lasted = (to ?? now) - from
  const isEmergency = to === null && lasted >= fitEmergency.value * MINUTE
  const asksToLog = to !== null && !isLogged && current !== null
  return {
    isLarge: preferences.isLarge,
    call: isEmergency ? fit.callNow : fit.call,
    isEmergency,
    time: stopwatch(lasted),
    clock: to === null ? fit.clock : fit.stoppedAfter,
    again: fit.again,
    steps: [fit.steps.side, fit.steps.mouth, fit.steps.time(fitEmergency.value), fit.steps.after],
    stopped: to === null ? fit.stopped : '',
    logText: asksToLog ? fit.logText : '',
    log: asksToLog ? fit.log(current.child.name) : '',
    done: isLogged ? fit.logged : '',
  }
}

/** `2:05`, minutes and seconds. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The fit as entries: that there was one, when it began, and for how long the card ran. */
export function fitEntries(
  { from, to }: Fit,
  { current, texts }: ScreenState,
  stamp: (at: Instant) => string,
): readonly EntryContent[] {
  if (!current || to === null) return []
  const text = texts.fit.note(clockText(from, current.zone), stopwatch(to - from))
  return [
    { kind: 'symptom', at: stamp(from), code: 'seizure', present: true },
    { kind: 'note', at: stamp(to), text },
  ]
}
