import type { ApiProblem } from '../api-problem.ts'
import { passes } from '../api-problem.ts'
import type { Failure, Row } from '../outbox/row.ts'

/** What to do after the server took nothing of a request. */
export type Remedy =
  /** Wait, then send the same. */
  | { readonly kind: 'wait' }
  /** These changes cannot be taken as they are; the others may. */
  | { readonly kind: 'fail'; readonly failures: ReadonlyMap<string, Failure> }
  /** One of several changes is at fault, and nobody says which: send them one by one. */
  | { readonly kind: 'isolate' }
  /** What this phone believes of the server's record is wrong: pull it again. */
  | { readonly kind: 'restart' }
  /** Nothing is taken until a guardian has agreed: what is unsent waits, and is asked about no more. */
  | { readonly kind: 'pull' }
  /** Nothing more will be taken from this phone until something changes: another version, another role. */
  | { readonly kind: 'stop' }

const CHANGE = /^\/body\/changes\/(\d+)(?:\/|$)/
const POSITION = /^\/body\/(?:epoch|cursor)(?:\/|$)/

/** The remedy for a problem of a request that carried this batch. */
export function remedyFor(problem: ApiProblem, batch: readonly Row[]): Remedy {
  if (passes(problem)) return { kind: 'wait' }
  if (problem.code === 'invalid_request') return remedyForFaults(problem, batch)
  if (problem.code === 'payload_too_large') return blameOne(batch, { kind: 'too_large' })
  if (problem.code === 'consent_required' && batch.length > 0) return { kind: 'pull' }
  return { kind: 'stop' }
}

function remedyForFaults({ errors }: ApiProblem, batch: readonly Row[]): Remedy {
  const failures = new Map<string, Failure>()
  for (const { path, message } of errors) {
    const row = batch[Number(CHANGE.exec(path)?.[1] ?? NaN)]
    if (row) failures.set(row.change.changeId, { kind: 'invalid', message })
  }
  if (failures.size > 0) return { kind: 'fail', failures }
  if (errors.some(({ path }) => POSITION.test(path))) return { kind: 'restart' }
  return blameOne(batch, { kind: 'invalid', message: errors[0]?.message ?? '' })
}

function blameOne([first, ...others]: readonly Row[], failure: Failure): Remedy {
  if (!first) return { kind: 'wait' }
  return others.length > 0
    ? { kind: 'isolate' }
    : { kind: 'fail', failures: new Map([[first.change.changeId, failure]]) }
}
