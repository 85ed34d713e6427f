import { createCore, type Core } from '../../miniprogram/services/core.ts'
import type { OpenSocket } from '../../miniprogram/platform/ports.ts'
import type { FakeApi } from './fake-api.ts'
import { FakeClock, FakeNetwork, FakeStorage, countedIds, overNetwork } from './fake-phone.ts'

/** A phone whose app can be started, killed and started again over what it had stored. */
export class FakeApp {
  readonly network = new FakeNetwork()
  private starts = 0
  core: Core

  constructor(
    readonly api: FakeApi,
    readonly clock: FakeClock,
    readonly person: 'mama' | 'baba' | 'grandma' = 'mama',
    private readonly number = 1,
    readonly storage: FakeStorage = new FakeStorage(),
  ) {
    this.core = this.start()
  }

  /** The app dies, whatever it was doing; storage and network stay as they are. */
  restart(): void {
    this.storage.diesAt = Infinity
    this.clock.forget()
    this.network.forget()
    this.core = this.start()
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
      sendRequest: overNetwork(() => this.network.isConnected() && isAlive(), this.api.send),
      openSocket: this.openSocket,
      loginCode: () => Promise.resolve(null),
      newId: countedIds(this.number * 1000 + this.starts),
      random: () => 0.5,
      offsetMinutesAt: () => 480,
      suggested: { language: 'zh', isLarge: false },
      environment: {
        apiBase: 'http://api.test',
        login: 'demo',
        demoPerson: this.person,
        pollSeconds: 0,
        version: '0.1.0',
      },
    })
  }

  /** A socket that tells of news as the server would. */
  private readonly openSocket: OpenSocket = (_, handlers) => {
    let stop: () => void = () => undefined
    let isOpen = true
    const close = (code: number): void => {
      if (!isOpen) return
      isOpen = false
      stop()
      handlers.closed(code)
    }
    queueMicrotask(() => {
      if (!isOpen) return
      if (this.network.isConnected()) handlers.opened()
      else close(1006)
    })
    return {
      send: () => {
        handlers.received(JSON.stringify({ type: 'ready' }))
        const { id } = this.api.family
        stop = this.api.listen((seq) => handlers.received(JSON.stringify({ type: 'news', familyId: id, seq })))
      },
      close: () => close(1000),
    }
  }
}
