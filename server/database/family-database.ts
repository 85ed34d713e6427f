import { Inject, Injectable } from '@nestjs/common'
import type { PoolClient } from 'pg'
import { DataSource, type QueryRunner } from 'typeorm'
import { asDatabaseError } from './database-errors.ts'
import { Scope } from './scope.ts'

export interface FamilyScope extends Scope {
  readonly familyId: string
}

/**
 * The only way to the tables. A transaction is opened for one family, or for one account, and row-level security shows it
 * nothing else, whatever a query forgot to say.
 */
@Injectable()
export class FamilyDatabase {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** One transaction over the rows of one family; rolled back when `work` throws. */
  inFamily<Result>(familyId: string, work: (scope: FamilyScope) => Promise<Result>): Promise<Result> {
    return this.transaction('app.family_id', familyId, (scope) => work(Object.assign(scope, { familyId })))
  }

  /** One transaction over what an account may see before a family is chosen: itself and its memberships. */
  asAccount<Result>(accountId: string, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.transaction('app.account_id', accountId, work)
  }

  /** One transaction that sees no family at all: accounts and their identities. */
  outsideFamilies<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.transaction('app.family_id', '', work)
  }

  private async transaction<Result>(
    setting: 'app.family_id' | 'app.account_id',
    value: string,
    work: (scope: Scope) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.source.createQueryRunner()
    try {
      await runner.startTransaction()
      await runner.query('select set_config($1, $2, true)', [setting, value])
      const result = await work(new Scope(runner))
      await runner.commitTransaction()
      return result
    } catch (error) {
      await rollback(runner)
      throw asDatabaseError(error)
    } finally {
      await runner.release()
    }
  }
}

/** A connection that cannot even roll back is closed: in the pool, the next request would inherit its open transaction. */
async function rollback(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction()
  } catch {
    if (runner.isReleased) return
    const client = (await runner.connect().catch(() => null)) as PoolClient | null
    void (client as { end?: () => Promise<void> } | null)?.end?.().catch(() => undefined)
  }
}
