import { FamilyDatabase } from '../../../server/database/family-database.ts'
import { GRANTS } from '../../../server/database/grants.ts'
import { EntriesRepository } from '../../../server/entries/entries.repository.ts'
import { FamiliesRepository } from '../../../server/families/families.repository.ts'
import { EntryWriterService } from '../../../server/entries/entry-writer.service.ts'
import { instant } from '../../../shared/time/instant.ts'
import { create, makeFamily, type TestFamily } from '../../support/factories.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let mine: TestFamily
let other: TestFamily
let families: FamilyDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  mine = await makeFamily(app)
  other = await makeFamily(app)
  families = app.app.nest.get(FamilyDatabase)
  await syncOf(app, other, [create(other.childId)])
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Tables that stand outside families, each with its reason. */
const FAMILY_LESS = {
  account_erasure: 'a person who is about to be erased',
  erasure_due: 'which family has something due, for no transaction sees all of them',
  account: 'a person before any family is chosen',
  account_identity: 'how a person signs in',
  guess: 'how often somebody has guessed wrong, signed in or not',
  invite_directory: 'where a code leads, for somebody who belongs to no family yet',
  login_link: 'how the owner of a server without WeChat signs in',
  upkeep: 'when a family’s old rows are looked through, for the job that belongs to no family',
  session: 'a sign-in, before any family is chosen',
  migration: 'which migrations have run',
}

/** Indexes that are not led by the family, each with its reason. */
const NOT_LED = { ix_member_account_id: '"my families": asked before a family is chosen' }

