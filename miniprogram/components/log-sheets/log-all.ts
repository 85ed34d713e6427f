import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { Core } from '../../services/core.ts'
import type { LogProblem } from '../../services/entries/entries.ts'

export interface LoggedAll {
  /** How many of them, from the first. */
  readonly written: number
  /** Why the others were not; null when there are none. */
  readonly problem: LogProblem | null
}

/** Writes several things down, which are then undone together. Ends at the first that the phone does not take. */
export function logAll(
  { entries, undo }: Pick<Core, 'entries' | 'undo'>,
  childId: string,
  contents: readonly EntryContent[],
): LoggedAll {
  const takeBacks: (() => void)[] = []
  for (const content of contents) {
    const logged = entries.log(childId, content)
    if (!logged.ok) return offered(undo, takeBacks, logged.problem)
    takeBacks.unshift(undo.state.get()!.takeBack)
  }
  return offered(undo, takeBacks, null)
}

function offered(undo: Core['undo'], takeBacks: readonly (() => void)[], problem: LogProblem | null): LoggedAll {
  const takeBack = (): void => takeBacks.forEach((one) => one())
  if (takeBacks.length > 0) undo.offer({ what: 'saved', takeBack, keep: () => undefined })
  return { written: takeBacks.length, problem }
}
