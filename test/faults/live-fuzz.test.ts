import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import * as fc from 'fast-check'
import * as z from 'zod'
import { SessionsService } from '../../server/access/sessions.service.ts'
import { LIVE_CLOSE } from '../../shared/contract/routes.ts'
import { LiveHelloSchema } from '../../shared/contract/schemas/live.schema.ts'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { create, makeFamily, type TestFamily } from '../support/factories.ts'
import { tokensFor } from '../support/fuzz/fuzz-stage.ts'
import { hostile, spoil, spoiling, textOf } from '../support/fuzz/hostile.ts'
import { idPlaces, withIds } from '../support/fuzz/placeholder-ids.ts'
import { CALLERS, type FuzzCaller } from '../support/fuzz/request-arbitrary.ts'
import { arbitraryOf, type JsonSchema } from '../support/fuzz/schema-arbitrary.ts'
import { LivePhone } from '../support/live-phone.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { syncOf } from '../support/sync.ts'
import { tell } from '../support/tally.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let api: ApiProcess
let own: TestFamily
let victim: TestFamily
let tokens: Readonly<Record<FuzzCaller, string | null>>

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  api = await startApiProcess(database.apiUrl)
  own = await makeFamily(app)
  victim = await makeFamily(app)
  tokens = await tokensFor(app, own)
}, PATIENCE_MS)
afterAll(async () => {
  await api.stop()
  await app.close()
  await database.drop()
})

const residentMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))![1]) / 1024

/** What one connection sends, one after the other. */
type Frame =
  | { readonly as: 'text'; readonly text: string; readonly caller: FuzzCaller }
  | { readonly as: 'binary'; readonly bytes: Uint8Array }
  | { readonly as: 'raw'; readonly bytes: Uint8Array }

/** Where the real token goes once it is there. */
const TOKEN = 'a token of the caller'

const hello = arbitraryOf(z.toJSONSchema(LiveHelloSchema, { io: 'input' }) as JsonSchema, idPlaces).map((value) => ({
  ...(value as object),
  token: TOKEN,
}))
const caller = fc.constantFrom(...CALLERS)
const frame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ as: fc.constant('text' as const), text: hello.map(textOf), caller }) },
  {
    weight: 5,
    arbitrary: fc.record({
      as: fc.constant('text' as const),
      text: fc.tuple(hello, fc.nat(60), spoiling).map(([value, at, how]) => textOf(spoil(value, at, how))),
      caller,
    }),
  },
  { weight: 3, arbitrary: fc.record({ as: fc.constant('text' as const), text: hostile.map(textOf), caller }) },
  {
    weight: 2,
    arbitrary: fc.record({
      as: fc.constant('text' as const),
      text: fc.constantFrom('', '{', 'x'.repeat(8_192), 'x'.repeat(8_193), 'x'.repeat(3_000_000), '['.repeat(8_000)),
      caller,
    }),
  },
  { weight: 2, arbitrary: fc.record({ as: fc.constant('binary' as const), bytes: fc.uint8Array({ maxLength: 200 }) }) },
  { weight: 2, arbitrary: fc.record({ as: fc.constant('raw' as const), bytes: fc.uint8Array({ maxLength: 60 }) }) },
)

/** Why the server may end a connection; a fault of its own (1011) is not among them. */
const GOOD_REASONS: readonly number[] = [
  LIVE_CLOSE.badFrame,
  LIVE_CLOSE.unauthenticated,
  LIVE_CLOSE.notFound,
  LIVE_CLOSE.tooMany,
  1002, // no WebSocket frame
  1005, // the phone's own goodbye
  1006, // frames so broken that there was nobody to say goodbye to
  1007, // no UTF-8
  1009, // too large
]

