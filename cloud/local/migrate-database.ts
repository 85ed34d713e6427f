import { compiledServer } from './compile-server.ts'
import type { DatabaseUrls } from './provision.ts'

/** Brings the database to the newest schema (needs the compiled server). */
export async function migrateDatabase({ ownerUrl, apiUrl }: DatabaseUrls): Promise<void> {
  const { readDatabaseEnv } = await compiledServer<typeof import('../../server/config/env.ts')>('config/env.ts')
  const { migrate } = await compiledServer<typeof import('../../server/database/migrate.ts')>('database/migrate.ts')
  const env = readDatabaseEnv({ ...process.env, DATABASE_URL: apiUrl, DATABASE_OWNER_URL: ownerUrl })
  await migrate({ ...env, DATABASE_OWNER_URL: ownerUrl })
}
