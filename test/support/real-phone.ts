import WebSocket from 'ws'
import { createCore, type Core } from '../../miniprogram/services/core.ts'
import type { HttpAnswer, HttpRequest, OpenSocket, SendRequest } from '../../miniprogram/platform/ports.ts'
import { FakeClock, FakeNetwork, FakeStorage, countedIds } from './fake-phone.ts'

/** What happens to one request on its way. */
export type Mishap = 'lost_request' | 'lost_answer' | 'sent_twice' | 'late'

/** One that is still on its way, although its phone has long given it up. */
interface Straggler {
  readonly url: string
  readonly init: RequestInit
}

/**
 * A phone with the app's real services over a real API: only wx is missing. Its network can be off, lose requests or
 * answers, send a request twice at once, or deliver one long after the phone has given it up.
 */
export class RealPhone {
  readonly network = new FakeNetwork()
  readonly clock = new FakeClock(Date.now())
  readonly storage = new FakeStorage()
  /** The next requests meet these, in order. */
  mishaps: Mishap[] = []
  core: Core
  /** Every change that was ever in the outbox, by its id. */
  readonly made = new Map<string, Core['outbox'] extends { rows: { get(): readonly (infer Row)[] } } ? Row : never>()
  private readonly stragglers: Straggler[] = []
  private starts = 0

  constructor(
    /** May change: the phone then finds another instance. */
    public apiUrl: string,
    private readonly token: string,
    private readonly accountId: string,
    private readonly number: number,
    /** How a request gets there: over a real network, unless the server is in memory. */
    private readonly deliver: (url: string, init: RequestInit) => Promise<HttpAnswer> = answerOf,
  ) {
    this.core = this.start()
  }

  /** The app dies and is started again over what it had stored. */
  restart(): void {
    this.clock.forget()
    this.network.forget()
    this.core = this.start()
  }

  /** Sends and pulls until there is nothing more to do, or something stands in the way. */
  async sync(): Promise<void> {
    this.note()
    this.core.undo.finish()
    await this.core.sync.now()
  }

  /** What was given up on the way arrives after all. */
  async deliverLate(): Promise<void> {
    for (const { url, init } of this.stragglers.splice(0)) await this.deliver(url, init)
  }

  private start(): Core {
    this.starts += 1
    const run = this.starts
    const core = createCore({
      storage: {
        keys: this.storage.keys,
        get: this.storage.get,
        set: (key, value) => this.starts === run && this.storage.set(key, value),
        remove: (key) => this.starts === run && this.storage.remove(key),
        share: this.storage.share,
      },
      clock: this.clock,
      network: this.network,
      sendRequest: (request) => (this.starts === run ? this.send(request) : new Promise(() => undefined)),
      openSocket: openSocketTo(() => this.apiUrl),
      loginCode: () => Promise.resolve(null),
      newId: countedIds(this.number * 1000 + this.starts),
      random: () => 0.5,
      offsetMinutesAt: () => 480,
      suggested: { language: 'zh', isLarge: false },
      environment: { apiBase: this.apiUrl, login: 'demo', demoPerson: 'mama', pollSeconds: 0, version: '0.1.0' },
    })
    core.outbox.rows.subscribe(() => this.note())
    return core
  }

  /** Remembers what is in the outbox now. */
  private note(): void {
    for (const row of this.core.outbox.rows.get()) this.made.set(row.change.changeId, row)
  }

  private readonly send: SendRequest = async ({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    // Signing in is somebody else's test: this phone has its token.
    if (url.endsWith('/demo/login')) {
      const session = { accessToken: this.token, expiresAt: '2099-01-01T00:00:00Z', accountId: this.accountId }
      return { kind: 'answer', status: 200, body: session }
    }
    if (!this.network.isConnected()) return { kind: 'unanswered', reason: 'network' }
    const here = url.replace(/^https?:\/\/[^/]+/, this.apiUrl)
    const init = {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const mishap = url.endsWith('/sync') ? this.mishaps.shift() : undefined
    if (mishap === 'lost_request') return { kind: 'unanswered', reason: 'timeout' }
    if (mishap === 'late') {
      this.stragglers.push({ url: here, init })
      return { kind: 'unanswered', reason: 'timeout' }
    }
    const answers = await Promise.all((mishap === 'sent_twice' ? [1, 2] : [1]).map(() => this.deliver(here, init)))
    if (mishap === 'lost_answer' || !this.network.isConnected()) return { kind: 'unanswered', reason: 'timeout' }
    return answers.at(-1)!
  }
}

async function answerOf(url: string, init: RequestInit): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(15_000) })
    return { kind: 'answer', status: response.status, body: await response.json() }
  } catch {
    return { kind: 'unanswered', reason: 'network' }
  }
}

/** As wx.connectSocket does it: an error and a close are one end, told once. Opened only by a phone that wakes up. */
const openSocketTo =
  (apiUrl: () => string): OpenSocket =>
  (url, { opened, received, closed }) => {
    const socket = new WebSocket(url.replace(/^wss?:\/\/[^/]+/, apiUrl().replace('http', 'ws')))
    let isOver = false
    const end = (code: number): void => {
      if (isOver) return
      isOver = true
      closed(code)
    }
    socket.on('open', () => !isOver && opened())
    socket.on('message', (data: Buffer) => !isOver && received(data.toString('utf8')))
    socket.on('error', () => end(1006))
    socket.on('close', end)
    return {
      send: (text) => socket.send(text, (error) => error && end(1006)),
      close() {
        end(1000)
        socket.terminate()
      },
    }
  }
