import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type Entry } from '../record/entry.ts'
import { readingOf } from '../curve/timeline.ts'
import { fixedZone, isKnownZone, zoneOf, type Zone } from '../time/zone.ts'

/**
 * The zone the tools use for a record: the child's; where none is named or known, the offset of the first febrile entry,
 * else of the first entry; null when there is no entry either.
 */
export function recordZone({ child, entries }: ChildRecord): Zone | null {
  const inOrder = [...entries].sort(byTime)
  const first = inOrder.find(isFebrile) ?? inOrder[0]
  if (first) return zoneOf(child.timeZone, fixedZone(first.offsetMinutes))
  return child.timeZone !== null && isKnownZone(child.timeZone) ? zoneOf(child.timeZone, fixedZone(0)) : null
}

const isFebrile = (entry: Entry): boolean => entry.kind === 'temperature' && readingOf(entry)?.febrile === true
