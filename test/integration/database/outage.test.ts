import { setTimeout as pause } from 'node:timers/promises'
import { create, makeFamily, type TestFamily } from '../../support/factories.ts'
import { outcomesOf, syncOf } from '../../support/sync.ts'
import { proxyTo, type TcpProxy } from '../../support/tcp-proxy.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let proxy: TcpProxy
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  proxy = await proxyTo(database.apiUrl)
  const env = {
    DATABASE_STATEMENT_TIMEOUT_MS: '600',
    DATABASE_LOCK_TIMEOUT_MS: '300',
    DATABASE_CONNECT_TIMEOUT_MS: '500',
    DATABASE_POOL_SIZE: '4',
  }
  app = await startTestApp({ apiUrl: proxy.url }, { env })
  family = await makeFamily(app)
})
afterEach(() => proxy.restore())
afterAll(async () => {
  await app.close()
  proxy.close()
  await database.drop()
})

const ready = async (): Promise<number> => (await app.as(null).get('//readyz')).status

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 100 && (await ready()) !== 200; attempt++) await pause(50)
}

/** Every connection of the API to this test's own database: other tests have theirs. */
async function killAll(): Promise<void> {
  await database.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()',
    [new URL(database.apiUrl).username],
  )
}

const expectUnavailable = async (
  answer: Promise<{ status: number; body: { code?: string }; headers: Headers }>,
): Promise<void> => {
  const { status, body, headers } = await answer
  expect([status, body.code]).toEqual([503, 'database_unavailable'])
  expect(headers.get('retry-after')).toBe('1')
}

const asProblem = (answer: ReturnType<typeof syncOf>) =>
  answer as unknown as Promise<{ status: number; body: { code?: string }; headers: Headers }>

describe('without its database the server', () => {
  it('says so, stays alive, and serves again by itself when it is back', async () => {
    const change = create(family.childId)
    proxy.cut()
    await expectUnavailable(asProblem(syncOf(app, family, [change])))
    await expectUnavailable(app.as(family.tokens.owner).get('/me'))
    await expectUnavailable(app.as(null).get('//readyz'))
    expect((await app.as(null).get('//healthz')).status).toBe(200)
    proxy.restore()
    await untilReady()
    expect(outcomesOf(await syncOf(app, family, [change]))).toEqual(['saved'])
  })

  it('survives that every connection is killed under load, and stores each change once', async () => {
    const changes = Array.from({ length: 40 }, () => create(family.childId))
    const sending = changes.map(async (change) => {
      for (;;) {
        const answer = await syncOf(app, family, [change])
        if (answer.status === 200) return outcomesOf(answer)[0]
        await pause(20)
      }
    })
    for (let round = 0; round < 5; round++) {
      await pause(15)
      await killAll()
    }
    const outcomes = await Promise.all(sending)
    expect(outcomes.every((outcome) => outcome === 'saved' || outcome === 'duplicate')).toBe(true)
    const stored = await database.query('select 1 from change where change_id = any($1)', [
      changes.map(({ changeId }) => changeId),
    ])
    expect(stored).toHaveLength(40)
  })

  it('gives up on one that no longer answers, and does not hand its connections on', async () => {
    proxy.swallow()
    const begun = Date.now()
    await expectUnavailable(asProblem(syncOf(app, family, [create(family.childId)])))
    expect(Date.now() - begun).toBeLessThan(6_000)
    proxy.restore()
    await untilReady()
    const answers = await Promise.all(Array.from({ length: 12 }, () => syncOf(app, family, [create(family.childId)])))
    expect(answers.flatMap(outcomesOf)).toEqual(Array.from({ length: 12 }, () => 'saved'))
  })
})
