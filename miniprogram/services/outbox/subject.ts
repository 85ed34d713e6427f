import type { Change } from '../../../shared/contract/schemas/sync.schema.ts'

/** The id of what a change is about. */
export function subjectOf(change: Change): string {
  switch (change.op) {
    case 'entry.create':
    case 'entry.edit':
    case 'entry.delete':
      return change.entryId
    case 'fact.create':
    case 'fact.edit':
    case 'fact.delete':
      return change.factId
    case 'duty.take':
      return change.changeId
  }
}

/** The ids of what must be there before the change can be taken: a weight's child, a dose's product. */
export function groundsOf(change: Change): readonly string[] {
  const grounds: string[] = []
  if ('childId' in change) grounds.push(change.childId)
  if (!('content' in change)) return grounds
  const { content } = change
  if ('childId' in content) grounds.push(content.childId)
  if (content.kind === 'dose' && content.productId != null) grounds.push(content.productId)
  return grounds
}

/** Whether the change brings its subject into being. */
export const isFirst = ({ op }: Change): boolean => op === 'entry.create' || op === 'fact.create'
