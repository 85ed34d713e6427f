import { readFileSync } from 'node:fs'
import http from 'node:http'
import * as fc from 'fast-check'
import { PROBLEMS, type Problem } from '../../shared/contract/errors.ts'
import { BODY_BYTES } from '../../shared/contract/routes.ts'
import { openApiDocument } from '../../server/platform/openapi.ts'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { ALL_DOORS } from '../support/doors.ts'
import { create } from '../support/factories.ts'
import {
  idsIn,
  makeMarkedFamily,
  movementOf,
  rowsOf,
  tokensFor,
  type MarkedFamily,
} from '../support/fuzz/fuzz-stage.ts'
import { idPlaces, OWN_FAMILY, withIds } from '../support/fuzz/placeholder-ids.ts'
import {
  inFamily,
  operationsOf,
  requestsFor,
  type FuzzCaller,
  type FuzzRequest,
  type Operation,
} from '../support/fuzz/request-arbitrary.ts'
import { sendExactly, sendNonsense, type RawAnswer } from '../support/fuzz/send-bytes.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { client } from '../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { tell } from '../support/tally.ts'
import { WechatStandIn } from '../support/wechat-stand-in.ts' // prettier-ignore

const OPERATIONS = operationsOf(openApiDocument() as { paths: object })
const TOTAL = rounds(1_600, 24_000)
/** A family of its own for so many requests: some of them really remove members, and leave. */
const PER_FAMILY = 120

/** The longer an operation's schema, the more there is to get wrong. */
const weightOf = (operation: Operation): number => Math.sqrt(JSON.stringify(operation).length)
const WHOLE = OPERATIONS.reduce((sum, one) => sum + weightOf(one), 0)
const runsOf = (operation: Operation): number => Math.ceil((TOTAL * weightOf(operation)) / WHOLE)

interface Stage {
  readonly family: MarkedFamily
  readonly tokens: Readonly<Record<FuzzCaller, string | null>>
}

let database: TestDatabase
let app: TestApp
let api: ApiProcess
let wechat: WechatStandIn
let victim: MarkedFamily
let untouched: Record<string, unknown>
let movement: () => Promise<unknown>
let stage: Stage
let sent = 0
let log = ''
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
/** Ids that answers told of, of kinds that these tests need not know. */
const seen: string[] = []
const statuses = new Map<number, number>()
const memory: number[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  wechat = new WechatStandIn()
  const env = { ...ALL_DOORS, ...(await wechat.start()), TRUSTED_PROXIES: '1' }
  api = await startApiProcess(database.apiUrl, { env, onLog: (text) => (log += text) })
  victim = await makeMarkedFamily(app, database)
  untouched = await rowsOf(database, victim.familyId)
  movement = await movementOf(database)
}, PATIENCE_MS)
afterAll(async () => {
  agent.destroy()
  await api.stop()
  await wechat.stop()
  await app.close()
  await database.drop()
})

/** The memory the process holds, in MB. */
const residentMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))![1]) / 1024

async function nextStage(): Promise<Stage> {
  if (sent % PER_FAMILY === 0) {
    const family = await makeMarkedFamily(app, database)
    stage = { family, tokens: await tokensFor(app, family) }
    memory.push(residentMb())
  }
  sent += 1
  return stage
}

/** The request as it really goes: with ids, a token, and an address of its own, since wrong guesses are counted by it. */
function real(request: FuzzRequest, { family, tokens }: Stage) {
  const pools = { own: family.ids, others: victim.known, seen }
  const token = tokens[request.caller]
  const body = request.body === null ? null : withIds(request.body, pools)
  return {
    method: request.method,
    path: withIds(request.path, pools),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
      ...request.headers,
    },
    body,
  }
}

function expectNoLeak(said: string, { caller }: FuzzRequest): void {
  expect(said).not.toContain(victim.mark)
  expect(idsIn(said).filter((id) => victim.hidden.includes(id))).toEqual([])
  if (!['owner', 'caregiver', 'viewer'].includes(caller)) expect(said).not.toContain(stage.family.mark)
}

