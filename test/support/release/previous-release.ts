import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readDatabaseEnv } from '../../../server/config/env.ts'
import { connectAsOwner } from '../../../server/database/migrate.ts'
import { MIGRATIONS } from '../../../server/database/migrations/index.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { TestDatabase } from '../test-database.ts'
import { schemaLines, tablesInOrder } from './schema-lines.ts'

/** What the last release left in a database, as this repository keeps it. */
export interface PreviousRelease {
  /** The last migration it had. */
  readonly migration: string
  /** What was said minutes before it is still open then, and only then. */
  readonly takenAt: string
  readonly schema: readonly string[]
  readonly data: readonly { readonly table: string; readonly rows: readonly object[] }[]
  /** What its API answered to a sync from the beginning, by family. */
  readonly families: readonly {
    readonly familyId: string
    readonly ownerId: string
    readonly records: readonly SyncRecord[]
  }[]
}

const FILE = path.resolve(import.meta.dirname, 'previous-release.json')

export const readPreviousRelease = (): PreviousRelease => JSON.parse(readFileSync(FILE, 'utf8')) as PreviousRelease

/** Writes down a database as it is now, as what the next release has to cope with. */
export async function takeRelease(
  database: TestDatabase,
  families: PreviousRelease['families'],
): Promise<PreviousRelease> {
  const data: { table: string; rows: object[] }[] = []
  for (const table of await tablesInOrder(database)) {
    const rows = await database.query<{ row: object }>(`select to_jsonb(t) as row from "${table}" t order by t::text`)
    data.push({ table, rows: rows.map(({ row }) => row) })
  }
  const migration = MIGRATIONS.at(-1)!.name
  const release = { migration, takenAt: new Date().toISOString(), schema: await schemaLines(database), data, families }
  mkdirSync(path.dirname(FILE), { recursive: true })
  writeFileSync(FILE, `${linePerRow(release)}\n`)
  return release
}

/** One row a line: a change of it can be read. */
function linePerRow({ migration, takenAt, schema, data, families }: PreviousRelease): string {
  const list = (all: readonly unknown[]): string => `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]`
  const tables = data.map(({ table, rows }) => `{"table":"${table}","rows":${list(rows)}}`)
  const told = families.map(
    ({ records, ...whose }) => `{${JSON.stringify(whose).slice(1, -1)},"records":${list(records)}}`,
  )
  const parts = [
    `"migration":"${migration}"`,
    `"takenAt":"${takenAt}"`,
    `"schema":${list(schema)}`,
    `"data":[\n${tables.join(',\n')}\n]`,
    `"families":[\n${told.join(',\n')}\n]`,
  ]
  return `{\n${parts.join(',\n')}\n}`
}

export const databaseEnv = ({ apiUrl, ownerUrl }: Pick<TestDatabase, 'apiUrl' | 'ownerUrl'>) => ({
  ...readDatabaseEnv({ DATABASE_URL: apiUrl }),
  DATABASE_OWNER_URL: ownerUrl,
})

/** Makes an empty database what it was under the release: by the migrations up to its last, filled with its rows. */
export async function installRelease(database: TestDatabase, release: PreviousRelease): Promise<void> {
  const owner = await connectAsOwner(databaseEnv(database))
  const last = owner.migrations.findIndex((one) => one.constructor.name === release.migration)
  if (last < 0) throw new Error(`the migration ${release.migration} of the previous release is gone`)
  Object.assign(owner, { migrations: owner.migrations.slice(0, last + 1) })
  await owner.runMigrations()
  await owner.destroy()
  for (const { table, rows } of release.data)
    await database.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1)`, [
      JSON.stringify(rows),
    ])
}
