import type { Storage } from '../../platform/ports.ts'
import type { Row } from './row.ts'

const PREFIX = 'outbox/'
const DIGITS = 16

type Place = Pick<Row, 'order' | 'id'>

/** Sorted by order; the id keeps two rows apart though a wrong clock had given them one order. */
const keyOf = ({ order, id }: Place): string => `${PREFIX}${String(order).padStart(DIGITS, '0')}/${id}`

/** One key per row: a row is there or it is not, whenever the phone dies, and no list of them can be out of step. */
export interface RowStorage {
  readonly load: () => readonly Row[]
  /** Throws StorageFull. */
  readonly put: (row: Row) => void
  readonly remove: (row: Place) => void
}

export function createRowStorage(storage: Storage): RowStorage {
  return {
    load: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .sort()
        .map((key) => storage.get(key))
        .filter((row): row is Row => row !== undefined),
    put: (row) => storage.set(keyOf(row), row),
    remove: (row) => storage.remove(keyOf(row)),
  }
}
