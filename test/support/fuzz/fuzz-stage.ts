import { randomUUID } from 'node:crypto'
import { TokenService } from '../../../server/access/token.service.ts'
import { HOUR, instant } from '../../../shared/time/instant.ts'
import { announce, answer } from '../changes.ts'
import { create, dose, edit, makeAccount, makeFamily, type TestFamily } from '../factories.ts'
import { syncOf } from '../sync.ts'
import { SESSION_SECRET } from '../session-secret.ts'
import type { TestApp } from '../test-app.ts'
import type { TestDatabase } from '../test-database.ts'
import type { FuzzCaller } from './request-arbitrary.ts'

/** Stands in every text of a family that nobody else may read. */
const mark = (): string => `SECRET${randomUUID().replaceAll('-', '')}`

/** A family with something of every kind in it, all of it marked. */
export interface MarkedFamily extends TestFamily {
  readonly mark: string
  /** Every id its rows hold, the family's own first. */
  readonly ids: readonly string[]
  /** Those of them that somebody else may have got hold of, and those that nobody ever names. */
  readonly known: readonly string[]
  readonly hidden: readonly string[]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
export const idsIn = (text: string): string[] => [...new Set(text.match(UUID) ?? [])]

export async function makeMarkedFamily(app: TestApp, database: TestDatabase): Promise<MarkedFamily> {
  const text = mark()
  const family = await makeFamily(app, { childName: text })
  const { familyId, childId, productId, tokens } = family
  const now = new Date().toISOString()
  const temperature = create(childId, { kind: 'temperature', at: now })
  const given = dose(childId, productId, now)
  await syncOf(app, family, [
    temperature,
    given,
    create(childId, { kind: 'note', at: now, text } as never),
    create(childId, { kind: 'symptom', at: now, code: 'cough', present: true } as never),
    { op: 'fact.create', ...head(), factId: randomUUID(), content: { kind: 'condition', childId, code: 'asthma', present: false } },
    { op: 'duty.take', ...head(), accountId: family.accounts.caregiver },
    announce(childId, { productId, ml: 5 }),
    answer([temperature.entryId, given.entryId], 'both'),
    edit(temperature, 1),
    edit(temperature, 1, { celsius: 39.9 }),
  ]) // prettier-ignore
  await app.as(tokens.owner).post(`/families/${familyId}/invites`, { role: 'viewer' })
  await database.query('update family set name = $2 where id = $1', [familyId, text])
  await database.query(`update member set name = $2 || '-' || role where family_id = $1`, [familyId, text])
  await database.query('update product set name = $2 where family_id = $1', [familyId, text])
  const rows = await rowsOf(database, familyId)
  // As FIRST_IDS has them.
  const first = [familyId, childId, productId, temperature.entryId, family.accounts.caregiver]
  const ids = [...new Set([...first, ...idsIn(JSON.stringify(rows))])]
  const isKnown = (_: string, index: number): boolean => index < first.length || index % 2 === 0
  const known = ids.filter(isKnown)
  return { ...family, mark: text, ids, known, hidden: ids.filter((id) => !known.includes(id)) }
}

const head = () => ({ changeId: randomUUID(), madeAt: new Date().toISOString() })

/** Every table that holds what belongs to families, with the column that says to which. */
async function familyTables(database: TestDatabase): Promise<{ name: string; key: string }[]> {
  return database.query(
    `select c.relname as name, case when c.relname = 'family' then 'id' else 'family_id' end as key
     from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and (c.relname = 'family' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'family_id'))
     order by 1`,
  )
}

/** Everything the database holds of a family, table by table. */
export async function rowsOf(database: TestDatabase, familyId: string): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const { name, key } of await familyTables(database))
    rows[name] = await database.query(`select t.* from "${name}" t where "${key}" = $1 order by t::text`, [familyId])
  return rows
}

/** Every id that tables outside families hold: accounts, and what leads to a family without telling of it. */
export async function idsOutsideFamilies(database: TestDatabase): Promise<string[]> {
  const inside = (await familyTables(database)).map(({ name }) => name)
  const tables = await database.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  )
  const ids: string[] = []
  for (const { name } of tables.filter((table) => !inside.includes(table.name)))
    ids.push(...idsIn(JSON.stringify(await database.query(`select * from "${name}"`))))
  return ids
}

/** Moves whenever any row of any family is added, changed or taken away; one statement. */
export async function movementOf(database: TestDatabase): Promise<() => Promise<unknown>> {
  const tables = await familyTables(database)
  const sql = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n, max(xmin::text::bigint) as last from "${name}"`)
    .join(' union all ')
  return () => database.query(sql)
}

/** The tokens of everybody who may call about a family. */
export async function tokensFor(
  app: TestApp,
  family: TestFamily,
): Promise<Readonly<Record<FuzzCaller, string | null>>> {
  const { owner } = family.tokens
  const anHourAgo = { now: () => instant(Date.now() - HOUR) }
  const past = new TokenService({ SESSION_SECRET } as never, anHourAgo)
  return {
    ...family.tokens,
    stranger: (await makeAccount(app)).token,
    expired: (await past.issue(family.accounts.owner)).token,
    forged: owner.slice(0, -6) + (owner.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'),
    anonymous: null,
  }
}
