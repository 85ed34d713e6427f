import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { insertInto, selectList } from '../database/statements.ts'
import { ChangeEntity } from './change.entity.ts'

const CHANGE = selectList(ChangeEntity)

@Injectable()
export class ChangesRepository {
  async find(scope: FamilyScope, changeId: string): Promise<Row<ChangeEntity> | null> {
    const [change] = await scope.query<Row<ChangeEntity>>(
      `select ${CHANGE} from change where family_id = $1 and change_id = $2`,
      [scope.familyId, changeId],
    )
    return change ?? null
  }

  async add(scope: FamilyScope, change: Row<ChangeEntity>): Promise<void> {
    const { sql, parameters } = insertInto('change', change)
    await scope.query(sql, parameters)
  }
}
