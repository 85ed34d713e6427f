import { createHmac } from 'node:crypto'
import pg from 'pg'

export interface DatabaseUrls {
  /** Owns the schema and migrates it. */
  readonly ownerUrl: string
  /** What the API runs as: bound by row-level security. */
  readonly apiUrl: string
}

export interface Provision {
  readonly database: string
  /**
   * Role passwords derive from it, so that every process that knows it can sign in and nothing more need be stored.
   * Without one they derive from the superuser's password.
   */
  readonly secret?: string
  readonly ownerRole?: string
  readonly apiRole?: string
}

/** The two roles and the database, made when missing, by a superuser. */
export async function provisionDatabase(superuserUrl: string, provision: Provision): Promise<DatabaseUrls> {
  const { database, ownerRole = 'shouwen_owner', apiRole = 'shouwen_api' } = provision
  const secret = provision.secret ?? decodeURIComponent(new URL(superuserUrl).password)
  if (secret === '') throw new Error('the roles need a secret: the superuser signs in without a password')
  const passwordOf = (role: string): string => createHmac('sha256', secret).update(role).digest('base64url')
  await as(superuserUrl, async (client) => {
    for (const role of [ownerRole, apiRole]) await ensureRole(client, role, passwordOf(role))
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!exists.rowCount) await client.query(`create database ${id(database)} owner ${id(ownerRole)}`)
    await client.query(`grant connect on database ${id(database)} to ${id(ownerRole)}, ${id(apiRole)}`)
  })
  const inDatabase = at(superuserUrl, { database })
  await as(inDatabase, (client) => client.query(`grant usage, create on schema public to ${id(ownerRole)}`))
  const urlOf = (role: string): string => at(inDatabase, { role, password: passwordOf(role) })
  return { ownerUrl: urlOf(ownerRole), apiUrl: urlOf(apiRole) }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = exists.rowCount ? 'alter' : 'create'
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
  await client.query(`${verb} role ${id(role)} with ${rights} password ${pg.escapeLiteral(password)}`)
}

async function as(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function at(base: string, change: { database?: string; role?: string; password?: string }): string {
  const url = new URL(base)
  if (change.database !== undefined) url.pathname = `/${change.database}`
  if (change.role !== undefined) url.username = change.role
  if (change.password !== undefined) url.password = change.password
  return url.toString()
}

const id = (name: string): string => pg.escapeIdentifier(name)
