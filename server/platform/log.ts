import { pino, type DestinationStream, type Logger } from 'pino'
import { currentRequestId } from './request-context.ts'

export type Log = Logger

/** A second fence: nothing logs these on purpose. */
const REDACTED = [
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'headers',
  'body',
  'name',
  'note',
  'text',
  'content',
  'parameters',
]

/** JSON lines. No line may hold a body, a name, a note, a value, or a token: ids and codes are enough to find a fault. */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = currentRequestId()
        return requestId === undefined ? {} : { requestId }
      },
      redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), remove: true },
    },
    ...(destination ? [destination] : []),
  )
