import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { provisionDatabase, type DatabaseUrls } from './provision.ts'
import { keptSecret } from './secret.ts'
import { shortPath } from './short-path.ts'

export interface LocalDatabase extends DatabaseUrls {
  /** For the person who starts it: where the record is kept. */
  readonly place: string
  /** True when somebody else has it running: then it is not ours to stop. */
  readonly adopted: boolean
  readonly stop: () => void
}

/** A database that cannot be used as it was named; the message says what to do. */
export class DatabaseRefused extends Error {}

/** The embedded Postgres, or the one that DATABASE_URL names. */
export function localDatabase(dataDirectory: string, env: NodeJS.ProcessEnv): Promise<LocalDatabase> {
  return env.DATABASE_URL
    ? givenDatabase(env.DATABASE_URL, env.DATABASE_OWNER_URL, dataDirectory)
    : embedded(dataDirectory)
}

async function embedded(dataDirectory: string): Promise<LocalDatabase> {
  const { directory, superuserUrl, adopted, stop } = await startEmbeddedPostgres({
    directory: path.join(dataDirectory, 'postgres'),
  })
  const urls = await provisionDatabase(superuserUrl, { database: 'shouwen' })
  return { ...urls, place: shortPath(directory), adopted, stop }
}

/** With a superuser's URL alone, the two roles are made as for the embedded one: the API never runs as a superuser. */
async function givenDatabase(url: string, ownerUrl: string | undefined, dataDirectory: string): Promise<LocalDatabase> {
  const given = { place: 'the Postgres of DATABASE_URL', adopted: true, stop: () => undefined }
  if (ownerUrl) return { ...given, ownerUrl, apiUrl: url }
  if (!(await isSuperuser(url)))
    throw new DatabaseRefused(
      'DATABASE_URL alone must name a superuser, who makes the two roles once. ' +
        'Otherwise set DATABASE_OWNER_URL to the role that owns the schema, and DATABASE_URL to another role for the API.',
    )
  const database = decodeURIComponent(new URL(url).pathname.slice(1)) || 'shouwen'
  const urls = await provisionDatabase(url, { database, secret: keptSecret(dataDirectory, 'database-secret') })
  return { ...given, ...urls }
}

async function isSuperuser(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ rolsuper: boolean }>(
      'select rolsuper from pg_roles where rolname = current_user',
    )
    return rows[0]?.rolsuper ?? false
  } catch (error) {
    throw new DatabaseRefused(`The Postgres of DATABASE_URL does not answer: ${(error as Error).message}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
