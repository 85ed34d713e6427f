import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { insertInto, selectList } from '../database/statements.ts'
import { FactRevisionEntity } from './fact-revision.entity.ts'

const REVISION = selectList(FactRevisionEntity)

@Injectable()
export class FactRevisionsRepository {
  async add(scope: FamilyScope, revision: Row<FactRevisionEntity>): Promise<void> {
    const { sql, parameters } = insertInto('fact_revision', revision)
    await scope.query(sql, parameters)
  }

  /** The highest number given; 0 when nothing was written down of the fact yet. */
  async last(scope: FamilyScope, factId: string): Promise<number> {
    const [row] = await scope.query<{ last: number | null }>(
      'select max(revision) as last from fact_revision where family_id = $1 and fact_id = $2',
      [scope.familyId, factId],
    )
    return row?.last ?? 0
  }

  all(scope: FamilyScope, factId: string): Promise<Row<FactRevisionEntity>[]> {
    return scope.query(`select ${REVISION} from fact_revision where family_id = $1 and fact_id = $2`, [
      scope.familyId,
      factId,
    ])
  }

  /** Every revision of every fact of the family. */
  everything(scope: FamilyScope): Promise<Row<FactRevisionEntity>[]> {
    return scope.query(`select ${REVISION} from fact_revision where family_id = $1 order by seq, fact_id, revision`, [
      scope.familyId,
    ])
  }

  /** Stale revisions nobody has settled, at most `limit` of each fact, the latest, in their order. */
  unsettled(scope: FamilyScope, factIds: readonly string[], limit: number): Promise<Row<FactRevisionEntity>[]> {
    return scope.query(
      `select ${REVISION} from (
         select *, row_number() over (partition by fact_id order by revision desc) as place
         from fact_revision stale where family_id = $1 and stale and fact_id = any($2)
           and not exists (select 1 from fact_revision later where later.family_id = $1
             and later.fact_id = stale.fact_id and stale.revision = any(later.settles))
       ) latest where place <= $3 order by fact_id, revision`,
      [scope.familyId, factIds, limit],
    )
  }
}
