import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LIVE_CLOSE, LIVE_PATH } from '../../../shared/contract/routes.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { create, makeAccount, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const ORIGIN = 'https://preview.example'

let database: TestDatabase
let one: TestApp
let two: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  one = await startTestApp(database, { env: { ALLOWED_ORIGINS: ORIGIN } })
  two = await startTestApp(database)
  family = await makeFamily(one)
})
afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  await database.drop()
})

const hello = (token: string, families = [family.familyId]) => ({ type: 'hello', token, families })

describe('news', () => {
  it('of a change reaches the phones of the family, on every instance of the API, within a second', async () => {
    const here = await LivePhone.ready(one.url, family.tokens.caregiver, [family.familyId])
    const there = await LivePhone.ready(two.url, family.tokens.viewer, [family.familyId])
    const begun = Date.now()
    const { body } = await syncOf(one, family, [create(family.childId)])
    const seq = body.results[0]!.seq!
    await Promise.all([here.news(family.familyId, seq), there.news(family.familyId, seq)])
    expect(Date.now() - begun).toBeLessThan(1_000)
    await Promise.all([here.end(), there.end()])
  })

  it('of another family does not', async () => {
    const other = await makeFamily(one)
    const mine = await LivePhone.ready(one.url, family.tokens.owner, [family.familyId])
    await syncOf(one, other, [create(other.childId)])
    const { body } = await syncOf(one, family, [create(family.childId)])
    await mine.news(family.familyId, body.results[0]!.seq!)
    expect(mine.received.filter((message) => message.type === 'news' && message.familyId !== family.familyId)).toEqual(
      [],
    )
    await mine.end()
  })

  it('of many changes at once comes in few messages', async () => {
    const phone = await LivePhone.ready(two.url, family.tokens.owner, [family.familyId])
    const answers = await Promise.all(Array.from({ length: 40 }, () => syncOf(one, family, [create(family.childId)])))
    await phone.news(family.familyId, Math.max(...answers.map(({ body }) => body.results[0]!.seq!)))
    expect(phone.received.length).toBeLessThan(38)
    await phone.end()
  })

  it('is not made by what changed nothing', async () => {
    const change = create(family.childId)
    const { body } = await syncOf(one, family, [change])
    await pause(100)
    const phone = await LivePhone.ready(one.url, family.tokens.owner, [family.familyId])
    await syncOf(one, family, [change, create('00000000-0000-4000-8000-000000000000')])
    await syncOf(one, family, [create(family.childId)], { token: family.tokens.viewer })
    await pause(100)
    expect(phone.received).toEqual([{ type: 'ready' }])
    expect(body.results[0]!.outcome).toBe('saved')
    await phone.end()
  })

  it('that may have been lost while the bus was broken is made up for', async () => {
    const phone = await LivePhone.ready(two.url, family.tokens.owner, [family.familyId])
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shouwen live' and datname = current_database()",
    )
    const { body } = await syncOf(one, family, [create(family.childId)])
    await phone.news(family.familyId, body.results[0]!.seq!)
    const later = await syncOf(two, family, [create(family.childId)])
    await phone.news(family.familyId, later.body.results[0]!.seq!)
    await phone.end()
  })
})

