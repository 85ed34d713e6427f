import type { Instant } from '../../../shared/time/instant.ts'
import type { ApiProblem } from '../api-problem.ts'

/** How this phone stands to the server, for banners and for the dose guard. */
export interface Connection {
  /** What the phone says of its network. */
  readonly hasNetwork: boolean
  /** How the last request went; null: none has been answered since the app was started. */
  readonly problem: ApiProblem['code'] | null
  readonly syncedAt: Instant | null
  /** News arrive by themselves. */
  readonly isLive: boolean
}

export const UNTRIED: Connection = { hasNetwork: true, problem: null, syncedAt: null, isLive: false }

/** A pull this old still counts as seeing what others have just written. */
const FRESH_MS = 60_000

/** Whether this phone sees what others write now, as far as it can know. */
export const seesOthers = ({ hasNetwork, problem, syncedAt, isLive }: Connection, now: Instant): boolean =>
  hasNetwork && problem === null && syncedAt !== null && (isLive || now - syncedAt <= FRESH_MS)

/** Whether what is logged now has to wait. */
export const isOffline = ({ hasNetwork, problem }: Connection): boolean =>
  !hasNetwork || problem === 'network' || problem === 'timeout'
