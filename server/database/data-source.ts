import 'reflect-metadata'
import pg from 'pg'
import { DataSource } from 'typeorm'
import type { DatabaseEnv } from '../config/env.ts'
import { ENTITIES } from './entities.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { Naming } from './naming.ts'

export const MIGRATIONS_TABLE = 'migration'

type Limits = Omit<DatabaseEnv, 'DATABASE_URL' | 'DATABASE_OWNER_URL'>

/** The one configuration of the database, for the server and the tools alike. Its schema changes by migrations only. */
export function createDataSource(url: string, limits: Limits, onPoolError: (error: Error) => void): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'shouwen',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    namingStrategy: new Naming(),
    synchronize: false,
    installExtensions: false,
    logging: false, // statements and their parameters hold what families wrote
    poolSize: limits.DATABASE_POOL_SIZE,
    connectTimeoutMS: limits.DATABASE_CONNECT_TIMEOUT_MS,
    poolErrorHandler: onPoolError,
    extra: {
      ...connectionLimits(limits),
      types: { getTypeParser },
    },
  })
}

/** The server ends a statement that takes too long; the client ends one that the server no longer answers at all. */
const connectionLimits = (limits: Limits) => ({
  statement_timeout: limits.DATABASE_STATEMENT_TIMEOUT_MS,
  lock_timeout: limits.DATABASE_LOCK_TIMEOUT_MS,
  idle_in_transaction_session_timeout: limits.DATABASE_STATEMENT_TIMEOUT_MS,
  query_timeout: limits.DATABASE_STATEMENT_TIMEOUT_MS + 1_000,
  keepAlive: true,
})

const INT8: number = pg.types.builtins.INT8
const DATE: number = pg.types.builtins.DATE
const standard = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => unknown

const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown => {
  if (oid === INT8) return Number // a family's seq: far below 2^53
  if (oid === DATE) return String // a calendar date has no time zone to be read in
  return standard(oid, format)
}