describe('a live connection', () => {
  it('may change its families and its token without connecting anew', async () => {
    // Families of its own: news of what other tests did may still be under way.
    const [first, other] = [await makeFamily(one), await makeFamily(one)]
    const phone = await LivePhone.ready(one.url, first.tokens.owner, [first.familyId])
    phone.send(hello(other.tokens.owner, [other.familyId]))
    while (phone.received.filter(({ type }) => type === 'ready').length < 2) await pause(10)
    await syncOf(one, first, [create(first.childId)])
    const { body } = await syncOf(one, other, [create(other.childId)])
    await phone.news(other.familyId, body.results[0]!.seq!)
    expect(phone.received.some((message) => message.type === 'news' && message.familyId === first.familyId)).toBe(false)
    await phone.end()
  })

  it.each<[string, () => unknown, number]>([
    ['no token of ours', () => hello('made.up.token'), LIVE_CLOSE.unauthenticated],
    [
      'a family that is not its own',
      () => hello(family.tokens.owner, [family.familyId, '00000000-0000-4000-8000-000000000000']),
      LIVE_CLOSE.notFound,
    ],
    ['no JSON', () => 'hello', LIVE_CLOSE.badFrame],
    ['another frame', () => ({ type: 'subscribe' }), LIVE_CLOSE.badFrame],
    ['an unknown key', () => ({ ...hello(family.tokens.owner), admin: true }), LIVE_CLOSE.badFrame],
    ['no family', () => hello(family.tokens.owner, []), LIVE_CLOSE.badFrame],
    ['a frame that is too large', () => 'x'.repeat(9_000), 1009],
  ])('is closed that brings %s', async (_, frame, code) => {
    const phone = await new LivePhone(one.url).open()
    phone.send(frame())
    expect(await phone.closed).toBe(code)
    expect(phone.received).toEqual([])
  })

  it('is closed that sends a picture, or hello over and over', async () => {
    const binary = await new LivePhone(one.url).open()
    binary.socket.send(Buffer.from([1, 2, 3]))
    expect(await binary.closed).toBe(LIVE_CLOSE.badFrame)
    const eager = await LivePhone.ready(one.url, family.tokens.owner, [family.familyId])
    for (let count = 0; count < 10; count++) eager.send(hello(family.tokens.owner))
    expect(await eager.closed).toBe(LIVE_CLOSE.badFrame)
  })

  it('is closed that says nothing for five seconds', async () => {
    const begun = Date.now()
    const phone = await new LivePhone(one.url).open()
    expect(await phone.closed).toBe(LIVE_CLOSE.helloTimeout)
    expect(Date.now() - begun).toBeGreaterThan(4_500)
  }, 10_000)

  it('is closed when its token runs out', async () => {
    // A token's end is a whole second: begun within one, it would end before the time it was given.
    let now: Instant = instant(Math.floor(Date.now() / 1000) * 1000)
    const clock = { now: () => now }
    const app = await startTestApp(database, { clock })
    const { token } = await makeAccount(app)
    expect(token).toBeTruthy()
    const own = await makeFamily(app)
    now = instant(now + 15 * 60_000 - 300)
    const phone = await LivePhone.ready(app.url, own.tokens.owner, [own.familyId])
    expect(await phone.closed).toBe(LIVE_CLOSE.unauthenticated)
    await app.close()
  })

  it('is one of twenty of an account at most', async () => {
    const own = await makeFamily(one)
    const phones = await Promise.all(
      Array.from({ length: 20 }, () => LivePhone.ready(one.url, own.tokens.owner, [own.familyId])),
    )
    const extra = await new LivePhone(one.url).open()
    extra.send(hello(own.tokens.owner, [own.familyId]))
    expect(await extra.closed).toBe(LIVE_CLOSE.tooMany)
    const spouse = await LivePhone.ready(one.url, own.tokens.caregiver, [own.familyId])
    await Promise.all([...phones, spouse].map((phone) => phone.end()))
  })

  it('is told to come back when the server goes away', async () => {
    const app = await startTestApp(database)
    const phone = await LivePhone.ready(app.url, family.tokens.owner, [family.familyId])
    await app.close()
    expect(await phone.closed).toBe(LIVE_CLOSE.goingAway)
  })
})

describe('an upgrade', () => {
  const attempt = (path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const request = http.get(one.url + path, {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      })
      request.on('upgrade', (_, socket) => {
        socket.destroy()
        resolve(101)
      })
      request.on('response', (response) => {
        response.resume()
        resolve(response.statusCode!)
      })
      request.on('error', reject)
    })

  it('is for phones, for listed pages, and for the one path', async () => {
    expect(await attempt(LIVE_PATH, {})).toBe(101)
    expect(await attempt(LIVE_PATH, { origin: ORIGIN })).toBe(101)
    expect(await attempt(LIVE_PATH, { origin: 'https://evil.example' })).toBe(403)
    expect(await attempt('/api/v1/other', {})).toBe(404)
    expect(await attempt('/api/v1/me', {})).toBe(404)
  })

  it('that is no upgrade is answered with a problem', async () => {
    const { status, body } = await one.as(null).get('/live')
    expect([status, body.code]).toEqual([404, 'not_found'])
  })
})
