import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { LIVE_CLOSE } from '../../../shared/contract/routes.ts'
import { DAY, MINUTE, instant, parseStamp, type Instant } from '../../../shared/time/instant.ts'
import { SessionsService } from '../../../server/access/sessions.service.ts'
import { makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

type SignedIn = Reply<'auth.refresh'>

let database: TestDatabase
let app: TestApp
let family: TestFamily
let now: Instant | null = null

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock: { now: () => now ?? instant(Date.now()) } })
  family = await makeFamily(app)
})
afterEach(() => (now = null))
afterAll(async () => {
  await app.close()
  await database.drop()
})

const open = (accountId = family.accounts.caregiver): Promise<SignedIn> =>
  app.app.nest.get(SessionsService).open(accountId)
const refresh = (refreshToken: string, attemptId = randomUUID(), at = app) =>
  at.as(null).post<SignedIn & Problem>('/auth/refresh', { refreshToken, attemptId })
const signOut = (refreshToken: string, everywhere = false) =>
  app.as(null).post<Reply<'auth.signOut'> & Problem>('/auth/sign-out', { refreshToken, everywhere })
const works = async (accessToken: string): Promise<boolean> => {
  const me = await app.as(accessToken).get('/me')
  const entries = await app.as(accessToken).get(`/families/${family.familyId}/children/${family.childId}/entries`)
  expect(entries.status).toBe(me.status)
  return me.status === 200
}
const refused = { status: 401, body: expect.objectContaining({ code: 'unauthenticated' }) }

describe('a refresh token', () => {
  it('is good for one new pair, and that pair’s for the next', async () => {
    let { refreshToken } = await open()
    for (let count = 0; count < 3; count++) {
      const next = await refresh(refreshToken)
      expect(next.status).toBe(200)
      expect(next.body.refreshToken).not.toBe(refreshToken)
      expect(await works(next.body.accessToken)).toBe(true)
      refreshToken = next.body.refreshToken
    }
  })

  it('that is used a second time ends the whole chain, on the phone that has its newest link too', async () => {
    const first = await open()
    const second = (await refresh(first.refreshToken)).body
    const third = (await refresh(second.refreshToken)).body
    const phone = await LivePhone.ready(app.url, third.accessToken, [family.familyId])
    expect(await refresh(first.refreshToken)).toMatchObject(refused)
    expect(await phone.closed).toBe(LIVE_CLOSE.unauthenticated)
    expect(await refresh(third.refreshToken)).toMatchObject(refused)
    for (const { accessToken } of [first, second, third]) expect(await works(accessToken)).toBe(false)
  })

  it('used again at once ends the chain just so', async () => {
    const first = await open()
    const second = (await refresh(first.refreshToken)).body
    expect(await refresh(first.refreshToken)).toMatchObject(refused)
    expect(await refresh(second.refreshToken)).toMatchObject(refused)
  })

  it('sent again by the same attempt, whose answer was lost, is answered anew', async () => {
    const first = await open()
    const attempt = randomUUID()
    const lost = (await refresh(first.refreshToken, attempt)).body
    const second = await refresh(first.refreshToken, attempt)
    expect(second.status).toBe(200)
    expect((await refresh(second.body.refreshToken)).status).toBe(200)
    // The lost answer was not lost after all: somebody has it.
    expect(await refresh(lost.refreshToken)).toMatchObject(refused)
    expect(await works(second.body.accessToken)).toBe(false)
  })

  it('sent again by the same attempt after its successor was used is in two hands', async () => {
    const first = await open()
    const attempt = randomUUID()
    const second = (await refresh(first.refreshToken, attempt)).body
    const third = (await refresh(second.refreshToken)).body
    expect(await refresh(first.refreshToken, attempt)).toMatchObject(refused)
    expect(await works(third.accessToken)).toBe(false)
  })

  it('used by two phones at the same moment serves one at most, and neither afterwards', async () => {
    const { refreshToken } = await open()
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)))
    const served = answers.filter(({ status }) => status === 200)
    expect(served).toHaveLength(1)
    expect(await refresh(served[0]!.body.refreshToken)).toMatchObject(refused)
  })

  it('runs out when it was not used for sixty days, and lasts as long as it is used', async () => {
    const begun = Date.now()
    const first = await open()
    let { refreshToken } = first
    expect(parseStamp(first.refreshExpiresAt)!.at).toBeGreaterThan(begun + 60 * DAY - MINUTE)
    for (const days of [59, 118]) {
      now = instant(begun + days * DAY)
      const next = await refresh(refreshToken)
      expect(next.status).toBe(200)
      refreshToken = next.body.refreshToken
    }
    now = instant(begun + 179 * DAY)
    expect(await refresh(refreshToken)).toMatchObject(refused)
  })

  it.each([
    ['made up', () => 'x'.repeat(96)],
    ['an access token', ({ accessToken }: SignedIn) => accessToken.replaceAll('.', '')],
    [
      'changed in one character',
      ({ refreshToken }: SignedIn) => (refreshToken.startsWith('A') ? 'B' : 'A') + refreshToken.slice(1),
    ],
    ['cut short', ({ refreshToken }: SignedIn) => refreshToken.slice(0, -4)],
    ['empty of meaning', () => '-'],
  ])('that is %s is refused, and ends nobody’s session', async (_, make) => {
    const session = await open()
    expect(await refresh(make(session).slice(0, 200))).toMatchObject(refused)
    expect((await refresh(session.refreshToken)).status).toBe(200)
  })

  it('of a server with another secret is refused', async () => {
    const other = await startTestApp(database, {
      env: { SESSION_SECRET: 'another secret, of more than 32 characters' },
    })
    const { refreshToken } = await open()
    expect(await refresh(refreshToken, randomUUID(), other)).toMatchObject(refused)
    await other.close()
  })

  it('is an access token to nobody', async () => {
    const { refreshToken } = await open()
    expect((await app.as(refreshToken).get('/me')).status).toBe(401)
  })

  it('does not stand in the database, only what cannot be turned back into it', async () => {
    const { refreshToken } = await open()
    const rows = JSON.stringify(await database.query("select *, encode(token_hash, 'base64') as coded from session"))
    expect(rows).not.toContain(refreshToken)
    expect(rows).not.toContain(Buffer.from(refreshToken, 'base64url').toString('hex'))
    expect(rows).not.toContain(Buffer.from(refreshToken, 'base64url').toString('base64').slice(0, 40))
  })
})

