import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { Amendment } from '../../shared/dosing/loosened.ts'
import { DAY, shift, type Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { DoseGuardService } from './dose-guard.service.ts'
import { EntriesRepository } from './entries.repository.ts'

/** A dose counts in every rolling 24 hours after it: whatever was given in them is looked at again. */
const LOOK_AHEAD = DAY

/** The place of the change in the family's order, and when the server heard of it. */
interface Heard {
  readonly seq: number
  readonly receivedAt: Instant
}

/** Looks again at doses that rest on one that was added, moved, changed or taken away. */
@Injectable()
export class DoseRecheckService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly guard: DoseGuardService,
  ) {}

  /**
   * Every dose in the 24 hours after any of these moments, at its own time. Those whose answer has changed take the place of
   * the change in the family's order, so that every phone hears of it. Under the family's lock.
   */
  async after(
    scope: FamilyScope,
    { seq, receivedAt }: Heard,
    childId: string,
    entryId: string,
    moments: readonly Instant[],
  ): Promise<void> {
    const amendment: Amendment = { entryId, at: receivedAt }
    const first = Math.min(...moments) as Instant
    const last = shift(Math.max(...moments) as Instant, LOOK_AHEAD)
    const rows = await this.entries.between(scope, childId, { from: first, to: last })
    const resting = rows.filter(
      ({ kind, id, occurredAt }) => kind === 'dose' && id !== entryId && isWithinDay(occurredAt, moments),
    )
    if (resting.length === 0) return
    const checks = await this.guard.recheck(scope, childId, resting, amendment)
    for (const { id, doseCheck } of resting) {
      const check = checks.get(id) ?? null
      if (!isDeepStrictEqual(check, doseCheck)) await this.entries.update(scope, id, { doseCheck: check, seq })
    }
  }
}

const isWithinDay = (occurredAt: Date, moments: readonly Instant[]): boolean =>
  moments.some((moment) => {
    const since = occurredAt.getTime() - moment
    return since >= 0 && since <= LOOK_AHEAD
  })
