import type { EntryRecord, FactRecord, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Row } from '../../services/outbox/row.ts'
import type { EntryRow } from './entry-row.ts'
import { fromRecord, type NameOf } from './overlay.ts'

export type Proposal = Extract<SyncRecord, { type: 'proposal' }>

/** What waits for a person's word and is not among what the screens show anyway. */
export interface Matters {
  /** Entries that one has deleted while another changed them. */
  readonly gone: readonly EntryRow[]
  /** Facts of which contradicting revisions stand side by side. */
  readonly facts: readonly FactRecord[]
  /** What a former member had not sent: the owner says whether it counts. */
  readonly proposals: readonly Proposal[]
  /** Changes of this phone that the server has refused. */
  readonly failed: readonly Row[]
}

export const NO_MATTERS: Matters = { gone: [], facts: [], proposals: [], failed: [] }

interface Known {
  readonly entries: readonly EntryRecord[]
  readonly facts: readonly FactRecord[]
  readonly proposals: readonly Proposal[]
}

/** What this phone has settled already is over in its eyes. */
export function mattersOf({ entries, facts, proposals }: Known, unsent: readonly Row[], nameOf: NameOf): Matters {
  const settled = new Set(unsent.filter(({ failure }) => failure === null).map(({ change }) => settledBy(change)))
  return {
    gone: entries
      .filter(({ id, deleted, conflicts }) => deleted && conflicts.length > 0 && !settled.has(id))
      .map((entry) => fromRecord(entry, nameOf)),
    facts: facts.filter(({ conflicts }) => conflicts.length > 0),
    proposals: proposals.filter(({ id, state }) => state === 'open' && !settled.has(id)),
    failed: unsent.filter(({ failure }) => failure !== null),
  }
}

function settledBy(change: Row['change']): string | null {
  if (change.op === 'entry.settle') return change.entryId
  return change.op === 'proposal.settle' ? change.proposalId : null
}
