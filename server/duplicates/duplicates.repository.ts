import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { insertInto, selectList } from '../database/statements.ts'
import { DuplicateAnswerEntity } from './duplicate-answer.entity.ts'

const ANSWER = selectList(DuplicateAnswerEntity)

@Injectable()
export class DuplicatesRepository {
  async add(scope: FamilyScope, answer: Row<DuplicateAnswerEntity>): Promise<void> {
    const { sql, parameters } = insertInto('duplicate_answer', answer)
    await scope.query(sql, parameters)
  }

  inRange(scope: FamilyScope, { after, upTo }: SeqRange): Promise<Row<DuplicateAnswerEntity>[]> {
    return scope.query(
      `select ${ANSWER} from duplicate_answer where family_id = $1 and seq > $2 and seq <= $3 order by seq`,
      [scope.familyId, after, upTo],
    )
  }
}
