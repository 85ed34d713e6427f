import { screenState } from '../behaviors/screen.ts'
import type { ApiProblem } from '../services/api-problem.ts'
import { tell } from '../wiring.ts'
import { refusedText } from './refused.view.ts'
import { membersTexts } from './texts/members.ts'

/** Tells it in a dialog. */
export function tellRefused(problem: Pick<ApiProblem, 'code'>): Promise<void> {
  const { preferences, texts } = screenState()
  const words = membersTexts(preferences.language)
  return tell({ title: words.refused.title, text: refusedText(problem, words, texts), yes: words.close })
}
