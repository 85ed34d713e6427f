// Migrates an empty database from nothing and compares it with the entities; exit 1 with what a migration lacks.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compiledServer, compileServer } from './compile-server.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrateDatabase } from './migrate-database.ts'
import { provisionDatabase } from './provision.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'shouwen-drift-'))
const postgres = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } })
try {
  await compileServer()
  const urls = await provisionDatabase(postgres.superuserUrl, { database: 'shouwen' })
  await migrateDatabase(urls)
  const { readDatabaseEnv } = await compiledServer<typeof import('../../server/config/env.ts')>('config/env.ts')
  const { schemaDrift } = await compiledServer<typeof import('../../server/database/drift.ts')>('database/drift.ts')
  const missing = await schemaDrift({
    ...readDatabaseEnv({ DATABASE_URL: urls.apiUrl }),
    DATABASE_OWNER_URL: urls.ownerUrl,
  })
  if (missing.length > 0) {
    console.error(`The entities and the migrations differ. A migration is missing for:\n${missing.join(';\n')}`)
    process.exitCode = 1
  }
} finally {
  postgres.stop()
  rmSync(directory, { recursive: true, force: true })
  rmSync(postgres.directory, { recursive: true, force: true })
}
