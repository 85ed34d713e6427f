import type { ApiProblem } from '../services/api-problem.ts'
import { success, type Result } from '../services/result.ts'
import { core } from '../wiring.ts'

/** Signs in first whoever is not; the reason is told by whoever asked for it. */
export function ensureSignedIn(): Promise<Result<null, ApiProblem>> {
  return core.account.state.get().who === 'signed_in' ? Promise.resolve(success(null)) : core.account.signIn()
}
