import { instant, type Instant } from '../../shared/time/instant.ts'
import {
  StorageFull,
  type Clock,
  type HttpAnswer,
  type Network,
  type SendRequest,
  type Storage,
} from '../../miniprogram/platform/ports.ts'

/**
 * Storage in memory that survives the app. It can be full, or the phone can die before its nth write: from then on nothing
 * is kept any more, whatever the code that does not know it is dead goes on doing.
 */
export class FakeStorage implements Storage {
  private readonly kept = new Map<string, string>()
  writes = 0
  isFull = false
  diesAt = Infinity

  /** As WeChat grants it: bytes of one entry, and of all. */
  limits = { entry: Infinity, all: Infinity }

  get bytes(): number {
    return [...this.kept].reduce((sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0)
  }

  share = (): number => (this.limits.all === Infinity ? 0 : this.bytes / this.limits.all)

  get isDead(): boolean {
    return this.writes >= this.diesAt
  }

  keys = (): readonly string[] => [...this.kept.keys()]

  get = (key: string): unknown => {
    const text = this.kept.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }

  set = (key: string, value: unknown): void => {
    this.writes += 1
    if (this.isFull || !this.fits(key, JSON.stringify(value))) throw new StorageFull()
    if (!this.isDead) this.kept.set(key, JSON.stringify(value))
  }

  private fits(key: string, text: string): boolean {
    if (this.limits.all === Infinity) return true
    const before = Buffer.byteLength(this.kept.get(key) ?? '')
    const size = Buffer.byteLength(text)
    return size <= this.limits.entry && this.bytes - before + size <= this.limits.all
  }

  remove = (key: string): void => {
    this.writes += 1
    if (!this.isDead) this.kept.delete(key)
  }
}

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A clock that moves when it is told to, running what is due on the way. */
export class FakeClock implements Clock {
  private time: number
  private timers: Timer[] = []

  constructor(start: number) {
    this.time = start
  }

  now = (): Instant => instant(this.time)

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((one) => one !== timer)
    }
  }

  /** Moves on, and lets every promise that is due settle. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms
    for (;;) {
      await settled()
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.timers = this.timers.filter((one) => one !== next)
      this.time = Math.max(this.time, next.at)
      next.run()
    }
    this.time = end
    await settled()
  }

  /** The app is gone, and its timers with it. */
  forget(): void {
    this.timers = []
  }
}

/** Long enough for every chain of promises that waits for nothing but others. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export class FakeNetwork implements Network {
  private listeners = new Set<(isConnected: boolean) => void>()
  private connected = true

  isConnected = (): boolean => this.connected

  onChange = (listener: (isConnected: boolean) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  turn(connected: boolean): void {
    if (connected === this.connected) return
    this.connected = connected
    for (const listener of [...this.listeners]) listener(connected)
  }

  forget(): void {
    this.listeners = new Set()
  }
}

/** Requests that fail where there is no way out of the phone. */
export const overNetwork =
  (isReachable: () => boolean, send: SendRequest): SendRequest =>
  async (request): Promise<HttpAnswer> => {
    if (!isReachable()) return { kind: 'unanswered', reason: 'network' }
    const answer = await send(request)
    return isReachable() ? answer : { kind: 'unanswered', reason: 'network' }
  }

/** Random numbers that repeat: ids are told apart by counting. */
export function countedIds(start: number): () => string {
  let count = 0
  return () => {
    count += 1
    return `0190a000-0000-7000-8000-${(start * 1_000_000 + count).toString(16).padStart(12, '0')}`
  }
}
