import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import type { Answer } from '../../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { WechatStandIn } from '../../support/wechat-stand-in.ts'

type SignedIn = Reply<'auth.wechat'>

let database: TestDatabase
let wechat: WechatStandIn
let env: Record<string, string>
let app: TestApp

beforeAll(async () => {
  database = await createTestDatabase()
  wechat = new WechatStandIn()
  env = await wechat.start()
})
beforeEach(async () => {
  app = await startTestApp(database, { env })
})
afterEach(() => app.close())
/** Every test guesses anew. */
beforeEach(() => database.query('delete from guess'))
afterAll(async () => {
  await wechat.stop()
  await database.drop()
})

const login = (code: string, headers: Record<string, string> = {}, at = app): Promise<Answer<SignedIn & Problem>> =>
  at.as(null).post('/auth/wechat', { code }, headers)

const accounts = async (): Promise<number> => {
  const [row] = await database.query<{ n: number }>('select count(*)::int as n from account')
  return row!.n
}

describe('a code of wx.login', () => {
  it('signs in: the first time with a new account, then with the same', async () => {
    const first = await login(wechat.codeOf('open-id-mama'))
    expect(first.status).toBe(200)
    const me = await app.as(first.body.accessToken).get<Reply<'account.read'>>('/me')
    expect(me.body).toEqual({ accountId: first.body.accountId, families: [] })
    const again = await login(wechat.codeOf('open-id-mama'))
    expect(again.body.accountId).toBe(first.body.accountId)
    expect((await login(wechat.codeOf('open-id-baba'))).body.accountId).not.toBe(first.body.accountId)
  })

  it('asks WeChat as WeChat wants to be asked', async () => {
    const code = wechat.codeOf('open-id-of-a-question')
    await login(code)
    expect(Object.fromEntries(wechat.asked.at(-1)!)).toEqual({
      appid: WechatStandIn.APP.id,
      secret: WechatStandIn.APP.secret,
      js_code: code,
      grant_type: 'authorization_code',
    })
  })

  it('of one person from eight phones at the same moment makes one account', async () => {
    const before = await accounts()
    const codes = Array.from({ length: 8 }, () => wechat.codeOf('open-id-of-a-crowd'))
    const answers = await Promise.all(codes.map((code) => login(code)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(new Set(answers.map(({ body }) => body.accountId)).size).toBe(1)
    expect(await accounts()).toBe(before + 1)
  })

  it('works once', async () => {
    const code = wechat.codeOf('open-id-once')
    expect((await login(code)).status).toBe(200)
    const { status, body } = await login(code)
    expect([status, body.code]).toEqual([401, 'wechat_code_refused'])
  })
})

describe('what WeChat answers', () => {
  it.each([
    ['an invalid code', { errcode: 40029, errmsg: 'invalid code' }, 401, 'wechat_code_refused'],
    ['a used code', { errcode: 40163, errmsg: 'code been used' }, 401, 'wechat_code_refused'],
    ['a blocked user', { errcode: 40226, errmsg: 'code blocked' }, 403, 'wechat_user_blocked'],
    ['that it is busy', { errcode: -1, errmsg: 'system error' }, 503, 'wechat_unavailable'],
    [
      'that it is asked too often',
      { errcode: 45011, errmsg: 'api minute-quota reach limit' },
      503,
      'wechat_unavailable',
    ],
    ['that our secret is wrong', { errcode: 40125, errmsg: 'invalid appsecret' }, 503, 'wechat_unavailable'],
    ['nothing in time', 'silence', 503, 'wechat_unavailable'],
    ['a redirect, which would carry the secret on', 'redirect', 503, 'wechat_unavailable'],
    ['a page', '<html>502 Bad Gateway</html>', 503, 'wechat_unavailable'],
    ['no openid', { session_key: 'x' }, 503, 'wechat_unavailable'],
    ['an openid that is none', { openid: 7, session_key: 'x' }, 503, 'wechat_unavailable'],
    ['a list', [], 503, 'wechat_unavailable'],
  ])('as a problem with its own code: %s', async (_, answer, status, code) => {
    const before = await accounts()
    wechat.answerNext(answer)
    const refused = await login(wechat.codeOf('open-id-never'))
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect(await accounts()).toBe(before)
  })

  it('stands in no log with the secret, the code, or the person', async () => {
    for (const answer of ['silence', 'redirect', { errcode: 40125, errmsg: 'secret' }]) {
      wechat.answerNext(answer)
      await login('code-that-nobody-should-log')
    }
    const { body } = await login(wechat.codeOf('open-id-that-nobody-should-log'))
    await app.as(null).post('/auth/refresh', { refreshToken: body.refreshToken, attemptId: body.accountId })
    expect(app.logged()).toContain('"errcode":40125')
    for (const secret of [
      WechatStandIn.APP.secret,
      'nobody-should-log',
      'a key that nobody keeps',
      body.accessToken,
      body.refreshToken,
    ])
      expect(app.logged()).not.toContain(secret)
  })
})

describe('WeChat away', () => {
  it('is said at once, and sign-in comes back with it', async () => {
    const lonely = await startTestApp(database, { env: { ...env, WECHAT_API_URL: 'http://127.0.0.1:9' } })
    const begun = Date.now()
    expect((await login('any', {}, lonely)).body.code).toBe('wechat_unavailable')
    expect(Date.now() - begun).toBeLessThan(2_000)
    await lonely.close()
    expect((await login(wechat.codeOf('open-id-back'))).status).toBe(200)
  })
})

describe('X-WX-OPENID', () => {
  const header = { 'x-wx-openid': 'open-id-of-the-gateway' }

  it('is nothing but a header anybody may send, unless the server is told to trust it', async () => {
    const { status, body } = await login('a made-up code', header)
    expect([status, body.code]).toEqual([401, 'wechat_code_refused'])
    const real = await login(wechat.codeOf('open-id-real'), header)
    const other = await login(wechat.codeOf('open-id-real'))
    expect(real.body.accountId).toBe(other.body.accountId)
  })

  it('signs in where it is trusted, as the same account as a code does, and spends no code', async () => {
    const trusting = await startTestApp(database, { env: { ...env, TRUST_WX_HEADER: 'true' } })
    const asked = wechat.asked.length
    const byHeader = await login('whatever', header, trusting)
    expect(byHeader.status).toBe(200)
    expect(wechat.asked).toHaveLength(asked)
    const byCode = await login(wechat.codeOf('open-id-of-the-gateway'), {}, trusting)
    expect(byCode.body.accountId).toBe(byHeader.body.accountId)
    for (const bad of ['two, names', "x' or '1'='1", 'short', 'x'.repeat(200)]) {
      const refused = await login('whatever', { 'x-wx-openid': bad }, trusting)
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request'])
    }
    await trusting.close()
  })

  it('is needed where the server knows no code', async () => {
    const gateway = await startTestApp(database, { env: { TRUST_WX_HEADER: 'true' } })
    expect((await login('whatever', header, gateway)).status).toBe(200)
    const { status, body } = await login('whatever', {}, gateway)
    expect([status, body.code]).toEqual([401, 'unauthenticated'])
    await gateway.close()
  })
})

describe('signing in with WeChat', () => {
  it('does not exist where the server belongs to no mini-program', async () => {
    const plain = await startTestApp(database)
    const { status, body } = await login('any', { 'x-wx-openid': 'open-id-hopeful' }, plain)
    expect([status, body.code]).toEqual([404, 'not_found'])
    await plain.close()
  })

  it('is not a place to try codes out: after a few wrong ones nobody is asked any more', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 32; count++) statuses.push((await login(`guess-${count}`)).status)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
    expect(statuses.slice(30)).toEqual([429, 429])
    const asked = wechat.asked.length
    expect((await login(wechat.codeOf('open-id-late'))).body.code).toBe('too_many_requests')
    expect(wechat.asked).toHaveLength(asked)
  })

  it('counts guesses that are sent all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, count) => login(`burst-${count}`)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(30)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30)
  })
})
