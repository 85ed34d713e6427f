import net from 'node:net'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { makeFamily, type TestFamily } from '../../support/factories.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const ORIGIN = 'https://preview.example'

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, {
    env: {
      ALLOWED_ORIGINS: `${ORIGIN},http://localhost:5173`,
      MINIMUM_CLIENT_VERSION: '1.4.2',
      METRICS_TOKEN: 'a token of Prometheus',
    },
  })
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Bytes as they are, for what no client would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('a path', () => {
  it.each([
    '//nothing',
    '/nothing',
    '//api/v2/me',
    '//docs/../../etc/passwd',
    '//docs/package.json',
    '//docs/constructor',
  ])('that is not there is a problem: %s', async (path) => {
    const { status, body, headers } = await app.as(family.tokens.owner).get(path)
    expect([status, body.code]).toEqual([404, 'not_found'])
    expect(headers.get('content-type')).toContain('application/problem+json')
  })

  it.each([
    ['DELETE', '/me', 'GET, HEAD'],
    ['PUT', `/families/00000000-0000-4000-8000-000000000000/sync`, 'POST'],
    ['GET', '/demo/login', 'POST'],
    ['POST', '//healthz', 'GET, HEAD'],
  ])('that is there, but not for %s %s, names what it answers', async (method, path, allowed) => {
    const { status, body, headers } = await app.as(family.tokens.owner).send(path, { method })
    expect([status, body.code]).toEqual([405, 'method_not_allowed'])
    expect(headers.get('allow')).toBe(allowed)
  })
})

describe('what is hardly HTTP', () => {
  it.each([
    [
      'headers beyond the limit',
      `GET /healthz HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['no host', 'GET /api/v1/me HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'invalid_request'],
    [
      'expectations that nobody has',
      'GET /api/v1/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: the-moon\r\n\r\n',
      401,
      'unauthenticated',
    ],
    [
      'a WebSocket without a key',
      'GET /api/v1/live HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      400,
      'invalid_request',
    ],
    ['no HTTP at all', 'EHLO mail.example\r\n\r\n', 400, 'invalid_request'],
    [
      'two lengths',
      'POST /api/v1/demo/login HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
      400,
      'invalid_request',
    ],
  ])('is answered with a problem too: %s', async (_, text, status, code) => {
    const answer = await raw(text)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('content-type: application/problem+json')
    expect(answer).toContain(`"code":"${code}"`)
  })
})

describe('every answer', () => {
  it('carries the caller’s request id, or one of the server’s', async () => {
    const given = await app.as(null).get('//healthz', { 'x-request-id': 'phone-1234.5678' })
    expect(given.headers.get('x-request-id')).toBe('phone-1234.5678')
    for (const unfit of ['short', 'x'.repeat(65), 'with space']) {
      const made = await app.as(null).get('//healthz', { 'x-request-id': unfit })
      expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it.each(['//healthz', '/me', '//nothing'])('carries security headers: %s', async (path) => {
    const { headers } = await app.as(null).get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    app.as(null).send('/me', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-shouwen-version',
      },
    })

  it('may call when it is listed', async () => {
    const { status, headers } = await preflight(ORIGIN)
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(headers.get('access-control-allow-headers')).toContain('x-shouwen-version')
    const { headers: plain } = await app.as(null).get('/me', { origin: ORIGIN })
    expect(plain.get('access-control-allow-origin')).toBe(ORIGIN)
  })

  it('is told nothing when it is not', async () => {
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`]) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
      expect((await app.as(null).get('/me', { origin })).headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('a client', () => {
  const sync = (version: string) =>
    app
      .as(family.tokens.owner)
      .post(
        `/families/${family.familyId}/sync`,
        { epoch: null, cursor: 0, changes: [] },
        { 'x-shouwen-version': version },
      )

  it.each(['1.4.2', '1.4.10', '1.10.0', '2.0.0', '1.4.2-beta.1'])(
    'that is new enough is served: %s',
    async (version) => {
      expect((await sync(version)).status).toBe(200)
    },
  )

  it.each(['1.4.1', '1.3.99', '0.9.0'])('that is too old is told to upgrade: %s', async (version) => {
    const { status, body } = await sync(version)
    expect([status, body.code]).toEqual([426, 'upgrade_required'])
  })

  it('that names no version at all is served, one that names nonsense is not', async () => {
    expect((await app.as(family.tokens.owner).get('/me')).status).toBe(200)
    expect((await sync('latest')).body.code).toBe('invalid_request')
  })
})

describe('infrastructure', () => {
  it('tells whether the server is alive and ready', async () => {
    expect((await app.as(null).get('//healthz')).body).toEqual({ status: 'ok' })
    expect((await app.as(null).get('//readyz')).body).toEqual({ status: 'ready', shortfalls: [] })
  })

  it('shows the contract, and a page to try it that loads nothing from elsewhere', async () => {
    const { body } = await app.as(null).get<{ openapi: string; paths: object }>('//api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/api/v1/families/{familyId}/sync')
    const page = await app.as(null).get<string>('//docs')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const parts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => part!)
    expect(parts).toEqual(['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js'])
    for (const part of parts) {
      const { status, headers } = await app.as(null).get(`/${part}`)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toMatch(/javascript|css/)
    }
  })

  it('gives figures by route, and only to who has the token', async () => {
    await app.as(family.tokens.owner).get(`/families/${family.familyId}/children/${family.childId}/entries`)
    expect((await app.as(null).get('//metrics')).status).toBe(401)
    expect((await app.as('wrong').get('//metrics')).status).toBe(401)
    const { body, headers } = await app
      .as(null)
      .get<string>('//metrics', { authorization: 'Bearer a token of Prometheus' })
    expect(headers.get('content-type')).toContain('text/plain')
    expect(body).toContain(
      'shouwen_http_request_seconds_count{method="GET",route="/api/v1/families/:familyId/children/:childId/entries",status="200"} 1',
    )
    expect(body).toContain('shouwen_live_connections 0')
    expect(body).not.toContain(family.familyId)
    expect(body).not.toContain(family.accounts.owner)
  })
})

describe('too many requests', () => {
  it('of one account are refused for a while, and others go on', async () => {
    const strict = await startTestApp(database, { env: { RATE_LIMIT_PER_MINUTE: '5' } })
    const me = () => strict.as(family.tokens.owner).get('/me')
    const answers = []
    for (let count = 0; count < 7; count++) answers.push(await me())
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(answers[6]!.body.code).toBe('too_many_requests')
    expect(Number(answers[6]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await strict.as(family.tokens.viewer).get('/me')).status).toBe(200)
    expect((await strict.as(null).get('//healthz')).status).toBe(200)
    await strict.close()
  })

  it('with ever new tokens are counted by their address', async () => {
    const strict = await startTestApp(database, { env: { RATE_LIMIT_PER_MINUTE: '3' } })
    const statuses = []
    for (let count = 0; count < 5; count++) statuses.push((await strict.as(`made.up.${count}`).get('/me')).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
    await strict.close()
  })
})
