import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { DatabaseUrls } from '../../cloud/local/provision.ts'

/** Where the setup leaves the template's URLs, as JSON: workers inherit the environment. */
export const TEMPLATE_URLS = 'SHOUWEN_TEST_DATABASE'
export const TEMPLATE = 'shouwen_template'

interface ClusterUrls extends DatabaseUrls {
  readonly superuserUrl: string
}

export interface TestDatabase extends ClusterUrls {
  /** Rows of one statement as the superuser, whom no policy binds: what really stands in the tables. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A migrated database of a test file's own; with `empty` one that no migration has touched. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const cluster = JSON.parse(process.env[TEMPLATE_URLS]!) as ClusterUrls
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = empty ? 'template0' : TEMPLATE
  await once(
    cluster.superuserUrl,
    `create database ${name} template ${template} owner ${new URL(cluster.ownerUrl).username}`,
  )
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const superuserUrl = inside(cluster.superuserUrl)
  let client = await connect(superuserUrl)
  return {
    superuserUrl,
    ownerUrl: inside(cluster.ownerUrl),
    apiUrl: inside(cluster.apiUrl),
    async query<Row>(sql: string, parameters?: unknown[]) {
      if (client.isGone) client = await connect(superuserUrl)
      return (await client.query(sql, parameters)).rows as Row[]
    },
    drop: async () => {
      await client.end()
      await once(cluster.superuserUrl, `drop database ${name} with (force)`)
    },
  }
}

/** Notices when its connection was ended: a restored database is another one. */
class Connection extends pg.Client {
  isGone = false
}

async function connect(connectionString: string): Promise<Connection> {
  const client = new Connection({ connectionString })
  client.on('error', () => (client.isGone = true))
  client.on('end', () => (client.isGone = true))
  await client.connect()
  return client
}

/** Copies the database as it is now; what comes back puts that copy in its place. Nobody may be connected either time. */
export async function restoreFrom({ superuserUrl }: Pick<TestDatabase, 'superuserUrl'>): Promise<() => Promise<void>> {
  const name = new URL(superuserUrl).pathname.slice(1)
  const cluster = JSON.parse(process.env[TEMPLATE_URLS]!) as ClusterUrls
  const owner = new URL(cluster.ownerUrl).username
  const alone = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
  const copy = async (from: string, to: string): Promise<void> => {
    await once(cluster.superuserUrl, alone)
    await once(cluster.superuserUrl, `create database ${to} template ${from} owner ${owner}`)
  }
  await copy(name, `${name}_backup`)
  return async () => {
    await once(cluster.superuserUrl, `drop database ${name} with (force)`)
    await copy(`${name}_backup`, name)
    await once(cluster.superuserUrl, `drop database ${name}_backup`)
  }
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
