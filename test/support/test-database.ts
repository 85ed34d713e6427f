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
  const client = new pg.Client({ connectionString: superuserUrl })
  client.on('error', () => undefined)
  await client.connect()
  return {
    superuserUrl,
    ownerUrl: inside(cluster.ownerUrl),
    apiUrl: inside(cluster.apiUrl),
    query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
    drop: async () => {
      await client.end()
      await once(cluster.superuserUrl, `drop database ${name} with (force)`)
    },
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
