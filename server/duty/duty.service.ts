import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'
import { stampOf } from '../platform/stamp.ts'
import { DutyRepository } from './duty.repository.ts'

/** Who of the family is on duty. */
@Injectable()
export class DutyService {
  constructor(
    private readonly duties: DutyRepository,
    private readonly access: AccessService,
  ) {}

  /** Runs under the family's lock. One taken offline counts from when it was taken, and undoes no later one. */
  async take(scope: FamilyScope, act: Act & { readonly accountId: string }, accountId: string): Promise<Written> {
    if (!(await this.access.holds(scope, { accountId, sessionId: null }, 'record.write')))
      throw new ChangeRejected('member_not_found')
    await this.duties.add(scope, {
      familyId: scope.familyId,
      seq: act.seq,
      accountId,
      takenBy: act.accountId,
      since: new Date(Math.min(act.madeAt, act.receivedAt)),
      madeAt: new Date(act.madeAt),
      receivedAt: new Date(act.receivedAt),
    })
    return { outcome: 'saved', revision: null, check: null }
  }

  /** Whoever may not write any more is not on duty any more: at the same place of the family's order as what ended it. */
  async endOf(
    scope: FamilyScope,
    accountId: string,
    by: { seq: number; accountId: string; now: Instant },
  ): Promise<void> {
    if ((await this.duties.current(scope))?.accountId !== accountId) return
    const at = new Date(by.now)
    const ended = { familyId: scope.familyId, seq: by.seq, accountId: null, takenBy: by.accountId }
    await this.duties.add(scope, { ...ended, since: at, madeAt: at, receivedAt: at })
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const seq = await this.duties.lastSeqIn(scope, range)
    const current = seq === null ? null : await this.duties.current(scope)
    if (seq === null || current === null) return []
    const { accountId, since } = current
    return [{ type: 'duty', seq, id: scope.familyId, accountId, since: stampOf(since) }]
  }
}