function expectSensible({ status, headers, text }: RawAnswer, method: string): void {
  expect(status).toBeLessThan(500)
  expect(headers['x-request-id']).toMatch(/^[\w.-]{8,64}$/)
  if (status < 400) return
  expect(headers['content-type']).toContain('application/problem+json')
  if (method === 'HEAD') return
  const problem = JSON.parse(text) as Problem
  expect(PROBLEMS).toHaveProperty(problem.code, status)
  expect(problem).toMatchObject({ status, requestId: headers['x-request-id'], type: `urn:shouwen:problem:${problem.code}` })
  expect(text).not.toMatch(/\bat .*\.[jt]s:\d|select |insert |update |node_modules|relation "|syntax error at/i)
} // prettier-ignore

/** Mostly about the caller's own family, else about whichever. */
const anyRequest = (operation: Operation): fc.Arbitrary<FuzzRequest> =>
  fc.oneof(
    { weight: 5, arbitrary: requestsFor(inFamily(operation, OWN_FAMILY), idPlaces) },
    { weight: 1, arbitrary: requestsFor(operation, idPlaces) },
  )

const isHangUp = (error: unknown): boolean =>
  ['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')

async function ask(request: FuzzRequest): Promise<void> {
  const here = await nextStage()
  const asked = real(request, here)
  const before = await movement()
  const answer = await sendExactly(agent, api.url, asked).catch((error: unknown) => {
    // A body that is too large is not read to its end: its sender may find the line closed before it has read why.
    if (Buffer.byteLength(asked.body ?? '', 'latin1') <= BODY_BYTES || !isHangUp(error)) throw error
    return null
  })
  if (answer === null) return
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  expectSensible(answer, request.method)
  expectNoLeak(answer.text + JSON.stringify(answer.headers), request)
  if (answer.status >= 400) expect(await movement()).toEqual(before)
  else for (const id of idsIn(answer.text)) if (!victim.hidden.includes(id)) seen[(sent * 7 + seen.length) % 500] = id
}

describe.each(OPERATIONS.map((operation) => [operation.operationId, operation] as const))('%s', (_, operation) => {
  it(
    'answers whatever is sent with what its contract says or with a problem that has a code, and tells nobody of others',
    async () => {
      await fc.assert(fc.asyncProperty(anyRequest(operation), ask), { numRuns: runsOf(operation), endOnFailure: true })
    },
    PATIENCE_MS,
  )
})

describe('bytes that are hardly HTTP', () => {
  const line = fc.constantFrom('GET /api/v1/me HTTP/1.1', 'POST /api/v1/auth/refresh HTTP/1.1', 'POST /api/v1/demo/login HTTP/1.0', 'FOO / HTTP/1.1', 'CONNECT a:1 HTTP/1.1', 'TRACE /api/v1/me HTTP/1.1', 'GET http://evil.example/api/v1/me HTTP/1.1', 'GET /api/v1/live HTTP/1.1', 'GET /%zz HTTP/1.1', 'GET \u0000 HTTP/1.1', 'GET / HTTP/9.9', 'PRI * HTTP/2.0', 'OPTIONS * HTTP/1.1') // prettier-ignore
  const header = fc.constantFrom('host: x', 'content-length: 5', 'content-length: 50000000', 'content-length: -1', 'content-length: 5, 6', 'transfer-encoding: chunked', 'transfer-encoding: chunked, identity', 'content-type: application/json', 'content-encoding: gzip', 'connection: upgrade', 'upgrade: websocket', 'upgrade: h2c', 'expect: 100-continue', 'expect: x', 'a\u0000b: c', ': x', 'x: \u0001', 'x : y', ' folded', 'authorization: Bearer \u00ff', 'host: x\r\nhost: y', 'x-request-id: a\r\nset-cookie: b') // prettier-ignore
  const rest = fc.constantFrom('', '{}', '{"person":"mama"}', '5\r\n{"a":\r\n', 'ffffffffffffffff\r\n', '0\r\n\r\n', 'GET /api/v1/me HTTP/1.1\r\nhost: x\r\n\r\n', '-5\r\nhello\r\n') // prettier-ignore
  const nearly = fc
    .tuple(line, fc.array(header, { maxLength: 6 }), rest, fc.constantFrom('\r\n', '\n'))
    .map(([first, headers, body, end]) => Buffer.from([first, ...headers, '', body].join(end), 'latin1'))
  const anything = fc.uint8Array({ minLength: 1, maxLength: 600 }).map((bytes) => Buffer.from(bytes))

  it(
    'are answered with a problem or not at all, and end the connection',
    async () => {
      const many = fc.array(fc.oneof({ weight: 4, arbitrary: nearly }, anything), { minLength: 20, maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(many, async (each) => {
          await Promise.all(
            each.map(async (bytes) => {
              const text = await sendNonsense(api.url, bytes)
              sent += 1
              for (const [, status] of text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) expect(Number(status)).toBeLessThan(500)
              expect(text).not.toContain(victim.mark)
              if (/^HTTP\/1\.1 4/.test(text) && !/^HTTP\/1\.1 4\d\d .*\r\n(?:.*\r\n)*content-length: 0\r\n/i.test(text))
                expect(text).toContain('"code":"')
            }),
          )
        }),
        { numRuns: rounds(8, 100), endOnFailure: true },
      )
    },
    PATIENCE_MS,
  )
})

describe('after all of it', () => {
  it('the served document is the one that was used', async () => {
    const { body } = await client(api.url, null).get('//api/openapi.json')
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  })

  it('the server answers as before, and holds no more memory than when it was warm', async () => {
    const family = await makeMarkedFamily(app, database)
    for (const path of ['//healthz', '//readyz']) expect((await client(api.url, null).get(path)).status).toBe(200)
    const changes = [create(family.childId)]
    const path = `/families/${family.familyId}/sync`
    const { status } = await client(api.url, family.tokens.owner).post(path, { epoch: null, cursor: 0, changes })
    expect(status).toBe(200)
    const warm = Math.max(...memory.slice(0, Math.ceil(memory.length / 4)))
    tell(`${sent} requests over ${OPERATIONS.length} operations; memory ${Math.round(warm)} MB warm, ${Math.round(residentMb())} MB in the end`)
    tell(`answers by status: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`)
    expect(residentMb()).toBeLessThan(warm + 150)
    expect(sent).toBeGreaterThanOrEqual(TOTAL)
  }) // prettier-ignore

  it('nothing of another family has changed', async () => {
    expect(await rowsOf(database, victim.familyId)).toEqual(untouched)
  })

  it('good requests were among them, of every role', () => {
    expect(statuses.get(200)).toBeGreaterThan(TOTAL / 12)
    for (const status of [400, 401, 403, 404, 413, 415]) expect(statuses.get(status)).toBeGreaterThan(0)
  })

  it('the log names neither what families wrote, nor a token', () => {
    expect(log).toContain('"request"')
    expect(log).not.toContain('SECRET')
    expect(log).not.toContain(stage.tokens.owner!)
    expect(log).not.toContain('"level":50')
  })
})
