import type { Zone } from '../time/zone.ts'
import type { DoseIntent } from './intent.ts'

/** What the guard must know beside the record: where the child lives, and whether this machine sees everybody's entries. */
export interface Situation {
  readonly zone: Zone
  /** False on a phone without network: it cannot see what others gave. */
  readonly online: boolean
  /** A guest's phone: its record is nobody else's, and what others gave stands nowhere. */
  readonly onlyThisPhone?: boolean
  /** Changes on this phone that others cannot see yet. */
  readonly unsentChanges: number
  /** Intents nobody has settled, running or run out; none when left out. */
  readonly intents?: readonly DoseIntent[]
}

/** Where the whole record is at hand: the server, and the command-line tools. */
export const wholeRecord = (zone: Zone): Situation => ({ zone, online: true, unsentChanges: 0 })
