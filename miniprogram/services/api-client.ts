import type { RouteId } from '../../shared/contract/routes.ts'
import type { CallArgs, Reply, SendRoute } from './send-route.ts'
import type { Session } from './session.ts'

export interface ApiClient {
  /** Calls a route as the person signed in. It never throws; a refused token is renewed once. */
  readonly call: <Id extends RouteId>(id: Id, args: CallArgs<Id>, timeoutMs?: number) => Promise<Reply<Id>>
}

export function createApiClient(sendRoute: SendRoute, session: Session): ApiClient {
  return {
    async call(id, args, timeoutMs) {
      const token = await session.token()
      if (!token.ok) return token
      const reply = await sendRoute(id, args, token.value, timeoutMs)
      if (reply.ok || reply.problem.code !== 'unauthenticated') return reply
      const renewed = await session.renew(token.value)
      return renewed.ok ? sendRoute(id, args, renewed.value, timeoutMs) : renewed
    },
  }
}
