import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'

/** The id of what a change is about. */
export function subjectOf(change: Change): string {
  switch (change.op) {
    case 'entry.create':
    case 'entry.edit':
    case 'entry.delete':
    case 'entry.settle':
    case 'entry.erase':
      return change.entryId
    case 'fact.create':
    case 'fact.edit':
    case 'fact.delete':
    case 'fact.settle':
      return change.factId
    case 'intent.create':
    case 'intent.deny':
      return change.intentId
    case 'proposal.settle':
      return change.proposalId
    case 'duplicate.answer':
    case 'duty.take':
      return change.changeId
  }
}

/** The ids of what must be there before the change can be taken: a weight's child, a dose's product. */
export function groundsOf(change: Change): readonly string[] {
  const grounds: string[] = []
  if ('childId' in change) grounds.push(change.childId)
  if (change.op === 'duplicate.answer') grounds.push(...change.entryIds)
  if (change.op === 'intent.create' && change.medicine.productId != null) grounds.push(change.medicine.productId)
  if (!('content' in change)) return grounds
  const { content } = change
  if ('childId' in content) grounds.push(content.childId)
  if (content.kind === 'dose' && content.productId != null) grounds.push(content.productId)
  return grounds
}

/** Whether the change brings its subject into being. */
export const isFirst = ({ op }: Change): boolean =>
  op === 'entry.create' || op === 'fact.create' || op === 'intent.create'
