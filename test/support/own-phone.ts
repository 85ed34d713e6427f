import type { HttpAnswer, HttpRequest, SendRequest } from '../../miniprogram/platform/ports.ts'
import { createCore, type Core } from '../../miniprogram/services/core.ts'
import { FakeClock, FakeNetwork, FakeStorage, countedIds } from './fake-phone.ts'

/** A request that gets lost on its way out, or its answer on the way back. */
export type Loss = 'request' | 'answer'

let phones = 0

/**
 * A phone with the app's real services over a real API, that nobody has signed in on: its owner does, through WeChat or by
 * link and code. Its app can die at any write to its storage.
 */
export class OwnPhone {
  readonly network = new FakeNetwork()
  readonly clock = new FakeClock(Date.now())
  /** Asked for each request by its path; undefined: it goes well. */
  loses: (path: string) => Loss | undefined = () => undefined
  readonly asked: string[] = []
  core: Core
  private readonly number = ++phones
  private starts = 0

  constructor(
    private readonly apiUrl: string,
    /** What wx.login gives. */
    private readonly loginCode: () => string | null,
    readonly storage: FakeStorage = new FakeStorage(),
  ) {
    this.core = this.start()
  }

  /** The app is gone, whatever it was doing, and is started again over what it had stored. */
  restart(): void {
    this.storage.diesAt = Infinity
    this.clock.forget()
    this.network.forget()
    this.core = this.start()
  }

  async sync(): Promise<void> {
    this.core.undo.finish()
    await this.core.sync.now()
  }

  private start(): Core {
    this.starts += 1
    const run = this.starts
    const isAlive = (): boolean => this.starts === run && !this.storage.isDead
    return createCore({
      storage: {
        keys: this.storage.keys,
        get: this.storage.get,
        set: (key, value) => this.starts === run && this.storage.set(key, value),
        remove: (key) => this.starts === run && this.storage.remove(key),
        share: this.storage.share,
      },
      clock: this.clock,
      network: this.network,
      sendRequest: async (request) => (isAlive() ? this.send(request) : { kind: 'unanswered', reason: 'network' }),
      openSocket: () => ({ send: () => undefined, close: () => undefined }),
      loginCode: () => Promise.resolve(this.loginCode()),
      newId: countedIds(this.number * 1000 + this.starts),
      random: () => 0.5,
      offsetMinutesAt: () => 480,
      suggested: { language: 'zh', isLarge: false },
      environment: { apiBase: this.apiUrl, login: 'wechat', demoPerson: null, pollSeconds: 0, version: '0.1.0' },
    })
  }

  private readonly send: SendRequest = async ({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    if (!this.network.isConnected()) return { kind: 'unanswered', reason: 'network' }
    const path = new URL(url).pathname.replace('/api/v1', '')
    this.asked.push(path)
    const loss = this.loses(path)
    if (loss === 'request') return { kind: 'unanswered', reason: 'timeout' }
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as unknown
    if (loss === 'answer' || this.storage.isDead) return { kind: 'unanswered', reason: 'timeout' }
    return { kind: 'answer', status: response.status, body: answer }
  }
}
