import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { assignments, insertInto, selectList } from '../database/statements.ts'
import { IntentEntity } from './intent.entity.ts'

const INTENT = selectList(IntentEntity)

export interface NamedIntent extends Row<IntentEntity> {
  /** What the family calls who said it. */
  readonly by: string
}

@Injectable()
export class IntentsRepository {
  async find(scope: FamilyScope, id: string): Promise<Row<IntentEntity> | null> {
    const [intent] = await scope.query<Row<IntentEntity>>(
      `select ${INTENT} from dose_intent where family_id = $1 and id = $2`,
      [scope.familyId, id],
    )
    return intent ?? null
  }

  async add(scope: FamilyScope, intent: Row<IntentEntity>): Promise<void> {
    const { sql, parameters } = insertInto('dose_intent', intent)
    await scope.query(sql, parameters)
  }

  async change(scope: FamilyScope, id: string, changed: Partial<Row<IntentEntity>>): Promise<void> {
    const { sql, parameters } = assignments(changed, 3)
    await scope.query(`update dose_intent set ${sql} where family_id = $1 and id = $2`, [
      scope.familyId,
      id,
      ...parameters,
    ])
  }

  /** Those of a child since a moment that nobody has answered. */
  unanswered(scope: FamilyScope, childId: string, since: Date): Promise<NamedIntent[]> {
    return scope.query(
      `select ${INTENT}, (select name from member where member.family_id = $1 and member.account_id = dose_intent.account_id) as by
       from dose_intent where family_id = $1 and child_id = $2 and outcome is null and at >= $3 order by at, id`,
      [scope.familyId, childId, since],
    )
  }

  /** The children of whom somebody has said since then that they are giving a dose, without an answer yet. */
  async childrenWith(scope: FamilyScope, since: Date): Promise<string[]> {
    const rows = await scope.query<{ childId: string }>(
      'select distinct child_id as "childId" from dose_intent where family_id = $1 and outcome is null and at > $2',
      [scope.familyId, since],
    )
    return rows.map(({ childId }) => childId)
  }

  /** What is older than `since` decides nothing any more, and is not told. */
  inRange(scope: FamilyScope, { after, upTo }: SeqRange, since: Date): Promise<Row<IntentEntity>[]> {
    return scope.query(
      `select ${INTENT} from dose_intent where family_id = $1 and seq > $2 and seq <= $3 and received_at >= $4`,
      [scope.familyId, after, upTo, since],
    )
  }
}
