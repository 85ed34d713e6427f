import type { ChildRecord } from '../../shared/record/child-record.ts'
import { zoneOf, type Zone } from '../../shared/time/zone.ts'
import type { Preferences } from './preferences.store.ts'
import { childRecordOf } from './records/child-record.ts'
import type { EntryRow } from './records/entry-row.ts'
import type { Child, Family } from './records/family.ts'

/** The child the screens show, with all that is known of it. */
export interface CurrentChild {
  readonly child: Child
  readonly record: ChildRecord
  /** Where its clocks are. */
  readonly zone: Zone
  /** Its entries, as the record has them and as rows to show. */
  readonly rows: readonly EntryRow[]
}

/** The chosen child, or the family's first one; null when there is none. `here` is this phone's zone. */
export function currentChild(family: Family, { childId }: Preferences, here: Zone): CurrentChild | null {
  const child = family.children.find(({ id }) => id === childId) ?? family.children[0]
  if (!child) return null
  return {
    child,
    record: childRecordOf(family, child),
    zone: zoneOf(child.timeZone, here),
    rows: family.entries.filter((row) => row.childId === child.id),
  }
}
