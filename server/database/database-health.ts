import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { missingMigrations } from './schema-version.ts'

/** The server was told to do at its start what this database is not ready for. */
export class DatabaseNotReady extends Error {
  override readonly name = 'DatabaseNotReady'
}

/** Whether requests can be served at all. */
@Injectable()
export class DatabaseHealth {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** null when the database answers and has every migration; else what is wrong, fit to be shown. */
  async problem(): Promise<string | null> {
    try {
      const missing = await missingMigrations(this.source)
      return missing.length === 0 ? null : `migrations have not run: ${missing.join(', ')}`
    } catch {
      return 'the database does not answer'
    }
  }

  async requireReady(): Promise<void> {
    const problem = await this.problem()
    if (problem !== null) throw new DatabaseNotReady(`The database is not ready: ${problem}`)
  }
}
