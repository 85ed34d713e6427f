import type { DuplicateAnswer, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { findDuplicates, type Duplicate } from '../../../shared/analysis/duplicates.ts'
import type { ChildRecord } from '../../../shared/record/child-record.ts'
import type { Row } from '../../services/outbox/row.ts'

type Acknowledgement = Extract<SyncRecord, { type: 'acknowledgement' }>

/** The same for a pair whichever of the two is named first. */
const pairOf = (entryIds: readonly [string, string]): string => [...entryIds].sort().join(' ')

/** What was answered of entries that look alike, the server's answers and this phone's since, by pair. */
export function answersOf(
  records: readonly Acknowledgement[],
  unsent: readonly Row[],
): ReadonlyMap<string, DuplicateAnswer> {
  const answers = new Map(records.map(({ entryIds, answer }) => [pairOf(entryIds), answer]))
  for (const { change, failure } of unsent)
    if (change.op === 'duplicate.answer' && failure === null) answers.set(pairOf(change.entryIds), change.answer)
  return answers
}

/** The entries of a child that are still to be asked about: until then both count. */
export const openDuplicates = (
  { entries, products }: ChildRecord,
  answers: ReadonlyMap<string, DuplicateAnswer>,
): readonly Duplicate[] => findDuplicates(entries, products).filter(({ entryIds }) => !answers.has(pairOf(entryIds)))