describe('signing out', () => {
  it('ends this phone’s session at once, its access token and its live connection, and no other phone’s', async () => {
    const [here, there] = [await open(), await open()]
    const phone = await LivePhone.ready(app.url, here.accessToken, [family.familyId])
    const other = await LivePhone.ready(app.url, there.accessToken, [family.familyId])
    expect((await signOut(here.refreshToken)).body).toEqual({ sessionsEnded: 1 })
    expect(await phone.closed).toBe(LIVE_CLOSE.unauthenticated)
    expect(await works(here.accessToken)).toBe(false)
    expect(await refresh(here.refreshToken)).toMatchObject(refused)
    expect(await works(there.accessToken)).toBe(true)
    await other.end()
  })

  it('everywhere ends every session of the account, on every instance, and nobody else’s', async () => {
    const two = await startTestApp(database)
    const [mine, alsoMine, others] = [
      await open(family.accounts.viewer),
      await open(family.accounts.viewer),
      await open(family.accounts.owner),
    ]
    const here = await LivePhone.ready(app.url, mine.accessToken, [family.familyId])
    const there = await LivePhone.ready(two.url, alsoMine.accessToken, [family.familyId])
    expect((await signOut(mine.refreshToken, true)).body).toEqual({ sessionsEnded: 2 })
    expect(await Promise.all([here.closed, there.closed])).toEqual(Array(2).fill(LIVE_CLOSE.unauthenticated))
    for (const { accessToken, refreshToken } of [mine, alsoMine]) {
      expect(await works(accessToken)).toBe(false)
      expect(await refresh(refreshToken)).toMatchObject(refused)
    }
    expect(await works(others.accessToken)).toBe(true)
    await two.close()
  })

  it('works with the token whose successor was lost on its way', async () => {
    const first = await open()
    const lost = (await refresh(first.refreshToken)).body
    expect((await signOut(first.refreshToken)).body).toEqual({ sessionsEnded: 1 })
    expect(await works(lost.accessToken)).toBe(false)
  })

  it('everywhere with a token spent long ago ends that chain alone: whoever has it may be anybody', async () => {
    const own = await makeFamily(app)
    const [stolen, safe] = [await open(own.accounts.owner), await open(own.accounts.owner)]
    const second = (await refresh(stolen.refreshToken)).body
    const third = (await refresh(second.refreshToken)).body
    expect(await signOut(stolen.refreshToken, true)).toMatchObject(refused)
    expect((await app.as(third.accessToken).get('/me')).status).toBe(401)
    expect((await app.as(safe.accessToken).get('/me')).status).toBe(200)
  })

  it('a second time, or with nonsense, is refused', async () => {
    const { refreshToken } = await open()
    await signOut(refreshToken)
    expect(await signOut(refreshToken)).toMatchObject(refused)
    expect(await signOut('nonsense')).toMatchObject(refused)
  })
})
