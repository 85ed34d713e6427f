import { QueryFailedError } from 'typeorm'

/** The database is away, full, or too slow. Whatever was under way was not acknowledged. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

/** Connection lost (08), no resources (53), shut down (57P), cancelled or timed out, lock not had in time, deadlock. */
const UNAVAILABLE_STATES = /^(08...|53...|57P0.|57014|25P03|55P03|40P01|40001)$/

/** What the driver and the pool say when there is no answer at all; they give it no code. */
const UNAVAILABLE_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Client has encountered a connection error',
  'Query runner already released',
  'Client was closed and is not queryable',
]

/** The error itself, or DatabaseUnavailable (with it as its cause) when trying again later may help. */
export function asDatabaseError(error: unknown): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error
  if (!(cause instanceof Error)) return error
  return isUnavailable(cause) ? new DatabaseUnavailable('the database did not answer', { cause }) : error
}

function isUnavailable(error: Error & { code?: unknown }): boolean {
  if (error instanceof AggregateError) return true // every address of the host refused
  const code = typeof error.code === 'string' ? error.code : ''
  if (/^(ECONN|ETIMEDOUT|EPIPE|EHOST|ENET|ENOTFOUND|EAI_)/.test(code)) return true
  return UNAVAILABLE_STATES.test(code) || UNAVAILABLE_MESSAGES.some((message) => error.message.startsWith(message))
}
