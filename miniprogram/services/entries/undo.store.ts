import type { Clock } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'

/** What has just been done and can still be undone. */
export interface Undoable {
  readonly what: 'saved' | 'edited' | 'deleted' | 'erased'
  readonly takeBack: () => void
  /** What to do when the time is over and nobody took it back. */
  readonly keep: () => void
}

export interface UndoStore {
  readonly state: Readable<Undoable | null>
  readonly offer: (undoable: Undoable) => void
  readonly undo: () => void
  /** The time to think again is over. */
  readonly finish: () => void
}

/** The last thing done, for as long as it can be undone; the next one ends its time. */
export function createUndoStore(clock: Clock, ms: number): UndoStore {
  const state = observable<Undoable | null>(null)
  let stopTimer: () => void = () => undefined

  const close = (): Undoable | null => {
    const undoable = state.get()
    stopTimer()
    state.set(null)
    return undoable
  }
  const finish = (): void => close()?.keep()

  return {
    state,
    offer(undoable) {
      finish()
      stopTimer = clock.after(ms, finish)
      state.set(undoable)
    },
    undo: () => close()?.takeBack(),
    finish,
  }
}
