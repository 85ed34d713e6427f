import type { EntryRow } from './entry-row.ts'
import type { Family } from './family.ts'

/** A guest's family: what is written down is where it is to be, and waits for nothing. */
export const asKept = (family: Family): Family => ({ ...family, entries: family.entries.map(kept) })

const kept = (row: EntryRow): EntryRow => (row.state === 'pending' ? { ...row, state: 'saved' } : row)
