/** @jest-environment jsdom */
import { connectSocket } from '../../preview/runtime/wx/sockets.ts'

/** A WebSocket that does what the test says. */
class FakeSocket extends EventTarget {
  static last: FakeSocket
  readyState = 0
  binaryType = ''
  readonly sent: unknown[] = []
  closedWith: unknown[] | undefined
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.last = this
  }
  open() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  send = (data: unknown) => this.sent.push(data)
  close = (...args: unknown[]) => {
    this.closedWith = args
  }
  end(code: number, reason = '') {
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }))
  }
}

describe('wx.connectSocket', () => {
  const real = globalThis.WebSocket
  beforeAll(() => {
    globalThis.WebSocket = FakeSocket as never
  })
  afterAll(() => {
    globalThis.WebSocket = real
  })

  const connect = () => {
    const heard: string[] = []
    const task = connectSocket({ url: 'ws://127.0.0.1/live' })
    task.onOpen(() => heard.push('open'))
    task.onMessage(({ data }) => heard.push(`message ${data as string}`))
    task.onError(({ errMsg }) => heard.push(`error ${errMsg}`))
    task.onClose(({ code }) => heard.push(`close ${code}`))
    return { task, heard, socket: FakeSocket.last }
  }

  it('tells of opening, messages and the end', () => {
    const { task, heard, socket } = connect()
    expect(task.readyState).toBe(task.CONNECTING)
    socket.open()
    expect(task.readyState).toBe(task.OPEN)
    socket.dispatchEvent(new MessageEvent('message', { data: 'news' }))
    socket.end(1000)
    expect(heard).toEqual(['open', 'message news', 'close 1000'])
    expect(task.readyState).toBe(task.CLOSED)
  })

  it('sends only when open', async () => {
    const { task, socket } = connect()
    await expect(task.send({ data: 'a' })).rejects.toMatchObject({ errMsg: expect.stringContaining('not OPEN') })
    socket.open()
    await expect(task.send({ data: 'b' })).resolves.toMatchObject({ errMsg: 'sendSocketMessage:ok' })
    expect(socket.sent).toEqual(['b'])
  })

  it('closes with a code and a reason', async () => {
    const { task, socket } = connect()
    socket.open()
    await task.close({ code: 4000, reason: 'bye' })
    expect(socket.closedWith).toEqual([4000, 'bye'])
  })

  it('breaks at once when the network goes, and says so only once', () => {
    const { task, heard, socket } = connect()
    socket.open()
    window.dispatchEvent(new Event('offline'))
    socket.dispatchEvent(new MessageEvent('message', { data: 'late' }))
    socket.end(1006)
    expect(heard).toEqual(['open', 'error network disconnected', 'close 1006'])
    expect(task.readyState).toBe(task.CLOSED)
  })

  it('has forgotten the network once it has ended', () => {
    const { heard, socket } = connect()
    socket.open()
    socket.end(1000)
    window.dispatchEvent(new Event('offline'))
    expect(heard).toEqual(['open', 'close 1000'])
  })

  it('refuses a header that a browser can not send', () => {
    expect(() => connectSocket({ url: 'ws://127.0.0.1/', header: { authorization: 'x' } })).toThrow('authorization')
  })
})
