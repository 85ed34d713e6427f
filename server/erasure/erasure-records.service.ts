import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { stampOf } from '../platform/stamp.ts'
import { ErasuresRepository } from './erasures.repository.ts'

/** What phones are told of erasures of children; that of a family is told by hiding it. */
@Injectable()
export class ErasureRecordsService {
  constructor(private readonly erasures: ErasuresRepository) {}

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const rows = await this.erasures.erasuresIn(scope, range)
    return rows.flatMap(({ id, seq, childId, accountId, askedAt, dueAt, state }) =>
      childId === null
        ? []
        : [{ type: 'erasure', id, seq, childId, accountId, askedAt: stampOf(askedAt), dueAt: stampOf(dueAt), state }],
    )
  }
}
