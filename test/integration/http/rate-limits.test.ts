import { randomUUID } from 'node:crypto'
import { TokenService } from '../../../server/access/token.service.ts'
import { isDoor, routeOf, type RouteId } from '../../../shared/contract/routes.ts'
import { ROUTE_IDS, goodBody, idsOf, pathOf } from '../../support/contract-calls.ts'
import { makeFamily, type TestFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import type { Answer } from '../../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const LIMIT = 3

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  const env = { RATE_LIMIT_PER_MINUTE: String(LIMIT), TRUSTED_PROXIES: '1', DEMO: 'true' }
  app = await startTestApp(database, { env })
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

let addresses = 0
const newAddress = (): string => `198.51.100.${++addresses}`
const newToken = async (): Promise<string> => (await app.app.nest.get(TokenService).issue(randomUUID())).token

interface From {
  readonly address: string
  readonly token?: string
}

/** A request that is good but for who sends it: it need not be let in to be counted. */
function request(id: RouteId, { address, token }: From, path = pathOf(id, idsOf(family))): Promise<Answer> {
  const { method } = routeOf(id)
  return app.as(token ?? null).send(path, {
    method,
    headers: { 'x-forwarded-for': address, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { body: JSON.stringify(goodBody(id, family)) } : {}),
  })
}

function expectRefused({ status, body, headers }: Answer): void {
  expect([status, body.code]).toEqual([429, 'too_many_requests'])
  const seconds = Number(headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(600)
}

async function useUp(id: RouteId, from: () => From): Promise<void> {
  for (let count = 0; count < LIMIT; count++) expect((await request(id, from())).status).not.toBe(429)
}

describe('too many requests', () => {
  it.each(ROUTE_IDS)('of one address are refused: %s', async (id) => {
    const from = { address: newAddress() }
    await useUp(id, () => from)
    expectRefused(await request(id, from))
    expect((await request(id, { address: newAddress() })).status).not.toBe(429)
  })

  it.each(ROUTE_IDS.filter((id) => !isDoor(routeOf(id).access)))(
    'of one account are refused, wherever it calls from, and others at the same place go on: %s',
    async (id) => {
      const token = await newToken()
      const place = newAddress()
      await useUp(id, () => ({ token, address: newAddress() }))
      expectRefused(await request(id, { token, address: place }))
      expect((await request(id, { token: await newToken(), address: place })).status).not.toBe(429)
    },
  )

  it('are one sum over all routes', async () => {
    const from = { token: await newToken(), address: newAddress() }
    for (const id of ['account.read', 'members.list', 'family.sync'] as const) await request(id, from)
    expectRefused(await request('entries.list', from))
  })

  it('are counted however the path is written', async () => {
    const from = { address: newAddress() }
    const written = ['/%61pi/v1/demo/login', '/api/%761/demo/login', '/api/v1/demo/log%69n', '/api/v1/demo/login']
    const answers: number[] = []
    for (const path of written) answers.push((await request('demo.login', from, `/${path}`)).status)
    expect(answers).toEqual([200, 200, 200, 429])
  })

  it('of one IPv6 network are counted together', async () => {
    for (let host = 1; host <= LIMIT; host++) await request('account.read', { address: `2001:db8:1:2::${host}` })
    expectRefused(await request('account.read', { address: '2001:db8:1:2:3:4:5:6' }))
    expect((await request('account.read', { address: '2001:db8:1:3::1' })).status).toBe(401)
  })

  it('cannot be passed off as another’s by naming an address of one’s own choice', async () => {
    const open = await startTestApp(database, { env: { RATE_LIMIT_PER_MINUTE: '2' } })
    const statuses: number[] = []
    for (let count = 0; count < 4; count++)
      statuses.push((await open.as(null).get('/me', { 'x-forwarded-for': newAddress() })).status)
    expect(statuses).toEqual([401, 401, 429, 429])
    await open.close()
  })
})

/** WeChat's codes need WeChat: that they are counted too is proven with its sign-in. */
const GUESSED = ROUTE_IDS.filter((id) => routeOf(id).guessed && id !== 'auth.wechat')

describe('too many wrong guesses', () => {
  it.each(GUESSED)('are told when to come again: %s', async (id) => {
    const env = {
      TRUSTED_PROXIES: '1',
      LOCAL_LOGIN: 'true',
      APP_URL: 'https://shouwen.example',
    }
    const guessed = await startTestApp(database, { env })
    await database.query('delete from guess')
    const address = newAddress()
    const token = family.tokens.owner
    const guess = () =>
      guessed
        .as(isDoor(routeOf(id).access) ? null : token)
        .post<{ code: string }>(routeOf(id).path, goodBody(id, family), {
          'x-forwarded-for': address,
        })
    let last = await guess()
    for (let count = 0; count < 40 && last.status !== 429; count++) last = await guess()
    expectRefused(last as Answer)
    await guessed.close()
  })
})
