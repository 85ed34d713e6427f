import type { WebSocket } from 'ws'
import { LIVE_CLOSE } from '../../shared/contract/routes.ts'
import { LiveHelloSchema, type LiveHello, type LiveMessage } from '../../shared/contract/schemas/live.schema.ts'
import type { Account } from '../access/caller.ts'
import type { Subscriber } from './live-hub.ts'
import type { News } from './news-bus.service.ts'

/** A phone that takes no news for this long a queue is gone or hopelessly behind: it will pull when it is back. */
const MAX_QUEUED_BYTES = 64 * 1024
const MAX_HELLOS_PER_BEAT = 5
/** Close code of RFC 6455 for a fault of the server's own. */
const SERVER_FAULT = 1011

/** The socket of one phone: its time limits, and what it may send. Who it is, is the gateway's to find out. */
export class LiveConnection implements Subscriber {
  account: Account | null = null
  private answered = true
  private hellos = 0
  private working: Promise<void> = Promise.resolve()
  private deadline: NodeJS.Timeout

  constructor(
    private readonly socket: WebSocket,
    helloMs: number,
    private readonly onHello: (connection: LiveConnection, hello: LiveHello) => Promise<void>,
  ) {
    this.deadline = setTimeout(() => this.close(LIVE_CLOSE.helloTimeout), helloMs)
    socket.on('pong', () => (this.answered = true))
    socket.on('ping', () => this.endIfBehind()) // the protocol has queued an answer
    socket.on('message', (data, isBinary) => this.receive(isBinary ? '' : (data as Buffer).toString('utf8')))
    socket.on('close', () => clearTimeout(this.deadline))
    socket.on('error', () => socket.terminate())
  }

  /** From now on it belongs to the account, until its token runs out. */
  admit(account: Account, lifetimeMs: number): void {
    this.account = account
    clearTimeout(this.deadline)
    this.deadline = setTimeout(() => this.close(LIVE_CLOSE.unauthenticated), lifetimeMs)
    this.send({ type: 'ready' })
  }

  tell({ familyId, seq }: News): void {
    this.send({ type: 'news', familyId, seq })
  }

  close(code: number): void {
    clearTimeout(this.deadline)
    this.socket.close(code)
  }

  terminate(): void {
    this.socket.terminate()
  }

  /** Called at a steady beat: one that did not answer the last ping is gone. */
  beat(): void {
    if (!this.answered) {
      this.socket.terminate()
      return
    }
    this.answered = false
    this.hellos = 0
    this.socket.ping()
  }

  private receive(text: string): void {
    const hello = LiveHelloSchema.safeParse(parsed(text))
    this.hellos += 1
    if (!hello.success || this.hellos > MAX_HELLOS_PER_BEAT) {
      this.close(LIVE_CLOSE.badFrame)
      return
    }
    this.working = this.working.then(() => this.onHello(this, hello.data)).catch(() => this.close(SERVER_FAULT))
  }

  private send(message: LiveMessage): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (!this.endIfBehind()) this.socket.send(JSON.stringify(message))
  }

  private endIfBehind(): boolean {
    const isBehind = this.socket.bufferedAmount > MAX_QUEUED_BYTES
    if (isBehind) this.socket.terminate()
    return isBehind
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
