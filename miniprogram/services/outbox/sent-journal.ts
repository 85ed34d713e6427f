import { DAY, shift, type Instant } from '../../../shared/time/instant.ts'
import { dateText, fixedZone } from '../../../shared/time/zone.ts'
import type { Clock, Storage } from '../../platform/ports.ts'
import type { Row } from './row.ts'

const PREFIX = 'sent/'
const KEPT = 30 * DAY
const UTC = fixedZone(0)

const keyOf = (at: Instant): string => PREFIX + dateText(at, UTC)

/**
 * What the server has stored, kept for 30 days: after a restore from backup it may have lost some of it, and gets it again.
 * A second line of defence: when the phone is full, the oldest days go first, and logging goes on.
 */
export interface SentJournal {
  readonly keep: (row: Row) => void
  readonly drop: (isErased: (row: Row) => boolean) => void
  /** Every row still kept, in order. */
  readonly all: () => readonly Row[]
  /** Drops the oldest day; false when there is none. */
  readonly giveUpOldest: () => boolean
  /** The highest order of the last day's rows; 0 when there are none. */
  readonly lastOrder: () => number
}

export function createSentJournal(storage: Storage, clock: Clock): SentJournal {
  const days = (): string[] =>
    storage
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .sort()
  const read = (key: string): readonly Row[] => (storage.get(key) as readonly Row[] | undefined) ?? []

  const dropOld = (): void => {
    const oldest = keyOf(shift(clock.now(), -KEPT))
    for (const key of days()) if (key < oldest) storage.remove(key)
  }

  const write = (key: string, rows: readonly Row[]): void => {
    try {
      storage.set(key, rows)
    } catch {
      const [oldest] = days()
      if (oldest !== undefined && oldest !== key) storage.remove(oldest)
    }
  }

  dropOld()
  return {
    keep(row) {
      const key = keyOf(clock.now())
      const rows = read(key)
      if (rows.length === 0) dropOld()
      if (rows.some(({ change }) => change.changeId === row.change.changeId)) return
      write(key, [...rows, row])
    },
    drop(isErased) {
      for (const key of days()) {
        const rows = read(key)
        const left = rows.filter((row) => !isErased(row))
        if (left.length === 0) storage.remove(key)
        else if (left.length < rows.length) storage.set(key, left)
      }
    },
    all: () =>
      days()
        .flatMap(read)
        .sort((a, b) => a.order - b.order),
    giveUpOldest() {
      const [oldest] = days()
      if (oldest === undefined) return false
      storage.remove(oldest)
      return true
    },
    lastOrder: () =>
      days()
        .slice(-1)
        .flatMap(read)
        .reduce((last, { order }) => Math.max(last, order), 0),
  }
}
