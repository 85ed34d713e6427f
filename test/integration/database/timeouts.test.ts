import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseUnavailable } from '../../../server/database/database-errors.ts'
import { FamilyDatabase } from '../../../server/database/family-database.ts'
import { FamiliesService } from '../../../server/families/families.service.ts'
import { create, makeFamily, type TestFamily } from '../../support/factories.ts'
import { outcomesOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

/** Longer than any test runs: the limit that is not meant. */
const NEVER = '600000'

let database: TestDatabase
let setUp: TestApp
let family: TestFamily
let other: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  setUp = await startTestApp(database)
  family = await makeFamily(setUp)
  other = await makeFamily(setUp)
})
afterAll(async () => {
  await setUp.close()
  await database.drop()
})

const startWith = (statementMs: string, lockMs: string): Promise<TestApp> =>
  startTestApp(database, {
    env: {
      DATABASE_STATEMENT_TIMEOUT_MS: statementMs,
      DATABASE_LOCK_TIMEOUT_MS: lockMs,
      DATABASE_POOL_SIZE: '2',
    },
  })

/** It is told to come again, what it sent is not stored, and sent again it is stored once. */
async function expectRefusedThenSaved(
  app: TestApp,
  during: (send: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const change = create(family.childId)
  await during(async () => {
    const answer = await syncOf(app, family, [change])
    const { status, body, headers } = answer as unknown as { status: number; body: { code?: string }; headers: Headers }
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'database_unavailable', '1'])
    expect(await database.query('select 1 from change where change_id = $1', [change.changeId])).toEqual([])
  })
  expect(outcomesOf(await syncOf(app, family, [change]))).toEqual(['saved'])
  expect(outcomesOf(await syncOf(app, family, [change]))).toEqual(['duplicate'])
}

describe('a time limit of the database', () => {
  it('ends a statement that takes too long, and the connection goes on', async () => {
    const app = await startWith('1000', NEVER)
    await expectRefusedThenSaved(app, async (send) => {
      await database.query(`
        create function dawdle() returns trigger language plpgsql as
          'begin perform pg_sleep(600); return new; end';
        create trigger dawdle before insert on entry for each row execute function dawdle();
      `)
      await send()
      expect(outcomesOf(await syncOf(app, other, []))).toEqual([])
      await database.query('drop trigger dawdle on entry; drop function dawdle()')
    })
    expect(app.logged()).toContain('57014')
    await app.close()
  })

  it('ends the wait for a family’s lock, and only that family waits', async () => {
    const app = await startWith(NEVER, '1000')
    const holder = new pg.Client({ connectionString: database.superuserUrl })
    await holder.connect()
    await expectRefusedThenSaved(app, async (send) => {
      await holder.query('begin')
      await holder.query('select 1 from family where id = $1 for update', [family.familyId])
      await send()
      expect(outcomesOf(await syncOf(app, other, [create(other.childId)]))).toEqual(['saved'])
      await holder.query('rollback')
    })
    await holder.end()
    expect(app.logged()).toContain('55P03')
    await app.close()
  })

  it('ends a transaction in which nothing more happens: it gives up the family’s lock, and nothing of it stays', async () => {
    const hanging = await startWith('1000', NEVER)
    const seq = async (): Promise<number> =>
      (await database.query<{ seq: string }>('select seq from family where id = $1', [family.familyId])).map((row) =>
        Number(row.seq),
      )[0]!
    const before = await seq()
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    const hung = hanging.app.nest.get(FamilyDatabase).inFamily(family.familyId, async (scope) => {
      await hanging.app.nest.get(FamiliesService, { strict: false }).lock(scope, 1)
      await asleep
      await scope.query('select 1')
    })
    hung.catch(() => undefined)
    while (outcomesOf(await syncOf(setUp, family, [create(family.childId)]))[0] !== 'saved') await pause(20)
    expect(await seq()).toBe(before + 1)
    wake()
    await expect(hung).rejects.toThrow(DatabaseUnavailable)
    expect(outcomesOf(await syncOf(hanging, family, [create(family.childId)]))).toEqual(['saved'])
    expect(await seq()).toBe(before + 2)
    await hanging.close()
  })

  it('is set on every connection of the pool, in the database itself', async () => {
    const app = await startWith('4321', '1234')
    const limits = await app.app.nest.get(FamilyDatabase).outsideFamilies((scope) =>
      scope.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings
           where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
      ),
    )
    expect(limits.map(({ setting }) => setting)).toEqual(['4321', '1234', '4321'])
    await app.close()
  })
})
