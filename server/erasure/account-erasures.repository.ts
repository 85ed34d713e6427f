import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { Scope } from '../database/scope.ts'
import { AccountErasureEntity } from './account-erasure.entity.ts'

/** Accounts that are about to be erased: outside families. */
@Injectable()
export class AccountErasuresRepository {
  find(scope: Scope, accountId: string): Promise<Row<AccountErasureEntity> | null> {
    return scope.entities.findOne(AccountErasureEntity, { where: { accountId } })
  }

  /** One that is there already stays as it is. */
  async add(scope: Scope, { accountId, askedAt, dueAt }: Row<AccountErasureEntity>): Promise<void> {
    await scope.query(
      'insert into account_erasure (account_id, asked_at, due_at) values ($1, $2, $3) on conflict do nothing',
      [accountId, askedAt, dueAt],
    )
  }

  async remove(scope: Scope, accountId: string): Promise<void> {
    await scope.query('delete from account_erasure where account_id = $1', [accountId])
  }

  async due(scope: Scope, now: Date, limit: number): Promise<string[]> {
    const rows = await scope.query<{ accountId: string }>(
      'select account_id as "accountId" from account_erasure where due_at <= $1 order by due_at limit $2',
      [now, limit],
    )
    return rows.map(({ accountId }) => accountId)
  }

  /** Who it was, how it signed in, and every sign-in: only when it is due. */
  async erase(scope: Scope, accountId: string, now: Date): Promise<void> {
    await scope.query('select erase_account($1, $2)', [accountId, now])
  }
}
