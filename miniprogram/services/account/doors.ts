import type { RouteId } from '../../../shared/contract/routes.ts'
import { clientProblem, passes } from '../api-problem.ts'
import { failure, success } from '../result.ts'
import type { CallArgs, Reply, SendRoute } from '../send-route.ts'
import type { Session } from '../session.ts'
import type { Joining, Outcome } from './account.ts'
import type { Attempts } from './attempts.ts'

interface Parts {
  readonly sendRoute: SendRoute
  readonly session: Session
  readonly attempts: Attempts
  /** A code of WeChat's; null: it gives none. */
  readonly loginCode: () => Promise<string | null>
}

/** The ways in. Each ends with a session of this phone, or tells why not. */
export interface Doors {
  readonly wechat: () => Outcome
  readonly demo: () => Outcome
  readonly link: (secret: string) => Outcome
  readonly join: (code: string, joining: Joining) => Outcome
}

export function createDoors({ sendRoute, session, attempts, loginCode }: Parts): Doors {
  const through = async <Id extends 'auth.wechat' | 'auth.local' | 'auth.localJoin'>(
    id: Id,
    body: CallArgs<Id>['body'],
  ): Promise<Reply<Id>> => {
    const reply: Reply<Id> = await sendRoute<Id>(id, { params: {}, query: {}, body } as CallArgs<Id>, null)
    if (reply.ok) session.enter(reply.value)
    return reply
  }
  /** An attempt is over once the server has said anything definite. */
  const done = (kind: 'link' | 'join', reply: Reply<RouteId>): Awaited<Outcome> => {
    if (reply.ok || !passes(reply.problem)) attempts.answered(kind)
    return reply.ok ? success(null) : reply
  }
  return {
    async wechat() {
      const code = await loginCode()
      if (code === null) return failure(clientProblem('network'))
      // A code is good once; after a lost answer the next one signs in the same person.
      const reply = await through('auth.wechat', { code })
      return reply.ok ? success(null) : reply
    },
    async demo() {
      const token = await session.token()
      return token.ok ? success(null) : token
    },
    async link(secret) {
      const attemptId = attempts.idFor('link', secret)
      return done('link', await through('auth.local', { secret, attemptId }))
    },
    async join(code, { ownName: memberName, consentVersion }) {
      const attemptId = attempts.idFor('join', code)
      return done('join', await through('auth.localJoin', { code, memberName, attemptId, consentVersion }))
    },
  }
}
