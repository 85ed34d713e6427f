import { MINUTE, SECOND, type Instant } from '../../shared/time/instant.ts'

/** A clock this far off is said to be wrong; a slow network and a phone that was never set to the second are not. */
const TOLERANCE = 3 * MINUTE

interface Times {
  /** By the phone's clock. */
  readonly madeAt: Instant
  /** By the phone's clock; null: it did not say. */
  readonly sentAt: Instant | null
  /** By the server's. */
  readonly receivedAt: Instant
}

/**
 * By how much the phone's clock is wrong, in seconds, ahead of the server's when positive; null when it is right as far as
 * can be told. A change may lie on a phone for days, so only what it shows on sending tells; but nothing is made later than
 * it is received.
 */
export function clockOffset({ madeAt, sentAt, receivedAt }: Times): number | null {
  const offset = Math.max(sentAt === null ? -Infinity : sentAt - receivedAt, madeAt - receivedAt)
  const known = sentAt === null ? Math.max(0, offset) : offset
  return Math.abs(known) > TOLERANCE ? Math.round(known / SECOND) : null
}
