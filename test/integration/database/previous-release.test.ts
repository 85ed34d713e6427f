import type { MigrationInterface, QueryRunner } from 'typeorm'
import { TokenService } from '../../../server/access/token.service.ts'
import { schemaDrift } from '../../../server/database/drift.ts'
import { connectAsOwner, migrate } from '../../../server/database/migrate.ts'
import { MIGRATIONS } from '../../../server/database/migrations/index.ts'
import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { instant } from '../../../shared/time/instant.ts'
import { endpoints } from '../../../shared/contract/endpoints.ts'
import { routeOf } from '../../../shared/contract/routes.ts'
import { ROUTE_IDS, pathOf } from '../../support/contract-calls.ts'
import { create } from '../../support/factories.ts'
import {
  databaseEnv,
  installRelease,
  readPreviousRelease,
  takeRelease,
} from '../../support/release/previous-release.ts'
import { familyWithEverything, recordsFromTheBeginning } from '../../support/release/one-of-everything.ts'
import { schemaLines } from '../../support/release/schema-lines.ts'
import { startTestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { WechatStandIn } from '../../support/wechat-stand-in.ts' // prettier-ignore

/** TAKE_RELEASE=true writes the snapshot anew: once for each release, right after it (docs/reliability.md). */
async function takeNow(): Promise<void> {
  const database = await createTestDatabase()
  const wechat = new WechatStandIn()
  const env = { ...(await wechat.start()), LOCAL_LOGIN: 'true', APP_URL: 'https://shouwen.example' }
  const app = await startTestApp(database, { env })
  const families = []
  for (let count = 0; count < 2; count++) {
    const { familyId, accounts, tokens } = await familyWithEverything(app)
    await app.as(null).post('/auth/wechat', { code: wechat.codeOf(`open-id-${count}`) })
    const records = await recordsFromTheBeginning(app, familyId, tokens.owner)
    families.push({ familyId, ownerId: accounts.owner, records })
  }
  await app.close()
  await wechat.stop()
  await takeRelease(database, families)
  await database.drop()
}

let database: TestDatabase

beforeAll(async () => {
  if (process.env.TAKE_RELEASE === 'true') await takeNow()
})
beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  await installRelease(database, readPreviousRelease())
})
afterEach(() => database.drop())

const rowsOf = (table: string) =>
  database.query<{ row: object }>(`select to_jsonb(t) as row from "${table}" t order by t::text`)

describe('the snapshot of the previous release', () => {
  it('is of the schema that its migrations still make: none of them was edited since', async () => {
    expect(await schemaLines(database)).toEqual(readPreviousRelease().schema)
  })

  it('has rows in every table, and every kind of entry and fact', () => {
    const { data, families } = readPreviousRelease()
    expect(data.filter(({ rows }) => rows.length === 0).map(({ table }) => table)).toEqual([])
    const types = new Set(families.flatMap(({ records }) => records.map((one) => (one.type === 'entry' ? one.content.kind : one.type)))) // prettier-ignore
    expect([...types].sort()).toEqual(
      ['acknowledgement', 'answer', 'child', 'condition', 'dose', 'duty', 'family', 'intent', 'member', 'note', 'product', 'symptom', 'temperature', 'weight'],
    ) // prettier-ignore
  })
})

describe('a database of the previous release', () => {
  it('becomes what the entities say, and every row is still there as it was', async () => {
    const { migration, data } = readPreviousRelease()
    const ran = await migrate(databaseEnv(database))
    const names = MIGRATIONS.map(({ name }) => name)
    expect(ran).toEqual(names.slice(names.indexOf(migration) + 1))
    expect(await schemaDrift(databaseEnv(database))).toEqual([])
    for (const { table, rows } of data) {
      const now = (await rowsOf(table)).map(({ row }) => row)
      expect({ table, n: now.length }).toEqual({ table, n: rows.length })
      expect(now).toEqual(expect.arrayContaining(rows.map((row) => expect.objectContaining(row) as object)))
    }
  })

  it('is served by the API: a phone that begins anew learns the same, reads everything, and goes on writing', async () => {
    await migrate(databaseEnv(database))
    const { takenAt } = readPreviousRelease()
    const app = await startTestApp(database, { clock: { now: () => instant(Date.parse(takenAt)) } })
    for (const { familyId, ownerId, records } of readPreviousRelease().families) {
      const { token } = await app.app.nest.get(TokenService).issue(ownerId)
      const now = await recordsFromTheBeginning(app, familyId, token)
      for (const record of records)
        expect(now.find(({ type, id }) => type === record.type && id === record.id)).toMatchObject(record)
      const [childId, entryId] = (['child', 'entry'] as const).map((type) => records.find((one) => one.type === type)!.id) // prettier-ignore
      for (const id of READS) {
        const { status } = await app.as(token).get(pathOf(id, { familyId, childId: childId!, entryId: entryId! }))
        expect({ id, status }).toEqual({ id, status: 200 })
      }
      // That release asked for no consent: what is written now waits on the phone until it is given.
      await app.as(token).post(`/families/${familyId}/consents`, { version: 1, answer: 'given' })
      const path = `/families/${familyId}/sync`
      const body = { epoch: null, cursor: 0, changes: [create(childId!)] }
      expect((await app.as(token).post<SyncResponse>(path, body)).body.results[0]!.outcome).toBe('saved')
    }
    await app.close()
  })

  it('is migrated once by several instances that start at the same moment', async () => {
    const { migration } = readPreviousRelease()
    const missing = MIGRATIONS.length - 1 - MIGRATIONS.findIndex(({ name }) => name === migration)
    const ran = await Promise.all([1, 2, 3].map(() => migrate(databaseEnv(database))))
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, missing].sort())
    expect(await schemaDrift(databaseEnv(database))).toEqual([])
  })

  it('is as it was when a migration fails half-way, and the next try goes through', async () => {
    await migrate(databaseEnv(database))
    const before = await everything()
    const owner = await connectAsOwner(databaseEnv(database))
    owner.migrations.push(new FailsHalfway9999999999999())
    await expect(owner.runMigrations()).rejects.toThrow('no_such_table')
    await owner.destroy()
    expect(await everything()).toEqual(before)
    expect(await migrate(databaseEnv(database))).toEqual([])
  })
})

/** What a member reads by nothing but the ids of a family, a child and an entry. */
const READS = ROUTE_IDS.filter((id) => {
  const { method, path, access } = routeOf(id)
  const isForMembers = access === 'account' || typeof access === 'object'
  const isNamed = !/\{(?!familyId|childId|entryId)/.test(path) && endpoints[id].query.safeParse({}).success
  return method === 'GET' && isForMembers && isNamed
})

async function everything(): Promise<unknown> {
  const tables = [...readPreviousRelease().data.map(({ table }) => table), 'migration']
  const all: unknown[] = [await schemaLines(database)]
  for (const table of tables) all.push(await rowsOf(table))
  return all
}

/** Changes tables and rows, and then asks for what is not there. */
class FailsHalfway9999999999999 implements MigrationInterface {
  readonly name = 'FailsHalfway9999999999999'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table entry add column half_done text')
    await runner.query('create table half_done (id uuid primary key)')
    await runner.query('alter table family disable row level security')
    await runner.query("update family set name = 'half done'")
    await runner.query('select from no_such_table')
  }

  async down(): Promise<void> {
    // It never went up.
  }
}
