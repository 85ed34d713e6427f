import type { DataSource } from 'typeorm'
import type { DatabaseEnv } from '../config/env.ts'
import { createDataSource } from './data-source.ts'
import { installJobSchema } from './job-schema.ts'
import { grantTo } from './grants.ts'

/** Any number that nobody else locks: two deployments must not migrate one database at once. */
const MIGRATION_LOCK = 7_402_118

/** Brings the schema to the newest migration and the API's role to its rights; the names of the migrations that ran. */
export async function migrate(env: DatabaseEnv & { readonly DATABASE_OWNER_URL: string }): Promise<string[]> {
  const owner = await connectAsOwner(env)
  const lock = owner.createQueryRunner()
  try {
    await lock.query('SET lock_timeout = 0')
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const ran = await owner.runMigrations()
    await installJobSchema(env.DATABASE_OWNER_URL)
    await grantTo(decodeURIComponent(new URL(env.DATABASE_URL).username), lock)
    return ran.map(({ name }) => name)
  } finally {
    await lock.release()
    await owner.destroy()
  }
}

/** A migration may take long; it may not wait long for a table's lock, behind which every request would queue up. */
export async function connectAsOwner(env: DatabaseEnv & { readonly DATABASE_OWNER_URL: string }): Promise<DataSource> {
  const limits = { ...env, DATABASE_STATEMENT_TIMEOUT_MS: 600_000, DATABASE_POOL_SIZE: 2 }
  const owner = createDataSource(env.DATABASE_OWNER_URL, limits, () => undefined)
  await owner.initialize()
  return owner
}
