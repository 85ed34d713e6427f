import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { HOUR, instant, type Instant } from '../../../shared/time/instant.ts'
import { newFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

type SignedIn = Reply<'auth.local'> & Problem

const env = { LOCAL_LOGIN: 'true', APP_URL: 'https://shouwen.example/app/' }

let database: TestDatabase
let app: TestApp
let now: Instant | null = null

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  app = await startTestApp(database, { env, clock: { now: () => now ?? instant(Date.now()) } })
})
afterEach(async () => {
  now = null
  await app.close()
})
/** Every test guesses anew. */
beforeEach(() => database.query('delete from guess'))
afterAll(() => database.drop())

const secretOf = (link: string | null): string => new URL(link!).hash.replace('#owner=', '')
const newSecret = async (at = app): Promise<string> => secretOf(await at.app.ownerLink())
const signIn = (secret: string, attemptId = randomUUID(), at = app) =>
  at.as(null).post<SignedIn>('/auth/local', { secret, attemptId })
const join = (code: string, attemptId = randomUUID(), memberName = '姥姥') =>
  app.as(null).post<SignedIn>('/auth/local/join', { code, memberName, attemptId, consentVersion: 1 })
const count = async (table: 'account' | 'session' | 'member'): Promise<number> => {
  const [row] = await database.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return row!.n
}

/** A family of the owner's, and a code into it. */
async function invited(): Promise<{ code: string; familyId: string; token: string }> {
  const { accessToken: token } = (await signIn(await newSecret())).body
  const family = newFamily()
  await app.as(token).post('/families', family)
  const { body } = await app
    .as(token)
    .post<Reply<'invites.create'>>(`/families/${family.familyId}/invites`, { role: 'caregiver' })
  return { code: body.code, familyId: family.familyId, token }
}

const INVALID = { status: 404, body: expect.objectContaining({ code: 'login_link_invalid' }) }

describe('the link that is printed', () => {
  it('leads to the app, with its secret where no server logs it', async () => {
    expect(await app.app.ownerLink()).toMatch(/^https:\/\/shouwen\.example\/app\/#owner=[\w-]{43}$/)
  })

  it('signs in the owner, once', async () => {
    const secret = await newSecret()
    const first = await signIn(secret)
    expect(first.status).toBe(200)
    expect((await app.as(first.body.accessToken).get('/me')).status).toBe(200)
    expect(await signIn(secret)).toMatchObject(INVALID)
  })

  it('used by two at the same moment signs in one', async () => {
    const secret = await newSecret()
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(secret)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is the same owner’s at every start, whatever phone was lost', async () => {
    const [one, two] = [await signIn(await newSecret()), await signIn(await newSecret())]
    expect(two.body.accountId).toBe(one.body.accountId)
  })

  it('answers the attempt again whose answer was lost', async () => {
    const [secret, attempt] = [await newSecret(), randomUUID()]
    const [first, again] = [await signIn(secret, attempt), await signIn(secret, attempt)]
    expect([again.status, again.body.accountId]).toEqual([200, first.body.accountId])
  })

  it('is good for an hour', async () => {
    const secret = await newSecret()
    now = instant(Date.now() + HOUR)
    expect(await signIn(secret)).toMatchObject(INVALID)
  })

  it('is no good any more when another was printed', async () => {
    const [old, young] = [await newSecret(), await newSecret()]
    expect(await signIn(old)).toMatchObject(INVALID)
    expect((await signIn(young)).status).toBe(200)
  })

  it('can’t be made up, and after a few tries nobody is listened to', async () => {
    const secret = await newSecret()
    const statuses: number[] = []
    for (let tries = 0; tries < 31; tries++) statuses.push((await signIn(`made-up-${tries}`)).status)
    expect(statuses).toEqual([...Array<number>(30).fill(404), 429])
    expect((await signIn(secret)).status).toBe(429)
  })

  it('stands neither in the database nor in the log', async () => {
    const secret = await newSecret()
    await signIn(secret)
    const rows = JSON.stringify(await database.query("select *, encode(hash, 'base64') from login_link"))
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    expect(app.logged()).not.toContain(secret)
  })
})

describe('others', () => {
  it('join by the owner’s invitation, with an account of their own', async () => {
    const { code, familyId } = await invited()
    const before = await count('account')
    const { status, body } = await join(code)
    expect(status).toBe(200)
    expect(await count('account')).toBe(before + 1)
    const me = await app.as(body.accessToken).get<Reply<'account.read'>>('/me')
    expect(me.body.families).toEqual([{ familyId, name: '乐乐家', role: 'caregiver', memberName: '姥姥' }])
    const renewed = await app
      .as(null)
      .post<SignedIn>('/auth/refresh', { refreshToken: body.refreshToken, attemptId: randomUUID() })
    expect(renewed.status).toBe(200)
  })

  it('whose answer was lost ask again, and are the same person; nobody else is', async () => {
    const { code } = await invited()
    const attempt = randomUUID()
    const first = await join(code, attempt)
    const again = await join(code, attempt)
    expect([again.status, again.body.accountId]).toEqual([200, first.body.accountId])
    const other = await join(code, randomUUID())
    expect([other.status, other.body.code]).toEqual([404, 'invite_invalid'])
  })

  it('leave nothing behind when the code is no good, or is taken in the same moment', async () => {
    const { code } = await invited()
    const before = [await count('account'), await count('member')] as const
    const wrong = await join('K7QM-4XPA')
    expect([wrong.status, wrong.body.code]).toEqual([404, 'invite_invalid'])
    const answers = await Promise.all(Array.from({ length: 5 }, () => join(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([await count('account'), await count('member')]).toEqual([before[0] + 1, before[1] + 1])
  })

  it('who were removed are not let in by asking again', async () => {
    const { code, familyId, token } = await invited()
    const attempt = randomUUID()
    const { body } = await join(code, attempt)
    await app.as(token).post(`/families/${familyId}/members/remove`, { accountId: body.accountId })
    const before = await count('session')
    expect((await join(code, attempt)).body.code).toBe('invite_invalid')
    expect(await count('session')).toBe(before)
  })
})

describe('where people sign in another way', () => {
  it('there is no link, and no such door', async () => {
    const plain = await startTestApp(database)
    expect(await plain.app.ownerLink()).toBeNull()
    expect((await signIn('any', randomUUID(), plain)).body.code).toBe('not_found')
    const { body } = await plain
      .as(null)
      .post('/auth/local/join', { code: 'K7QM-4XPA', memberName: '姥姥', attemptId: randomUUID(), consentVersion: 1 })
    expect(body.code).toBe('not_found')
    await plain.close()
  })
})
