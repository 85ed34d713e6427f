import { StorageFull, type Storage } from '../../platform/ports.ts'

/** From here on the person is told that the phone is filling up. */
export const STORAGE_TIGHT = 0.8

/**
 * Storage for what nobody else has: before it is refused, what can be had again is given up, bit by bit. `giveUp`: gives up
 * something; false when nothing is left.
 */
export const roomyStorage = (storage: Storage, giveUp: () => boolean): Storage => ({
  ...storage,
  set(key, value) {
    for (;;) {
      try {
        storage.set(key, value)
        return
      } catch (error) {
        if (!(error instanceof StorageFull) || !giveUp()) throw error
      }
    }
  },
})
