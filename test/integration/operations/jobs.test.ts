import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { SessionsService } from '../../../server/access/sessions.service.ts'
import { RetentionService } from '../../../server/jobs/retention.service.ts'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { DAY, instant } from '../../../shared/time/instant.ts'
import { announce } from '../../support/changes.ts'
import { create, dose, makeFamily, type TestFamily } from '../../support/factories.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const SECRET = 'only the timer knows it'

let database: TestDatabase
let app: TestApp
let family: TestFamily
let now = Date.now()
const clock = { now: () => instant(now) }

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock, env: { INTERNAL_TICK_SECRET: SECRET } })
})
beforeEach(async () => {
  now = Date.now()
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Puts something else in the place of a job's work; what comes back undoes it. */
function replacePurge({ app: { nest } }: TestApp, work: () => Promise<void>): () => void {
  const retention = nest.get(RetentionService, { strict: false })
  const real = retention.purge.bind(retention)
  retention.purge = work
  return () => void (retention.purge = real)
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const tick = (at: TestApp = app, secret = SECRET) =>
  at.as(null).send<Record<string, string>>('//internal/tick', { method: 'POST', headers: bearer(secret) })
const count = async (table: string, where = 'true'): Promise<number> =>
  (await database.query(`select from ${table} where ${where}`)).length
const ofFamily = () => `family_id = '${family.familyId}'`

describe('the tick from outside', () => {
  it('does what is due for who knows the secret, and is not there where none is set', async () => {
    expect(await tick()).toMatchObject({ status: 200, body: { purge: 'done', upkeep: 'done' } })
    for (const secret of ['', 'x', `${SECRET}x`, 'x'.repeat(5_000)]) {
      const { status, body } = await tick(app, secret)
      expect([status, body.code]).toEqual([401, 'unauthenticated'])
    }
    const get = await app.as(null).get('//internal/tick', bearer(SECRET))
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    const plain = await startTestApp(database)
    const absent = await tick(plain)
    expect([absent.status, absent.body.code]).toEqual([404, 'not_found'])
    await plain.close()
  })

  it('runs a job once, however many instances are told at the same time', async () => {
    const other = await startTestApp(database, { clock, env: { INTERNAL_TICK_SECRET: SECRET } })
    let [running, most] = [0, 0]
    const slowly = async () => {
      most = Math.max(most, (running += 1))
      await pause(20)
      running -= 1
    }
    const undo = [app, other].map((one) => replacePurge(one, slowly))
    const answers = await Promise.all([tick(), tick(other), tick(), tick(other), tick()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(answers.map(({ body }) => body.purge)).toContain('done')
    expect(most).toBe(1)
    undo.forEach((back) => back())
    await other.close()
  })

  it('says so when a job fails, and does it the next time', async () => {
    const back = replacePurge(app, () => Promise.reject(new Error('no')))
    expect((await tick()).status).toBe(500)
    back()
    await database.query("update pgboss.job set start_after = now() where state = 'retry'")
    expect((await tick()).body).toMatchObject({ purge: 'done' })
  })
})

describe('what is over', () => {
  it('is taken away: sign-ins and links of the owner, and none that still count', async () => {
    const sessions = app.app.nest.get(SessionsService)
    const [open, ended] = [await sessions.open(family.accounts.owner), await sessions.open(family.accounts.owner)]
    await sessions.end(ended.refreshToken, false)
    await database.query(
      "insert into login_link (hash, expires_at) values ('\\x01', now()), ('\\x02', now() + '9 days')",
    )
    await tick()
    expect([await count('session'), await count('login_link')]).toEqual([2, 2])
    now += 2 * DAY
    await tick()
    expect([await count('session'), await count('login_link')]).toEqual([1, 1])
    const renewed = await app
      .as(null)
      .post('/auth/refresh', { refreshToken: open.refreshToken, attemptId: randomUUID() })
    expect(renewed.status).toBe(200)
    now += 62 * DAY
    await tick()
    expect(await count('session')).toBe(0)
    await database.query('delete from login_link')
  })

  it('is taken away family by family: old intents, invitations with their codes, what was refused', async () => {
    const { familyId, childId, productId, tokens, accounts } = family
    const invite = () =>
      app.as(tokens.owner).post<Reply<'invites.create'>>(`/families/${familyId}/invites`, { role: 'viewer' })
    await invite()
    const entries = [create(childId), dose(childId, productId, '2026-01-15T22:15:00+08:00')]
    await syncOf(app, family, [announce(childId, { productId, ml: 5 }), ...entries])
    await app.as(tokens.owner).post(`/families/${familyId}/members/remove`, { accountId: accounts.caregiver })
    const [refused, open] = [create(childId), create(childId)]
    await app.as(tokens.caregiver).post(`/families/${familyId}/proposals`, { changes: [refused, open] })
    const no = {
      op: 'proposal.settle',
      changeId: randomUUID(),
      madeAt: entries[0]!.madeAt,
      proposalId: refused.changeId,
    }
    await syncOf(app, family, [{ ...no, accept: false }])
    const left = async () => [
      await count('dose_intent', ofFamily()),
      await count('invite', ofFamily()),
      await count('invite_directory', `leads_to = '${familyId}'`),
      await count('proposal', `${ofFamily()} and change is not null`),
      await count('entry', ofFamily()),
    ]
    now += 8 * DAY
    await tick()
    expect(await left()).toEqual([1, 1, 1, 2, 2])
    now += 30 * DAY
    const before = (await syncOf(app, family, [], { token: await freshToken() })).body.cursor
    await tick()
    expect(await left()).toEqual([0, 0, 0, 1, 2])
    const news = (await syncOf(app, family, [], { token: await freshToken(), cursor: before, epoch: await epoch() }))
      .body
    const told = news.records.filter((one): one is Extract<SyncRecord, { type: 'proposal' }> => one.type === 'proposal')
    expect(told.map(({ id, state, change }) => [id, state, change])).toEqual([[refused.changeId, 'refused', null]])
  })

  it('is not looked for in a family that is gone', async () => {
    const gone = randomUUID()
    await database.query('insert into upkeep (leads_to, due_at) values ($1, $2)', [gone, new Date(now)])
    await tick()
    expect(await count('upkeep', `leads_to = '${gone}'`)).toBe(0)
  })

  const freshToken = async () => (await app.app.nest.get(SessionsService).open(family.accounts.owner)).accessToken
  const epoch = async () =>
    (await database.query<{ epoch: string }>('select epoch from family where id = $1', [family.familyId]))[0]!.epoch
})

describe('a job that was killed in the middle', () => {
  it('is begun again by the next', async () => {
    await tick()
    await database.query(
      `insert into pgboss.job (name, state, policy, started_on, expire_seconds, retry_limit)
       select name, 'active', policy, now() - interval '5 minutes', expire_seconds, 5 from pgboss.queue where name = 'purge'`,
    )
    await database.query("update pgboss.queue set monitor_claim_on = null, monitor_on = null where name = 'purge'")
    const first = (await tick()).body.purge
    await database.query("update pgboss.job set start_after = now() where state = 'retry'")
    expect([first, (await tick()).body.purge]).toContain('done')
    expect(await count('pgboss.job', "name = 'purge' and state < 'completed'")).toBe(0)
  })
})

describe('an instance that works jobs by itself', () => {
  it('serves while the queue is not there, says so, and begins when it is', async () => {
    await database.query('alter schema pgboss rename to elsewhere')
    const alone = await startTestApp(database, { env: { JOBS: 'true', INTERNAL_TICK_SECRET: SECRET } })
    const shortfalls = async () =>
      (await alone.as(null).get<{ status: string; shortfalls: string[] }>('//readyz')).body.shortfalls
    while ((await shortfalls()).length === 0) await pause(50)
    expect(await shortfalls()).toEqual(['jobs are not worked'])
    expect(alone.logged()).toContain('jobs are not worked')
    expect((await tick(alone)).body.code).toBe('database_unavailable')
    expect((await syncOf(alone, family, [create(family.childId)])).status).toBe(200)
    await database.query('alter schema elsewhere rename to pgboss')
    expect((await tick(alone)).status).toBe(200)
    await database.query("insert into login_link (hash, expires_at) values ('\\x03', now() - interval '9 days')")
    while ((await shortfalls()).length > 0) await pause(100)
    await alone.close()
  })
})
