import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEMS, type ProblemCode } from '../../shared/contract/errors.ts'
import { AppError } from './app-error.ts'
import { endWith } from './last-words.ts'
import { PROBLEM_TYPE, problemOf } from './problem.ts'

/** What Node calls it; whatever else it says is no HTTP at all. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Answers what never became a request: headers beyond the limit, no HTTP at all, or one that came too slowly. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket, goodbyeMs: number): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code = CODES[error.code ?? ''] ?? 'invalid_request'
  const id = randomUUID()
  const body = JSON.stringify(
    problemOf(
      new AppError(
        code,
        code === 'request_timeout' ? 'the request did not come in time' : 'the request is not readable as HTTP',
      ),
      id,
    ),
  )
  const head = [
    `HTTP/1.1 ${PROBLEMS[code]} ${STATUS_CODES[PROBLEMS[code]]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${id}`,
    'connection: close',
  ]
  endWith(socket, `${head.join('\r\n')}\r\n\r\n${body}`, goodbyeMs)
}
