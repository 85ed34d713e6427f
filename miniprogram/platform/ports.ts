import type { Instant } from '../../shared/time/instant.ts'

/**
 * What services ask of the phone, as plain types: this folder's other files answer with wx, tests with a phone made of
 * memory.
 */

/** The time, and waiting for it. */
export interface Clock {
  readonly now: () => Instant
  /** Runs after so many milliseconds; the answer stops it. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** Storage that outlives the app. Every call is done when it returns. */
export interface Storage {
  readonly keys: () => readonly string[]
  readonly get: (key: string) => unknown
  /** Throws StorageFull. */
  readonly set: (key: string, value: unknown) => void
  readonly remove: (key: string) => void
  /** How much of what the phone grants is in use, 0 to 1. */
  readonly share: () => number
}

/** The phone would not keep any more. What was there before is still there. */
export class StorageFull extends Error {
  constructor() {
    super('the phone keeps no more')
    this.name = 'StorageFull'
  }
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly timeoutMs: number
}

/** An answer of whatever status, or why there was none. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unanswered'; readonly reason: 'network' | 'timeout' }

export type SendRequest = (request: HttpRequest) => Promise<HttpAnswer>

export interface SocketHandlers {
  readonly opened: () => void
  readonly received: (text: string) => void
  /** Once, whatever the reason; nothing comes after it. */
  readonly closed: (code: number) => void
}

export interface Socket {
  readonly send: (text: string) => void
  readonly close: () => void
}

export type OpenSocket = (url: string, handlers: SocketHandlers) => Socket

export interface Network {
  readonly isConnected: () => boolean
  /** The answer stops listening. */
  readonly onChange: (listener: (isConnected: boolean) => void) => () => void
}
