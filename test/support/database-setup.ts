import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileServer } from '../../cloud/local/compile-server.ts'
import { startEmbeddedPostgres } from '../../cloud/local/embedded-postgres.ts'
import { migrateDatabase } from '../../cloud/local/migrate-database.ts'
import { provisionDatabase } from '../../cloud/local/provision.ts'
import { TEMPLATE, TEMPLATE_URLS } from './test-database.ts'
import stopPostgres, { keepForTeardown } from './database-teardown.ts'

/** One real Postgres for the whole run, with a migrated database that every test file copies. Nothing here need outlive a crash. */
async function startPostgres(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'shouwen-test-'))
  chmodSync(directory, 0o755) // root may start the tests; the database user must be able to enter
  const compiled = compileServer()
  compiled.catch(() => undefined) // awaited below, after the database
  const postgres = await startEmbeddedPostgres({
    directory,
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  keepForTeardown({ ...postgres, directories: [directory, postgres.directory] })
  try {
    const template = await provisionDatabase(postgres.superuserUrl, { database: TEMPLATE })
    process.env[TEMPLATE_URLS] = JSON.stringify({ ...template, superuserUrl: postgres.superuserUrl })
    await compiled
    await migrateDatabase(template)
  } catch (error) {
    stopPostgres() // jest runs no teardown after a setup that failed
    throw error
  }
}
export { startPostgres as default }
