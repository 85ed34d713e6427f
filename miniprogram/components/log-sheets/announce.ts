import type { LogProblem } from '../../services/entries/entries.ts'
import { failure, success, type Result } from '../../services/result.ts'
import { intentAnswered } from '../../stores/records/intents.ts'
import type { DoseContent } from '../../views/entry-content.ts'
import { core } from '../../wiring.ts'

/** 我要喂; whoever has said so a moment ago has said it already. The answer is the intent's id. */
export function announce(childId: string, dose: DoseContent): Result<string, LogProblem> {
  const accountId = core.account.state.get().open?.accountId ?? null
  const said = intentAnswered(core.family.get().intents, { childId, accountId }, dose)
  if (said !== null) return success(said)
  const { productId, ingredient, medicine, ml, count, mg } = dose
  const named = Object.entries({ productId, ingredient, medicine, ml, count, mg }).filter(([, value]) => value != null)
  const announced = core.intents.announce(childId, Object.fromEntries(named))
  return announced.ok ? success(announced.value.intentId) : failure(announced.problem)
}
