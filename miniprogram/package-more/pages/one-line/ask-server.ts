import type { DoseQuestionJson } from '../../../../shared/dosing/question.ts'
import { checkThere } from '../../../services/dose-check.ts'
import { core } from '../../../wiring.ts'
import { keyOf, type Heard } from './server-checks.ts'

/** Asks the server each of these questions; the answers by their keys. */
export async function askServer(
  questions: readonly DoseQuestionJson[],
  where: { readonly familyId: string; readonly childId: string },
): Promise<Heard> {
  const answers = questions.map(
    async (question) => [keyOf(question), await checkThere(core.client, where, question)] as const,
  )
  return Object.fromEntries(await Promise.all(answers))
}