describe('every table of families', () => {
  it('is all tables but the listed ones', async () => {
    const tables = await database.query<{ name: string; family: boolean }>(
      `select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'family_id') as family
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    )
    const familyLess = tables.filter(({ name, family }) => !family && name !== 'family').map(({ name }) => name)
    expect(familyLess).toEqual(Object.keys(FAMILY_LESS).sort())
    expect(tables.filter(({ family }) => family).length).toBeGreaterThanOrEqual(8)
  })

  it('has row-level security, forced, with a policy that binds every command by the family', async () => {
    const tables = await database.query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.cmd = 'ALL'
                 and p.permissive = 'PERMISSIVE'
                 and p.qual ~ '^\\(\\(?(family_id|id) = \\(NULLIF\\(current_setting\\(''app.family_id''::text, true\\), ''''::text\\)\\)::uuid\\)\\)?$'
                 and p.with_check = p.qual) as policies
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and (c.relname = 'family' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'family_id'))`,
    )
    expect(tables.length).toBeGreaterThanOrEqual(9)
    for (const table of tables) expect(table).toEqual({ name: table.name, enabled: true, forced: true, policies: 1 })
  })

  it('has no other policy than those two that let an account see where it belongs', async () => {
    const extra = await database.query<{ name: string; cmd: string }>(
      "select policyname as name, cmd from pg_policies where schemaname = 'public' and cmd <> 'ALL' order by 1",
    )
    expect(extra).toEqual([
      { name: 'family_of_account', cmd: 'SELECT' },
      { name: 'member_of_account', cmd: 'SELECT' },
    ])
  })

  it('has the family first in its primary key, its indexes, and its foreign keys to other family tables', async () => {
    const indexes = await database.query<{ name: string; first: string }>(
      `select i.relname as name, a.attname as first
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.relnamespace = 'public'::regnamespace
         and exists (select 1 from pg_attribute f where f.attrelid = t.oid and f.attname = 'family_id')`,
    )
    expect(indexes.length).toBeGreaterThan(12)
    expect(indexes.filter(({ first }) => first !== 'family_id').map(({ name }) => name)).toEqual(Object.keys(NOT_LED))

    const keys = await database.query<{ name: string; first: string; target: string }>(
      `select k.conname as name, a.attname as first, k.confrelid::regclass::text as target
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
    )
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter(({ first, target }) => first !== 'family_id' && target !== 'account')).toEqual([])
  })
})

describe('the role of the API', () => {
  it('has exactly the listed rights, and may neither update nor delete what is append only', async () => {
    const rights = await database.query<{ name: string; rights: string }>(
      `select table_name as name, string_agg(privilege_type, ', ' order by
                array_position(array['SELECT', 'INSERT', 'UPDATE'], privilege_type::text)) as rights
       from information_schema.role_table_grants where grantee = $1 and table_schema = 'public' group by 1`,
      [new URL(database.apiUrl).username],
    )
    expect(Object.fromEntries(rights.map(({ name, rights: list }) => [name, list]))).toEqual(GRANTS)
    for (const sql of [
      'update revision set stale = false',
      'delete from revision',
      'delete from change',
      'delete from entry',
    ])
      await expect(families.inFamily(mine.familyId, (scope) => scope.query(sql))).rejects.toThrow(/permission denied/)
  })
})

describe('a transaction of one family', () => {
  it('sees and changes nothing of another, whatever a query says', async () => {
    const entries = app.app.nest.get(EntriesRepository, { strict: false })
    const [there] = await database.query<{ id: string }>('select id from entry where family_id = $1', [other.familyId])
    await families.inFamily(mine.familyId, async (scope) => {
      const lying = Object.assign(Object.create(scope) as typeof scope, { familyId: other.familyId })
      expect(await entries.find(lying, there!.id)).toBeNull()
      expect(await entries.between(lying, other.childId, {})).toEqual([])
      expect(await entries.inRange(lying, { after: 0, upTo: 1e6 })).toEqual([])
      expect(await app.app.nest.get(FamiliesRepository, { strict: false }).head(lying)).toBeNull()
      expect(await app.app.nest.get(FamiliesRepository, { strict: false }).lock(lying, 1)).toBeNull()
      await entries.update(lying, there!.id, { deleted: true })
      expect(await scope.query('select * from entry')).toEqual([])
      expect(await scope.query('select distinct family_id from member')).toEqual([{ family_id: mine.familyId }])
    })
    const [after] = await database.query<{ deleted: boolean }>('select deleted from entry where id = $1', [there!.id])
    expect(after!.deleted).toBe(false)
  })

  it('cannot write a row of another', async () => {
    const writing = families.inFamily(mine.familyId, (scope) =>
      scope.query('insert into child (family_id, id, seq, name) values ($1, gen_random_uuid(), 1, $2)', [
        other.familyId,
        'x',
      ]),
    )
    await expect(writing).rejects.toThrow(/row-level security/)
    const writer = app.app.nest.get(EntryWriterService, { strict: false })
    const act = {
      seq: 1,
      accountId: mine.accounts.owner,
      madeAt: instant(0),
      receivedAt: instant(0),
      clockOffsetSeconds: null,
    }
    const { entryId, content } = create(other.childId)
    const lying = families.inFamily(mine.familyId, (scope) =>
      writer.create(Object.assign(scope, { familyId: other.familyId }), act, {
        entryId,
        childId: other.childId,
        content,
        author: null,
      }),
    )
    await expect(lying).rejects.toThrow('child_not_found')
  })

  it('leaves nothing behind on its connection', async () => {
    const single = await startTestApp(database, { env: { DATABASE_POOL_SIZE: '1' } })
    const own = single.app.nest.get(FamilyDatabase)
    const all = (scope: { query<Row>(sql: string): Promise<Row[]> }) =>
      scope.query<{ n: number }>('select count(*)::int as n from entry')
    await own.inFamily(other.familyId, async (scope) => expect(await all(scope)).toEqual([{ n: 1 }]))
    await own.outsideFamilies(async (scope) => expect(await all(scope)).toEqual([{ n: 0 }]))
    await own.asAccount(other.accounts.owner, async (scope) => {
      expect(await all(scope)).toEqual([{ n: 0 }])
      expect(await scope.query('select family_id from member')).toEqual([{ family_id: other.familyId }])
      expect(await scope.query('select id from family')).toEqual([{ id: other.familyId }])
    })
    await own.inFamily(other.familyId, () => Promise.reject(new Error('x'))).catch(() => undefined)
    await own.outsideFamilies(async (scope) => expect(await all(scope)).toEqual([{ n: 0 }]))
    await single.close()
  })
})
