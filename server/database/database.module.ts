import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Env } from '../config/env.ts'
import { ENV, LOG } from '../platform/tokens.ts'
import type { Log } from '../platform/log.ts'
import { describeError } from '../platform/describe-error.ts'
import { connect } from './connect.ts'
import { createDataSource } from './data-source.ts'
import { DatabaseHealth } from './database-health.ts'
import { FamilyDatabase } from './family-database.ts'

/** The data source itself is not exported: a feature reaches tables through FamilyDatabase alone. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [ENV, LOG],
      useFactory: (env: Env, log: Log) =>
        connect(
          createDataSource(env.DATABASE_URL, env, (error) =>
            log.warn({ error: describeError(error) }, 'an idle database connection broke'),
          ),
        ),
    },
    FamilyDatabase,
    DatabaseHealth,
  ],
  exports: [FamilyDatabase, DatabaseHealth],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy()
  }
}
