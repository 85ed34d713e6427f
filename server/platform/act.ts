import type { Rejection } from '../../shared/contract/errors.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Who changes something, when, and which place in the family's order the change has. */
export interface Act {
  readonly seq: number
  /** null: a file. */
  readonly accountId: string | null
  readonly madeAt: Instant
  readonly receivedAt: Instant
  /** By how much the phone's clock is wrong, ahead when positive; null when it is right. */
  readonly clockOffsetSeconds: number | null
}

/** What a change became: in force, or kept beside what is. */
export interface Written {
  readonly outcome: 'saved' | 'conflict'
  /** null: of what has no revisions. */
  readonly revision: number | null
  readonly check: DoseCheckJson | null
}

/** Why a change is refused. Thrown, so that the transaction gives back the place it took. */
export class ChangeRejected extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection)
  }
}
