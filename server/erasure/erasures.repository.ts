import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { Scope } from '../database/scope.ts'
import { between, type SeqRange } from '../database/seq-range.ts'
import { insertInto } from '../database/statements.ts'
import type { ErasureDueEntity } from './erasure-due.entity.ts'
import { ErasureEntity } from './erasure.entity.ts'

@Injectable()
export class ErasuresRepository {
  find(scope: FamilyScope, id: string): Promise<ErasureEntity | null> {
    return scope.entities.findOne(ErasureEntity, { where: { familyId: scope.familyId, id } })
  }

  /** The one of this child that is pending, or of the family itself. */
  pending(scope: FamilyScope, childId: string | null): Promise<Row<ErasureEntity> | null> {
    const where = { familyId: scope.familyId, childId: childId ?? IsNull(), state: 'pending' as const }
    return scope.entities.findOne(ErasureEntity, { where })
  }

  erasuresIn(scope: FamilyScope, range: SeqRange): Promise<ErasureEntity[]> {
    return scope.entities.find(ErasureEntity, { where: { familyId: scope.familyId, seq: between(range) } })
  }

  /** It stands in the list of what will be due, too. */
  async add(scope: FamilyScope, erasure: Omit<Row<ErasureEntity>, 'familyId'>): Promise<void> {
    const { sql, parameters } = insertInto('erasure', { ...erasure, familyId: scope.familyId })
    await scope.query(sql, parameters)
    await scope.query('insert into erasure_due (leads_to, erasure_id, due_at) values ($1, $2, $3)', [
      scope.familyId,
      erasure.id,
      erasure.dueAt,
    ])
  }

  async end(scope: FamilyScope, id: string, what: Pick<ErasureEntity, 'seq' | 'state'>): Promise<void> {
    await scope.entities.update(ErasureEntity, { familyId: scope.familyId, id }, what)
    await this.forget(scope, id)
  }

  async forget(scope: FamilyScope, id: string): Promise<void> {
    await scope.query('delete from erasure_due where leads_to = $1 and erasure_id = $2', [scope.familyId, id])
  }

  /** What is due, longest first. */
  due(scope: Scope, now: Date, limit: number): Promise<Row<ErasureDueEntity>[]> {
    return scope.query(
      `select leads_to as "leadsTo", erasure_id as "erasureId", due_at as "dueAt" from erasure_due
       where due_at <= $1 order by due_at limit $2`,
      [now, limit],
    )
  }

  async eraseChild(scope: FamilyScope, childId: string, seq: number): Promise<void> {
    await scope.query('select erase_child($1, $2, $3)', [scope.familyId, childId, seq])
  }

  async eraseFamily(scope: FamilyScope): Promise<void> {
    await scope.query('select erase_family($1)', [scope.familyId])
  }
}