const send = (phone: LivePhone, one: Frame): void => {
  if (phone.socket.readyState !== phone.socket.OPEN) return
  if (one.as === 'raw') phone.raw(Buffer.from(one.bytes))
  else if (one.as === 'binary') phone.socket.send(one.bytes)
  else {
    const pools = { own: [own.familyId], others: [victim.familyId], seen: [victim.familyId] }
    phone.send(withIds(one.text, pools).replaceAll(TOKEN, tokens[one.caller] ?? 'none'))
  }
}

/** A good phone is welcomed, and hears of a change. */
async function expectServing(): Promise<void> {
  const phone = await LivePhone.ready(api.url, own.tokens.owner, [own.familyId])
  const { body } = await syncOf(app, own, [create(own.childId)])
  await phone.news(own.familyId, body.results[0]!.seq!)
  await phone.end()
}

describe('a live connection', () => {
  it(
    'hears nothing of others and harms nobody, whatever it sends',
    async () => {
      let connections = 0
      let warm = 0
      const several = fc.array(fc.array(frame, { minLength: 1, maxLength: 8 }), { minLength: 10, maxLength: 10 })
      await fc.assert(
        fc.asyncProperty(several, async (each) => {
          const phones = await Promise.all(each.map(() => new LivePhone(api.url).open()))
          connections += phones.length
          phones.forEach((phone, index) => {
            for (const one of each[index]!) send(phone, one)
          })
          await syncOf(app, victim, [create(victim.childId)])
          await pause(40) // longer than news wait to be told together
          const codes = await Promise.all(phones.map((phone) => phone.end()))
          for (const code of codes) expect(GOOD_REASONS).toContain(code)
          const heard = phones.flatMap(({ received }) => received)
          expect(heard.filter((one) => one.type === 'news' && one.familyId === victim.familyId)).toEqual([])
          warm = Math.max(warm, connections < 200 ? residentMb() : 0)
        }),
        { numRuns: rounds(12, 300), endOnFailure: true },
      )
      await expectServing()
      tell(`${connections} connections; memory ${Math.round(warm)} MB warm, ${Math.round(residentMb())} MB in the end`)
      expect(residentMb()).toBeLessThan(warm + 150)
    },
    PATIENCE_MS,
  )

  it(
    'whose sign-in ends in the middle of what it says is closed, and not let in again',
    async () => {
      for (let round = 0; round < rounds(2, 10); round++) {
        const session = await app.app.nest.get(SessionsService).open(own.accounts.owner)
        const phones = await Promise.all(
          Array.from({ length: 12 }, () => LivePhone.ready(api.url, session.accessToken, [own.familyId])),
        )
        const again = { type: 'hello', token: session.accessToken, families: [own.familyId] }
        const talking = phones.map(async (phone, index) => {
          await pause(index * 3)
          for (let count = 0; count < 3; count++) phone.send(again)
        })
        await pause(10)
        const ended = await signOut(session.refreshToken)
        expect(ended.status).toBe(200)
        await Promise.all(talking)
        expect(await Promise.all(phones.map(({ closed }) => closed))).toEqual(
          phones.map(() => LIVE_CLOSE.unauthenticated),
        )
        const late = await new LivePhone(api.url).open()
        late.send(again)
        expect(await late.closed).toBe(LIVE_CLOSE.unauthenticated)
      }
    },
    PATIENCE_MS,
  )

  it(
    'that says nothing is one of five hundred at most, and they keep nobody out for long',
    async () => {
      const silent = Array.from({ length: 700 }, () => new LivePhone(api.url))
      const outcomes = await Promise.all(
        silent.map((phone) => Promise.race([phone.open().then(() => 'let in'), phone.closed.then(() => 'refused')])),
      )
      expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(0)
      expect(outcomes.filter((outcome) => outcome === 'let in').length).toBeGreaterThanOrEqual(500)
      expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
      await Promise.all(silent.map(({ closed }) => closed))
      await expectServing()
    },
    PATIENCE_MS,
  )
})

const signOut = (refreshToken: string) => app.as(null).post('/auth/sign-out', { refreshToken, everywhere: false })
