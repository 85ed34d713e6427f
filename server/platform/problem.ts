import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import { PROBLEMS, type Problem, type ProblemCode } from '../../shared/contract/errors.ts'
import { REQUEST_ID_HEADER } from '../../shared/contract/routes.ts'
import { DatabaseUnavailable } from '../database/database-errors.ts'
import { AppError } from './app-error.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Statuses that Fastify and Nest answer by themselves; every other 4xx of theirs is a request that made no sense. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  431: 'headers_too_large',
}

/** Whatever was thrown, as a refusal with a code; what nobody foresaw is `internal` and says nothing about itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof DatabaseUnavailable) return new AppError('database_unavailable')
  const status = statusOf(error)
  if (status === null || status < 400 || status >= 500) return new AppError('internal')
  return new AppError(BY_STATUS[status] ?? 'invalid_request', (error as Error).message)
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null
  const { statusCode, getStatus } = error as { statusCode?: unknown; getStatus?: () => number }
  if (typeof getStatus === 'function') return getStatus.call(error)
  return typeof statusCode === 'number' ? statusCode : null
}

/** The body of an answer that refuses (RFC 9457). */
export const problemOf = ({ code, detail, errors }: AppError, requestId: string): Problem => ({
  type: `urn:shouwen:problem:${code}`,
  title: STATUS_CODES[PROBLEMS[code]] ?? code,
  status: PROBLEMS[code],
  code,
  ...(detail === undefined ? {} : { detail }),
  requestId,
  ...(errors === undefined ? {} : { errors: [...errors] }),
})

/** Answers a request with a refusal, and with the headers its code calls for. */
export function sendProblem(reply: FastifyReply, refusal: AppError): void {
  if (refusal.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer')
  if (refusal.code === 'database_unavailable') reply.header('retry-after', '1')
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds))
  reply.header(REQUEST_ID_HEADER, reply.request.id).header('content-type', PROBLEM_TYPE)
  void reply.code(PROBLEMS[refusal.code]).send(problemOf(refusal, reply.request.id))
}
