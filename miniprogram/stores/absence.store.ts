import { HOUR, MINUTE, type Instant } from '../../shared/time/instant.ts'
import type { Clock, Storage } from '../platform/ports.ts'
import { observable, type Readable } from './observable.ts'

/** From when on an absence is long enough to be told what happened in it. */
const LONG = 20 * MINUTE
/** After a longer one the timeline is the better account. */
const TOO_LONG = 24 * HOUR
const KEY = 'lastLooked'

/** A time in which nobody looked at this phone's app. */
export interface Absence {
  readonly from: Instant
  readonly to: Instant
}

export interface AbsenceStore extends Readable<Absence | null> {
  /** The app is before the person's eyes, or no longer. */
  readonly came: () => void
  readonly went: () => void
  /** The person has read what happened. */
  readonly dismiss: () => void
}

/** The last long absence, until the person has read what happened in it. It survives the app. */
export function createAbsenceStore(storage: Storage, clock: Clock): AbsenceStore {
  const state = observable<Absence | null>(null)
  let stopBeating: () => void = () => undefined
  const keep = (): void => {
    try {
      storage.set(KEY, clock.now())
    } catch {
      // A full phone forgets when it was looked at; that stops nobody.
    }
  }
  /** WeChat may end the app without a word: what is kept is never more than a minute old. */
  const beat = (): void => {
    keep()
    stopBeating()
    stopBeating = clock.after(MINUTE, beat)
  }
  return {
    ...state,
    came() {
      const from = storage.get(KEY)
      const to = clock.now()
      if (typeof from === 'number' && to - from >= LONG && to - from <= TOO_LONG)
        state.set({ from: from as Instant, to })
      beat()
    },
    went() {
      stopBeating()
      keep()
    },
    dismiss: () => state.set(null),
  }
}
