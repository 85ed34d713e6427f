import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { LIVE_CLOSE, LIVE_PATH } from '../../../shared/contract/routes.ts'
import { create, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

/** Shorter than outside of tests, so that waiting for them takes no time, and in about the same order. */
const patience = {
  headersMs: 300,
  requestMs: 600,
  checkMs: 50,
  silenceMs: 900,
  keepAliveMs: 500,
  helloMs: 100,
  goodbyeMs: 200,
}

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { patience })
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

interface SlowClient {
  readonly socket: net.Socket
  readonly answer: () => string
  /** Resolves when the server has ended it; this side never does. */
  readonly ended: Promise<string>
}

/** A client that never hangs up by itself. */
async function connect(): Promise<SlowClient> {
  const socket = net.connect({ port: Number(new URL(app.url).port), host: '127.0.0.1', allowHalfOpen: true })
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  const ended = new Promise<string>((resolve) => {
    socket.on('end', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, answer: () => answer, ended }
}

/** How many connections the server holds. */
const held = (): Promise<number> =>
  new Promise((resolve, reject) =>
    (app.app.nest.getHttpServer() as net.Server).getConnections((error, count) =>
      error ? reject(error) : resolve(count),
    ),
  )

const liveConnections = async (of: TestApp): Promise<number> => {
  const { body } = await of.as(null).get<string>('//metrics')
  return Number(/^shouwen_live_connections (\d+)$/m.exec(body)![1])
}

/** Waits until the server has let go of every connection; the runner's patience is the limit. */
async function untilNoneIsHeld(): Promise<void> {
  while ((await held()) > 0) await pause(20)
}

/** Sends one byte after the other until the server has enough of it. */
async function trickle({ socket, ended }: SlowClient, bytes: string): Promise<string> {
  let index = 0
  do socket.write(bytes[index++ % bytes.length]!, 'latin1')
  while ((await Promise.race([ended, pause(20, null)])) === null)
  return ended
}

const head = (lines: readonly string[]): string =>
  ['POST /api/v1/demo/login HTTP/1.1', 'host: x', ...lines].join('\r\n')
const BODY_HEAD = `${head(['content-type: application/json', 'content-length: 4000'])}\r\n\r\n`

const upgrade = (path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    'host: x',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    '',
    '',
  ].join('\r\n')

/** A masked frame of a client. */
const frame = (opcode: number, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload])

afterEach(untilNoneIsHeld)

describe('a request that does not come', () => {
  it.each<[string, string]>([
    ['whose header ends in the middle', head(['x-slow: y'])],
    ['whose body ends in the middle', `${BODY_HEAD}{"person":`],
    ['whose upgrade ends in the middle', upgrade(LIVE_PATH).slice(0, 60)],
  ])('%s is answered with a code that says so, and its connection ended', async (_, bytes) => {
    const client = await connect()
    client.socket.write(bytes)
    const answer = await client.ended
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(answer).toContain('"code":"request_timeout"')
  })

  it('at all, on a connection that says nothing, ends the connection', async () => {
    const client = await connect()
    expect(await client.ended).toContain('"code":"request_timeout"')
  })

  it.each<[string, string, string]>([
    ['header', 'GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx-slow: ', 'z'],
    ['body', BODY_HEAD, ' '],
  ])('at once but byte by byte is given no more time: a %s', async (_, start, byte) => {
    const client = await connect()
    client.socket.write(start)
    expect(await trickle(client, byte)).toContain('"code":"request_timeout"')
  })

  it('after another, on a connection that is kept open, ends the connection without a word', async () => {
    const client = await connect()
    client.socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
    const answer = await client.ended
    expect(answer.match(/HTTP\/1.1/g)).toHaveLength(1)
    expect(answer).toContain('{"status":"ok"}')
  })
})

describe('an answer that is not read', () => {
  it('does not keep the connection for ever', async () => {
    const client = await connect()
    client.socket.pause()
    const one = 'GET /api/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n'
    client.socket.write(one.repeat(400)) // tens of megabytes: more than the system keeps for anybody
    await untilNoneIsHeld()
    client.socket.destroy()
  })
})

describe('a connection that is refused', () => {
  it.each<[string, string]>([
    ['an upgrade of another path', upgrade('/api/v1/other')],
    ['a WebSocket without a key', upgrade(LIVE_PATH).replace(/sec-websocket-key.*\r\n/, '')],
    ['no HTTP at all', 'EHLO mail.example\r\n\r\n'],
  ])('is let go though the other side never hangs up: %s', async (_, bytes) => {
    const client = await connect()
    client.socket.write(bytes)
    expect(await client.ended).toMatch(/^HTTP\/1.1 4\d\d /)
    await untilNoneIsHeld()
    client.socket.destroy()
  })

  it('harms nobody when it breaks off at that moment', async () => {
    for (let round = 0; round < 20; round++) {
      const client = await connect()
      client.socket.write(upgrade('/api/v1/other'))
      if (round % 2) await client.ended
      client.socket.resetAndDestroy()
    }
    expect((await app.as(null).get('//healthz')).status).toBe(200)
  })
})

describe('a live connection', () => {
  const live = async (): Promise<SlowClient> => {
    const client = await connect()
    client.socket.write(upgrade(LIVE_PATH))
    while (!client.answer().includes('\r\n\r\n')) await pause(10)
    return client
  }
  const hello = Buffer.from(JSON.stringify({ type: 'hello' }))

  it('that never says hello is closed, though it answers no goodbye either', async () => {
    const client = await live()
    const answer = await client.ended
    expect(Buffer.from(answer, 'latin1').includes(frameOfClose(LIVE_CLOSE.helloTimeout))).toBe(true)
    await untilNoneIsHeld()
  })

  it('whose hello comes byte by byte is given no more time', async () => {
    const client = await live()
    const bytes = frame(1, Buffer.concat([hello, Buffer.alloc(100, ' ')]))
    const answer = await trickle(client, bytes.toString('latin1'))
    expect(Buffer.from(answer, 'latin1').includes(frameOfClose(LIVE_CLOSE.helloTimeout))).toBe(true)
  })

  it('that answers no ping is closed, and the others hear on', async () => {
    // Of its own: with so little time for a hello a busy machine would not get to say one.
    const patient = await startTestApp(database, { patience: { beatMs: 2_000 } })
    const deaf = await LivePhone.ready(patient.url, family.tokens.viewer, [family.familyId])
    const well = await LivePhone.ready(patient.url, family.tokens.owner, [family.familyId])
    deaf.socket.pause()
    while ((await liveConnections(patient)) > 1) await pause(50)
    const { body } = await syncOf(patient, family, [create(family.childId)])
    await well.news(family.familyId, body.results[0]!.seq!)
    await well.end()
    deaf.socket.terminate()
    await patient.close()
  })
})

const frameOfClose = (code: number): Buffer => Buffer.from([0x88, 2, code >> 8, code & 255])
