import type { LogProblem } from '../../services/entries/entries.ts'
import { textsIn } from '../../texts/texts.ts'
import { core, tell } from '../../wiring.ts'

const texts = () => textsIn(core.preferences.get().language)

/** Says why nothing was written down. */
export const refuse = (problem: LogProblem): Promise<void> =>
  tell({ title: texts().problemTitle, text: texts().problems[problem], yes: texts().common.close })
