import { spawn } from 'node:child_process'
import path from 'node:path'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const MAIN = path.resolve(import.meta.dirname, '../../../dist/node/server/main.js')

interface Ended {
  readonly code: number | null
  readonly output: string
}

/** The server as it is deployed, until it ends by itself or has said that it listens, or what else is waited for. */
function boot(env: Record<string, string>, signal?: NodeJS.Signals, until = '"listening"'): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, PORT: '0', ...env } })
  let output = ''
  let asked = false
  const read = (chunk: Buffer): void => {
    output += chunk.toString()
    if (asked || !output.includes(until)) return
    asked = true // once: asked twice, it does not wait for its connections
    child.kill(signal ?? 'SIGKILL')
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const SECRET = 'x'.repeat(32)

describe('the server', () => {
  it('refuses a bad environment and names every problem at once', async () => {
    const { code, output } = await boot({
      DATABASE_URL: 'mysql://nowhere',
      SESSION_SECRET: 'short',
      PORT: 'eighty',
      DEMO: 'perhaps',
      ALLOWED_ORIGINS: 'https://good.example,not-an-origin',
      LOG_LEVEL: 'loud',
      MINIMUM_CLIENT_VERSION: 'new',
      RATE_LIMIT_PER_MINUTE: '-1',
      WECHAT_APP_ID: 'gh_not_a_mini_program',
      WECHAT_APP_SECRET: 'short',
      WECHAT_API_URL: 'http://api.weixin.qq.com',
      WECHAT_TIMEOUT_MS: 'soon',
      TRUST_WX_HEADER: '1',
      LOCAL_LOGIN: 'true',
    })
    expect(code).toBe(1)
    for (const name of [
      'DATABASE_URL',
      'SESSION_SECRET',
      'PORT',
      'DEMO',
      'ALLOWED_ORIGINS',
      'LOG_LEVEL',
      'MINIMUM_CLIENT_VERSION',
      'RATE_LIMIT_PER_MINUTE',
      'WECHAT_APP_ID',
      'WECHAT_APP_SECRET',
      'WECHAT_API_URL',
      'WECHAT_TIMEOUT_MS',
      'TRUST_WX_HEADER',
      'APP_URL',
    ])
      expect(output).toMatch(new RegExp(`^  ${name}: \\S`, 'm'))
    expect(output).not.toMatch(/\n\s+at /)
  })

  it('refuses to start without its two necessities', async () => {
    const { code, output } = await boot({})
    expect(code).toBe(1)
    expect(output).toContain('DATABASE_URL: is missing')
    expect(output).toContain('SESSION_SECRET: is missing')
  })

  it.each([
    ['the superuser', () => database.superuserUrl, 'is a superuser'],
    ['the owner of the tables', () => database.ownerUrl, 'owns tables'],
  ])('refuses a role that row-level security does not bind: %s', async (_, url, reason) => {
    const { code, output } = await boot({ DATABASE_URL: url(), SESSION_SECRET: SECRET })
    expect(code).toBe(1)
    expect(output).toContain('DATABASE_URL must name a role that row-level security binds')
    expect(output).toContain(reason)
  })

  it.each([
    ['bypassrls', 'has BYPASSRLS'],
    ['createrole', 'has CREATEROLE'],
    ['in role shouwen_owner', 'owns tables'],
  ])('refuses a role that could get around it: %s', async (right, reason) => {
    const role = `sly_${right.replaceAll(/\W/g, '_')}_${process.pid}`
    await database.query(`create role ${role} login password 'p' ${right}`)
    const url = Object.assign(new URL(database.apiUrl), { username: role, password: 'p' }).href
    const { code, output } = await boot({ DATABASE_URL: url, SESSION_SECRET: SECRET })
    await database.query(`drop role ${role}`)
    expect(code).toBe(1)
    expect(output).toContain(reason)
  })

  it('refuses to be a demo on a database that was never migrated', async () => {
    const empty = await createTestDatabase({ empty: true })
    const { code, output } = await boot({ DATABASE_URL: empty.apiUrl, DEMO: 'true' })
    await empty.drop()
    expect(code).toBe(1)
    expect(output).toContain('migrations have not run: CreateFamilies')
  })

  it('prints a link for the owner where there is no WeChat, beside its log', async () => {
    const env = { LOCAL_LOGIN: 'true', APP_URL: 'https://shouwen.example' }
    const known = { DATABASE_URL: database.apiUrl, SESSION_SECRET: SECRET }
    const { output } = await boot({ ...known, ...env }, 'SIGKILL', '#owner=')
    expect(output).toMatch(
      /^Sign in as the owner, once, within the hour: https:\/\/shouwen\.example\/#owner=[\w-]{43}$/m,
    )
    expect(output.split('\n').filter((line) => line.startsWith('{') && line.includes('owner='))).toEqual([])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('starts, and ends quietly on %s', async (signal) => {
    const { code, output } = await boot({ DATABASE_URL: database.apiUrl, SESSION_SECRET: SECRET }, signal)
    expect(output).toContain('"stopping"')
    expect(code).toBe(0)
  })
})
