import type { LogProblem } from '../../services/entries/entries.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import { textsIn } from '../../texts/texts.ts'
import { choose, core, tell } from '../../wiring.ts'

const texts = () => textsIn(core.preferences.get().language)

/** Says why nothing was written down. */
export const refuse = (problem: LogProblem): Promise<void> =>
  tell({ title: texts().problemTitle, text: texts().problems[problem], yes: texts().common.close })

/** What to do with an entry that was not delivered; true: change it. */
export async function wantsToMend(row: EntryRow): Promise<boolean> {
  const { retry, edit, giveUp } = texts().common
  const choice = await choose([retry, edit, giveUp])
  if (choice === 0) core.entries.retry(row)
  if (choice === 2) core.entries.giveUp(row)
  return choice === 1
}
