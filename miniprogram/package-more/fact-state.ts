import type { FactRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Family } from '../stores/records/family.ts'
import type { ChildTexts } from './texts/child.ts'

/** What a fact is still waiting for: to be sent, to be tried again, or for a person's word. '' when for nothing. */
export function factBadge(
  { id, conflicts }: Pick<FactRecord, 'id' | 'conflicts'>,
  { factStates }: Pick<Family, 'factStates'>,
  words: Pick<ChildTexts, 'pending' | 'failed' | 'conflict'>,
): string {
  if (conflicts.length > 0) return words.conflict
  const state = factStates.get(id)?.state
  return state === undefined ? '' : state === 'failed' ? words.failed : words.pending
}
