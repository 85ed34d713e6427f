import type { Duplicate } from '../../shared/analysis/duplicates.ts'
import type { ScreenState } from '../behaviors/screen.ts'
import { childRecordOf } from '../stores/records/child-record.ts'
import { openDuplicates } from '../stores/records/duplicates.ts'
import type { EntryRow } from '../stores/records/entry-row.ts'
import { roleOf, type Child, type Family } from '../stores/records/family.ts'

/** Two entries of a child that look alike. */
export interface OpenDuplicate extends Duplicate {
  readonly child: Child
}

/** Entries that two have changed at once, those that one of them has deleted among them. */
export const contestedEntries = ({ entries, matters }: Family): readonly EntryRow[] => [
  ...entries.filter(({ conflicting }) => conflicting.length > 0),
  ...matters.gone,
]

/** Of every child of the family. */
export const lookAlikes = (family: Family): readonly OpenDuplicate[] =>
  family.children.flatMap((child) =>
    openDuplicates(childRecordOf(family, child), family.duplicateAnswers).map((found) => ({ ...found, child })),
  )

/** How much waits for this person's word, beside what was not delivered; whoever may only look is not asked. */
export function openMatters({ family, open }: ScreenState): number {
  const role = open ? roleOf(family, open) : 'viewer'
  if (role === 'viewer') return 0
  const { facts, proposals } = family.matters
  const owners = role === 'owner' ? proposals.length : 0
  return contestedEntries(family).length + lookAlikes(family).length + facts.length + owners
}
