import type { Duplex } from 'node:stream'
import WebSocket from 'ws'
import { LIVE_PATH } from '../../shared/contract/routes.ts'
import { LiveMessageSchema, type LiveMessage } from '../../shared/contract/schemas/live.schema.ts'

/** One live connection, as a phone has it. */
export class LivePhone {
  readonly received: LiveMessage[] = []
  readonly closed: Promise<number>
  readonly socket: WebSocket
  private wake: () => void = () => undefined

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url.replace('http', 'ws') + LIVE_PATH, { headers })
    this.socket.on('message', (data: Buffer) => {
      this.received.push(LiveMessageSchema.parse(JSON.parse(data.toString('utf8'))))
      this.wake()
    })
    this.socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => this.socket.on('close', resolve))
  }

  async open(): Promise<this> {
    if (this.socket.readyState !== WebSocket.OPEN) await new Promise((resolve) => this.socket.once('open', resolve))
    return this
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  /** Bytes on the line below the protocol of WebSockets. */
  raw(bytes: Buffer): void {
    ;(this.socket as unknown as { readonly _socket: Duplex })._socket.write(bytes)
  }

  /** Connected, and told that it is. */
  static async ready(url: string, token: string, families: readonly string[]): Promise<LivePhone> {
    const phone = await new LivePhone(url).open()
    phone.send({ type: 'hello', token, families })
    await phone.until(({ type }) => type === 'ready')
    return phone
  }

  /** The first message that fits, received or still to come. */
  async until(fits: (message: LiveMessage) => boolean): Promise<LiveMessage> {
    for (;;) {
      const found = this.received.find(fits)
      if (found) return found
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }

  news(familyId: string, seq: number): Promise<LiveMessage> {
    return this.until((message) => message.type === 'news' && message.familyId === familyId && message.seq >= seq)
  }

  end(): Promise<number> {
    this.socket.close()
    return this.closed
  }
}
