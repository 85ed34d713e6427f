import { PROBLEMS, type Problem, type ProblemCode } from '../../shared/contract/errors.ts'
import type { HttpAnswer } from '../platform/ports.ts'

/** Codes for what no server said: no way to it, no answer in time, or an answer that is none of ours. */
export type ClientCode = 'network' | 'timeout' | 'unreadable'

export interface ApiProblem {
  readonly code: ProblemCode | ClientCode
  /** Each fault of the request with its JSON pointer, where the server named them. */
  readonly errors: readonly { readonly path: string; readonly message: string }[]
  readonly requestId: string | null
}

export const clientProblem = (code: ClientCode | ProblemCode): ApiProblem => ({ code, errors: [], requestId: null })

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isCode = (value: unknown): value is ProblemCode => typeof value === 'string' && value in PROBLEMS

/** The problem of an answer that is no success. A gateway's own page is `unreadable`, whatever its status. */
export function problemOf(answer: Extract<HttpAnswer, { kind: 'answer' }>): ApiProblem {
  const body: Partial<Problem> = isObject(answer.body) ? answer.body : {}
  if (!isCode(body.code)) return clientProblem('unreadable')
  return { code: body.code, errors: Array.isArray(body.errors) ? body.errors : [], requestId: body.requestId ?? null }
}

/** Whether the same request may well go through later, unchanged. */
export function passes(problem: ApiProblem): boolean {
  switch (problem.code) {
    case 'network':
    case 'timeout':
    case 'unreadable':
    case 'request_timeout':
    case 'too_many_requests':
    case 'internal':
    case 'database_unavailable':
    case 'wechat_unavailable':
      return true
    case 'invalid_request':
    case 'unauthenticated':
    case 'wechat_code_refused':
    case 'role_forbidden':
    case 'consent_required':
    case 'family_erased':
    case 'account_erased':
    case 'wechat_user_blocked':
    case 'not_found':
    case 'method_not_allowed':
    case 'invite_invalid':
    case 'login_link_invalid':
    case 'already_member':
    case 'family_id_taken':
    case 'owner_must_hand_over':
    case 'limit_reached':
    case 'payload_too_large':
    case 'unsupported_media_type':
    case 'upgrade_required':
    case 'headers_too_large':
      return false
  }
}
