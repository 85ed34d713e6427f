import { SYNC_LIMITS } from '../../../shared/contract/routes.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { byteLength } from '../byte-length.ts'
import type { Row } from './row.ts'
import { groundsOf, isFirst, subjectOf } from './subject.ts'

/** Room for what stands around the changes in a request. */
const ENVELOPE_BYTES = 1024

/** The most changes one request may carry. */
export const MOST_CHANGES = SYNC_LIMITS.changes

/**
 * The next rows to send, in order and within the limits of one request. Nothing overtakes a row that is held back. Of a
 * thing whose earlier change has failed nothing is sent, nor of what stands on a thing that never came to be. A row too
 * large for any request goes alone, so that the server can say so.
 */
export function nextBatch(rows: readonly Row[], now: Instant, most: number = MOST_CHANGES): readonly Row[] {
  const batch: Row[] = []
  const stuck = new Set<string>()
  const missing = new Set<string>()
  let bytes = ENVELOPE_BYTES
  for (const row of rows) {
    const { change, failure, heldUntil } = row
    const subject = subjectOf(change)
    if (failure !== null || stuck.has(subject) || groundsOf(change).some((id) => missing.has(id))) {
      stuck.add(subject)
      if (isFirst(change)) missing.add(subject)
      continue
    }
    if (heldUntil !== null && heldUntil > now) break
    bytes += byteLength(JSON.stringify(change)) + 1
    if (batch.length > 0 && (batch.length >= most || bytes > SYNC_LIMITS.bytes)) break
    batch.push(row)
  }
  return batch
}
