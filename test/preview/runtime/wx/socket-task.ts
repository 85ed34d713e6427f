import { Listeners } from '../listeners.ts'

interface Closed {
  code: number
  reason: string
}

const GOING_AWAY = 1001
const ABNORMAL = 1006

/** wx.connectSocket's task over a WebSocket. When the browser goes offline it breaks, as a phone's does. */
export class SocketTask {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = SocketTask.CONNECTING
  readonly OPEN = SocketTask.OPEN
  readonly CLOSING = SocketTask.CLOSING
  readonly CLOSED = SocketTask.CLOSED
  readonly #open = new Listeners<[{ header: object }]>()
  readonly #message = new Listeners<[{ data: string | ArrayBuffer }]>()
  readonly #error = new Listeners<[{ errMsg: string }]>()
  readonly #close = new Listeners<[Closed]>()
  readonly #socket: WebSocket
  #ended = false

  constructor(url: string, protocols: string[] = []) {
    this.#socket = new WebSocket(url, protocols)
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.addEventListener('open', () => this.#open.emit({ header: {} }))
    this.#socket.addEventListener('message', (event: MessageEvent<string | ArrayBuffer>) => {
      if (!this.#ended) this.#message.emit({ data: event.data })
    })
    this.#socket.addEventListener('error', () => this.#error.emit({ errMsg: 'connectSocket:fail' }))
    this.#socket.addEventListener('close', (event) => this.#end({ code: event.code, reason: event.reason }))
    window.addEventListener('offline', this.#offline)
  }

  get readyState(): number {
    return this.#ended ? SocketTask.CLOSED : this.#socket.readyState
  }

  readonly onOpen = this.#open.add
  readonly onMessage = this.#message.add
  readonly onError = this.#error.add
  readonly onClose = this.#close.add

  send(data: string | ArrayBuffer): void {
    if (this.readyState !== SocketTask.OPEN) throw new Error('SocketTask.readyState is not OPEN')
    this.#socket.send(data)
  }

  close(code = 1000, reason = ''): void {
    this.#socket.close(code === GOING_AWAY ? 1000 : code, reason)
  }

  /** An open WebSocket may outlive the network for minutes without a sign; a phone's tells at once. */
  readonly #offline = (): void => {
    this.#error.emit({ errMsg: 'network disconnected' })
    this.#end({ code: ABNORMAL, reason: 'abnormal closure' })
    this.#socket.close()
  }

  #end(closed: Closed): void {
    if (this.#ended) return
    this.#ended = true
    window.removeEventListener('offline', this.#offline)
    this.#close.emit(closed)
  }
}
