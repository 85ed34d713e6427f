import type { DataSource } from 'typeorm'
import { MIGRATIONS_TABLE } from './data-source.ts'

/** Names of the migrations this server knows and the database has not had. A newer database is none of its worry. */
export async function missingMigrations(source: DataSource): Promise<string[]> {
  const [there] = await source.query<{ found: boolean }[]>('select to_regclass($1) is not null as found', [
    MIGRATIONS_TABLE,
  ])
  const done = there?.found ? await source.query<{ name: string }[]>(`select name from ${MIGRATIONS_TABLE}`) : []
  const names = new Set(done.map(({ name }) => name))
  return source.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .filter((name) => !names.has(name))
}
