import { asyncApi } from './async-api.ts'
import { SocketTask } from './socket-task.ts'
import type { ConnectSocketOption } from '../wechat-options.d.ts'

/** wx.connectSocket. A browser can't set headers on a socket, so a call that relies on one is refused. */
export function connectSocket(options: ConnectSocketOption) {
  const names = Object.keys((options.header as object | undefined) ?? {}).filter(
    (name) => name.toLowerCase() !== 'content-type',
  )
  if (names.length > 0) throw new Error(`connectSocket: the preview can't send the header ${names.join(', ')}`)
  const task = new SocketTask(options.url, options.protocols)
  void asyncApi('connectSocket', () => undefined)(options)
  return {
    CONNECTING: task.CONNECTING,
    OPEN: task.OPEN,
    CLOSING: task.CLOSING,
    CLOSED: task.CLOSED,
    get readyState() {
      return task.readyState
    },
    onOpen: task.onOpen,
    onMessage: task.onMessage,
    onError: task.onError,
    onClose: task.onClose,
    send: asyncApi('sendSocketMessage', ({ data }: { data: string | ArrayBuffer }) => task.send(data)),
    close: asyncApi('closeSocket', ({ code, reason }: { code?: number; reason?: string }) => task.close(code, reason)),
  }
}
