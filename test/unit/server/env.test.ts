import { EnvError, readDatabaseEnv, readEnv } from '../../../server/config/env.ts'

const GOOD = { DATABASE_URL: 'postgres://api:p@db:5432/shouwen', SESSION_SECRET: 'x'.repeat(32) }

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(env)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
}

describe('the environment', () => {
  it('needs a database and a secret, and has a default for the rest', () => {
    expect(readEnv(GOOD)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8080,
      DEMO: false,
      ALLOWED_ORIGINS: [],
      LOG_LEVEL: 'info',
      TRUSTED_PROXIES: 0,
    })
    expect(problemsOf({})).toEqual([
      'DATABASE_URL: is missing',
      'SESSION_SECRET: is missing (only DEMO=true goes without)',
    ])
  })

  it('names every problem at once', () => {
    expect(
      problemsOf({ DATABASE_URL: 'http://x', PORT: '70000', DEMO: 'yes', LOG_LEVEL: 'x' }).map(
        (line) => line.split(':')[0],
      ),
    ).toEqual(['DATABASE_URL', 'PORT', 'DEMO', 'LOG_LEVEL', 'SESSION_SECRET'])
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readEnv({ ...GOOD, PORT: '', METRICS_TOKEN: '' }).PORT).toBe(8080)
    expect(problemsOf({ ...GOOD, SESSION_SECRET: '' })).toHaveLength(1)
  })

  it('lets the demo go without a secret, and makes another one each time', () => {
    const demo = { DATABASE_URL: GOOD.DATABASE_URL, DEMO: 'true' }
    const [one, two] = [readEnv(demo).SESSION_SECRET, readEnv(demo).SESSION_SECRET]
    expect(one.length).toBeGreaterThanOrEqual(32)
    expect(one).not.toBe(two)
    expect(problemsOf({ ...demo, SESSION_SECRET: 'short' })).toEqual([
      'SESSION_SECRET: must have at least 32 characters',
    ])
  })

  it.each([
    [{ WECHAT_APP_ID: 'wx1234567890abcdef' }, 'WECHAT_APP_SECRET: is missing (WECHAT_APP_ID is nothing without it)'],
    [{ WECHAT_APP_SECRET: 'x'.repeat(32) }, 'WECHAT_APP_ID: is missing (WECHAT_APP_SECRET is nothing without it)'],
    [{ LOCAL_LOGIN: 'true' }, 'APP_URL: is missing (LOCAL_LOGIN=true prints a link to it)'],
  ])('wants together what works together: %p', (given, problem) => {
    expect(problemsOf({ ...GOOD, ...given })).toEqual([problem])
  })

  it.each([
    ['https://api.weixin.qq.com', true],
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000', true],
    ['http://api.weixin.qq.com', false],
    ['http://127.0.0.1.evil.example', false],
    ['ftp://127.0.0.1', false],
    ['api.weixin.qq.com', false],
  ])('sends the app’s secret in the open to this machine alone: %s', (url, good) => {
    expect(problemsOf({ ...GOOD, WECHAT_API_URL: url })).toHaveLength(good ? 0 : 1)
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readEnv(GOOD))).toBe(true)
    expect(Object.isFrozen(readDatabaseEnv(GOOD))).toBe(true)
  })

  it.each([
    ['https://a.example', ['https://a.example']],
    ['https://a.example, http://localhost:5173', ['https://a.example', 'http://localhost:5173']],
  ])('reads origins: %s', (text, origins) => {
    expect(readEnv({ ...GOOD, ALLOWED_ORIGINS: text }).ALLOWED_ORIGINS).toEqual(origins)
  })

  it.each([['https://a.example/'], ['a.example'], ['*'], ['https://a.example,,http://b.example'], ['null']])(
    'refuses what is no origin: %s',
    (text) => {
      expect(problemsOf({ ...GOOD, ALLOWED_ORIGINS: text })).toHaveLength(1)
    },
  )
})
