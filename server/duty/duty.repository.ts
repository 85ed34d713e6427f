import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { insertInto, selectList } from '../database/statements.ts'
import { DutyEntity } from './duty.entity.ts'

const DUTY = selectList(DutyEntity)

@Injectable()
export class DutyRepository {
  async add(scope: FamilyScope, duty: Row<DutyEntity>): Promise<void> {
    const { sql, parameters } = insertInto('duty', duty)
    await scope.query(sql, parameters)
  }

  /** The last time in this stretch of the order that somebody took it; null when nobody did. */
  async lastSeqIn(scope: FamilyScope, { after, upTo }: SeqRange): Promise<number | null> {
    const [row] = await scope.query<{ last: number | null }>(
      'select max(seq) as last from duty where family_id = $1 and seq > $2 and seq <= $3',
      [scope.familyId, after, upTo],
    )
    return row?.last ?? null
  }

  async current(scope: FamilyScope): Promise<Row<DutyEntity> | null> {
    const [duty] = await scope.query<Row<DutyEntity>>(
      `select ${DUTY} from duty where family_id = $1 order by since desc, seq desc limit 1`,
      [scope.familyId],
    )
    return duty ?? null
  }
}
