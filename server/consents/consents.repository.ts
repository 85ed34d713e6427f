import { Injectable } from '@nestjs/common'
import type { ConsentKind } from '../../shared/consent/versions.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { insertInto } from '../database/statements.ts'
import { ConsentEntity } from './consent.entity.ts'

@Injectable()
export class ConsentsRepository {
  async add(scope: FamilyScope, consent: Omit<Row<ConsentEntity>, 'familyId'>): Promise<void> {
    const { sql, parameters } = insertInto('consent', { ...consent, familyId: scope.familyId })
    await scope.query(sql, parameters)
  }

  /** The last answer: of this member, or of whoever it was when no account is named. */
  standing(scope: FamilyScope, kind: ConsentKind, accountId: string | null): Promise<ConsentEntity | null> {
    return scope.entities.findOne(ConsentEntity, {
      where: { familyId: scope.familyId, kind, ...(accountId === null ? {} : { accountId }) },
      order: { seq: 'DESC' },
    })
  }

  all(scope: FamilyScope): Promise<ConsentEntity[]> {
    return scope.entities.find(ConsentEntity, { where: { familyId: scope.familyId }, order: { seq: 'DESC' } })
  }

  consentsIn(scope: FamilyScope, range: SeqRange): Promise<ConsentEntity[]> {
    const where = { familyId: scope.familyId, seq: between(range) }
    return scope.entities.find(ConsentEntity, { where, order: { seq: 'ASC' } })
  }
}
