import type { FactRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Change, ChangeOf } from '../../../shared/contract/schemas/sync.schema.ts'
import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { Failure, Row } from '../../services/outbox/row.ts'

type FactOp = 'fact.create' | 'fact.edit' | 'fact.delete' | 'fact.settle'
type FactRow = Row & { readonly change: ChangeOf<FactOp> }

/** How far this phone's own changes of a fact have come. */
export interface FactState {
  readonly state: 'pending' | 'failed'
  readonly failure: { readonly changeId: string; readonly op: FactOp; readonly failure: Failure } | null
  /** The last change of this phone that is not answered yet: what the next change builds on. */
  readonly lastChangeId: string | null
}

export interface Facts {
  readonly records: readonly FactRecord[]
  /** Only of facts with changes that are not stored yet, by their ids. */
  readonly states: ReadonlyMap<string, FactState>
}

/** The facts to show: the server's with every unsent change of this phone laid over them, in the order they were made. */
export function overlayFacts(records: readonly FactRecord[], unsent: readonly Row[]): Facts {
  const shown = new Map(records.map((record) => [record.id, record]))
  const states = new Map<string, FactState>()
  for (const row of unsent.filter(isFactRow)) {
    const { change, failure, isResent } = row
    const { factId } = change
    const before = shown.get(factId)
    // What was sent before is in the server's record already, with whatever happened to it since.
    if (before && before.revision > 0 && (isResent || change.op === 'fact.create')) continue
    const next = withChange(before, row)
    if (next) shown.set(factId, next)
    states.set(factId, stateAfter(states.get(factId), change, failure))
  }
  return { records: [...shown.values()], states }
}

const isFactRow = (row: Row): row is FactRow => isFactChange(row.change)

const isFactChange = (change: Change): change is ChangeOf<FactOp> => 'factId' in change

function withChange(before: FactRecord | undefined, { change, failure }: FactRow): FactRecord | undefined {
  switch (change.op) {
    case 'fact.create':
      return recordOf(change.factId, change.content)
    case 'fact.edit':
      return before && { ...before, ...recordOf(before.id, change.content), ...headOf(before) }
    case 'fact.settle':
      return before && failure === null ? settled(before, change) : before
    case 'fact.delete':
      return before && failure === null ? { ...before, deleted: true } : before
  }
}

/** What a person chose stands at once, and nobody is asked again until the server answers. */
function settled(before: FactRecord, { stands, conflicting }: ChangeOf<'fact.settle'>): FactRecord {
  const conflict = before.conflicts.find(({ revision }) => revision === stands)
  const content = typeof stands === 'number' ? (conflict?.content ?? null) : stands
  const conflicts = before.conflicts.filter(({ revision }) => !conflicting.includes(revision))
  const chosen = content === null ? before : { ...before, ...recordOf(before.id, content), ...headOf(before) }
  return { ...chosen, deleted: conflict ? conflict.content === null : before.deleted, conflicts }
}

const headOf = ({ seq, revision, conflicts }: FactRecord) => ({ seq, revision, conflicts })

/** A fact the server does not know yet: its revision is 0. */
function recordOf(id: string, content: FactContent): FactRecord {
  const head = { id, seq: 0, revision: 0, deleted: false, conflicts: [] }
  switch (content.kind) {
    case 'child':
      return { type: 'child', ...head, ...without(content) }
    case 'weight':
      return { type: 'weight', ...head, ...without(content) }
    case 'condition':
      return { type: 'condition', ...head, ...without(content) }
    case 'product':
      return { type: 'product', ...head, ...without(content) }
  }
}

function without<Content extends FactContent>(content: Content): Omit<Content, 'kind'> {
  const { kind: _, ...rest } = content
  return rest
}

function stateAfter(before: FactState | undefined, change: ChangeOf<FactOp>, failure: Failure | null): FactState {
  if (failure !== null)
    return {
      state: 'failed',
      failure: { changeId: change.changeId, op: change.op, failure },
      lastChangeId: before?.lastChangeId ?? null,
    }
  // A change made after one that failed waits for it.
  return { state: before?.state ?? 'pending', failure: before?.failure ?? null, lastChangeId: change.changeId }
}
