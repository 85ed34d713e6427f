import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import { core, knock } from '../../wiring.ts'
import { refuse } from './not-taken.ts'
import type { Subject } from './subject.ts'

/** Writes down what a sheet was about; true when that has worked, else the person has been told why not. */
export function writeDown({ current, row, intent }: Subject, content: EntryContent): boolean {
  const { entries } = core
  const logged = !row
    ? entries.log(current.child.id, content, intent?.id)
    : // Whoever changes what two have changed says what was meant, and ends that.
      row.conflicting.length > 0
      ? entries.settle(row, content)
      : entries.edit(row, content)
  if (logged.ok) knock()
  else void refuse(logged.problem)
  return logged.ok
}
