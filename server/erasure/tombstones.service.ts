import { Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { TombstonesRepository } from './tombstones.repository.ts'

/** What was erased in a family. */
@Injectable()
export class TombstonesService {
  constructor(private readonly tombstones: TombstonesRepository) {}

  async has(scope: FamilyScope, id: string): Promise<boolean> {
    return (await this.tombstones.find(scope, id)) !== null
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const rows = await this.tombstones.tombstonesIn(scope, range)
    return rows.map(({ id, seq, subject }) => ({ type: 'tombstone', id, seq: seq!, subject }))
  }
}
