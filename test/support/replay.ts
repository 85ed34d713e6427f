import { isDeepStrictEqual } from 'node:util'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { ChangeOf } from '../../shared/contract/schemas/sync.schema.ts'

export type EntryChange = ChangeOf<'entry.create' | 'entry.edit' | 'entry.delete' | 'entry.settle'>

/** An entry as the rule of the architecture has it, written down once more and as plainly as can be. */
export interface ModelEntry {
  revision: number
  content: EntryContent | null
  /** Every revision with what it said, and whether it came too late. */
  readonly said: Map<number, { content: EntryContent | null; isStale: boolean }>
  readonly settled: Set<number>
}

/** Changes in the order in which they were stored, one after the other: what each entry is then. */
export class Replay {
  readonly entries = new Map<string, ModelEntry>()
  private readonly revisionOf = new Map<string, { entryId: string; revision: number }>()

  /** Whether it is in force, or kept beside what is. */
  apply(change: EntryChange): 'saved' | 'conflict' {
    if (change.op === 'entry.create') {
      const first = { content: change.content, isStale: false }
      const entry = { revision: 1, content: change.content, said: new Map([[1, first]]), settled: new Set<number>() }
      this.entries.set(change.entryId, entry)
      this.revisionOf.set(change.changeId, { entryId: change.entryId, revision: 1 })
      return 'saved'
    }
    const entry = this.entries.get(change.entryId)!
    const base = this.baseOf(change)
    const content = contentOf(change, entry)
    const isInTime = this.isInTime(change, entry, base)
    const revision = entry.said.size + 1
    entry.said.set(revision, { content, isStale: !isInTime })
    this.revisionOf.set(change.changeId, { entryId: change.entryId, revision })
    if (!isInTime) return 'conflict'
    entry.revision = revision
    entry.content = content
    if (change.op === 'entry.settle') for (const one of change.conflicting) entry.settled.add(one)
    return 'saved'
  }

  /** Revisions that came too late and that nobody has settled. */
  conflictsOf(entryId: string): number[] {
    const { said, settled } = this.entries.get(entryId)!
    return [...said]
      .filter(([revision, { isStale }]) => isStale && !settled.has(revision))
      .map(([revision]) => revision)
  }

  private baseOf({ baseRevision, baseChangeId }: Exclude<EntryChange, { op: 'entry.create' }>): number | null {
    return baseChangeId === undefined ? baseRevision : (this.revisionOf.get(baseChangeId)?.revision ?? null)
  }

  private isInTime(change: EntryChange, entry: ModelEntry, base: number | null): boolean {
    switch (change.op) {
      case 'entry.create':
        return true
      case 'entry.edit':
        return entry.content !== null && base === entry.revision
      case 'entry.delete':
        return entry.content === null || base === entry.revision
      case 'entry.settle': {
        const isAgreed = isDeepStrictEqual(contentOf(change, entry), entry.content)
        return isAgreed || (base === entry.revision && change.conflicting.every((one) => !entry.settled.has(one)))
      }
    }
  }
}

function contentOf(change: EntryChange, { said }: ModelEntry): EntryContent | null {
  switch (change.op) {
    case 'entry.create':
    case 'entry.edit':
      return change.content
    case 'entry.delete':
      return null
    case 'entry.settle':
      return typeof change.stands === 'number' ? said.get(change.stands)!.content : change.stands
  }
}
