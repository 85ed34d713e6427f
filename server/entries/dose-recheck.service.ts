import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { Amendment } from '../../shared/dosing/loosened.ts'
import { DAY, shift, type Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { DoseGuardService, type CheckedDose } from './dose-guard.service.ts'
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
    await this.recheck(scope, seq, childId, resting, amendment)
  }

  /** The same after an erasure: what was said before is not remembered, for it would tell of what was erased. */
  async afterErasure(scope: FamilyScope, heard: Heard, childId: string, moments: readonly Instant[]): Promise<void> {
    const first = Math.min(...moments) as Instant
    const rows = await this.entries.between(scope, childId, {
      from: first,
      to: shift(Math.max(...moments) as Instant, LOOK_AHEAD),
    })
    const resting = rows.filter(({ kind, occurredAt }) => kind === 'dose' && isWithinDay(occurredAt, moments))
    const unsaid = resting.map((dose) => ({ ...dose, doseCheck: null }))
    await this.recheck(scope, heard.seq, childId, unsaid, { entryId: null, at: heard.receivedAt })
  }

  /**
   * An allergy, a weight or a strength has become known, or another: every dose that still counts, of whichever child. What
   * was said of older ones was said with what was known then. Under the family's lock.
   */
  async afterFact(scope: FamilyScope, { seq, receivedAt }: Heard): Promise<void> {
    const counting = await this.entries.dosesAfter(scope, shift(receivedAt, -LOOK_AHEAD))
    for (const childId of new Set(counting.map((dose) => dose.childId))) {
      const own = counting.filter((dose) => dose.childId === childId)
      await this.recheck(scope, seq, childId, own, { entryId: null, at: receivedAt })
    }
  }

  private async recheck(
    scope: FamilyScope,
    seq: number,
    childId: string,
    doses: readonly CheckedDose[],
    amendment: Amendment,
  ): Promise<void> {
    if (doses.length === 0) return
    const checks = await this.guard.recheck(scope, childId, doses, amendment)
    for (const { id, doseCheck } of doses) {
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
