import { Injectable } from '@nestjs/common'
import type { Scope } from '../database/scope.ts'
import { AccountIdentityEntity } from './account-identity.entity.ts'

@Injectable()
export class AccountsRepository {
  async findByIdentity(scope: Scope, provider: string, subject: string): Promise<string | null> {
    const identity = await scope.entities.findOne(AccountIdentityEntity, { where: { provider, subject } })
    return identity?.accountId ?? null
  }

  async allIds(scope: Scope): Promise<string[]> {
    const accounts = await scope.query<{ id: string }>('select id from account order by created_at, id')
    return accounts.map(({ id }) => id)
  }

  /** Adds an account and the identity that proves it, as far as they are not there; whether the identity is new. */
  async add(scope: Scope, account: { id: string; provider: string; subject: string; at: Date }): Promise<boolean> {
    await scope.query('insert into account (id, created_at) values ($1, $2) on conflict do nothing', [
      account.id,
      account.at,
    ])
    const added = await scope.query(
      `insert into account_identity (provider, subject, account_id, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning account_id`,
      [account.provider, account.subject, account.id, account.at],
    )
    return added.length > 0
  }
}
