import type { Api } from '../../shared/contract/endpoints.ts'
import { API_PREFIX, routeOf, VERSION_HEADER, type RouteId } from '../../shared/contract/routes.ts'
import type { HttpRequest, SendRequest } from '../platform/ports.ts'
import { clientProblem, problemOf, type ApiProblem } from './api-problem.ts'
import { failure, success, type Result } from './result.ts'

export type CallArgs<Id extends RouteId> = Api['request'][Id]
export type Reply<Id extends RouteId> = Result<Api['response'][Id], ApiProblem>

/** One route of the contract, called with a token or without one. It never throws. */
export type SendRoute = <Id extends RouteId>(
  id: Id,
  args: CallArgs<Id>,
  token: string | null,
  timeoutMs?: number,
) => Promise<Reply<Id>>

const TIMEOUT_MS = 15_000

/** `undefined` stands for an argument that was not given; it never appears in an address. */
type Texts = Readonly<Record<string, string | undefined>>

export function createSendRoute(send: SendRequest, apiBase: string, version: string): SendRoute {
  return async (id, args, token, timeoutMs = TIMEOUT_MS) => {
    const request: HttpRequest = {
      method: routeOf(id).method,
      url: addressOf(apiBase, id, args),
      headers: headersFor(version, token),
      body: args.body,
      timeoutMs,
    }
    const answer = await send(request)
    if (answer.kind === 'unanswered') return failure(clientProblem(answer.reason))
    if (answer.status < 200 || answer.status >= 300) return failure(problemOf(answer))
    // Only our own API answers with an object; a café's sign-in page answers 200 with a text.
    if (typeof answer.body !== 'object' || answer.body === null) return failure(clientProblem('unreadable'))
    return success(answer.body as Api['response'][typeof id])
  }
}

/** Where a route is, with what it is asked for. */
export const addressOf = <Id extends RouteId>(apiBase: string, id: Id, { params, query }: Asked<Id>): string =>
  apiBase + API_PREFIX + fill(routeOf(id).path, params) + queryText(query)

type Asked<Id extends RouteId> = Pick<CallArgs<Id>, 'params' | 'query'>

/** What every request says of the phone, and of whoever is signed in on it. */
export const headersFor = (version: string, token: string | null): Readonly<Record<string, string>> => ({
  ...versionHeader(version),
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
})

/** A build that is no release (the preview) names no version: it is always as new as its server. */
const versionHeader = (version: string): Record<string, string> =>
  /^\d+\.\d+\.\d+/.test(version) ? { [VERSION_HEADER]: version } : {}

const fill = (path: string, params: Texts): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function queryText(query: Texts): string {
  const parts = Object.keys(query).flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
