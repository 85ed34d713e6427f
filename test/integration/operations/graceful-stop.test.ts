import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { create, makeFamily } from '../../support/factories.ts'
import { outcomesOf, syncOf } from '../../support/sync.ts'
import { startTestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Connections of the API's role, as the database counts them. */
async function sessions(which = ''): Promise<number> {
  const { username, pathname } = new URL(database.apiUrl)
  const sql = `select 1 from pg_stat_activity where usename = $1 and datname = $2 ${which}`
  return (await database.query(sql, [username, pathname.slice(1)])).length
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await isTrue()) return
    await pause(20)
  }
  throw new Error('it never came true')
}

describe('a server that stops', () => {
  it('first answers what is under way, and then lets go of the database', async () => {
    const app = await startTestApp(database)
    const family = await makeFamily(app)
    const holder = new pg.Client({ connectionString: database.superuserUrl })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select 1 from family where id = $1 for update', [family.familyId])
    const waiting = Array.from({ length: 5 }, () => syncOf(app, family, [create(family.childId)]))
    await until(async () => (await sessions("and wait_event_type = 'Lock'")) === 5)
    const closing = app.close()
    await pause(100)
    await holder.query('rollback')
    await holder.end()
    expect((await Promise.all(waiting)).flatMap(outcomesOf)).toEqual(Array.from({ length: 5 }, () => 'saved'))
    await closing
    await expect(fetch(app.url)).rejects.toThrow()
    // A backend ends a moment after its client has said goodbye.
    await until(async () => (await sessions()) === 0)
  })
})
