import type { OpenSocket } from './ports.ts'

const ABNORMAL = 1006
const GOING_AWAY = 1000

/** wx.connectSocket with one end: an error and a close are both the end of a connection, told once. */
export const openSocket: OpenSocket = (url, { opened, received, closed }) => {
  let isOver = false
  const end = (code: number): void => {
    if (isOver) return
    isOver = true
    closed(code)
  }
  const task = wx.connectSocket({ url, fail: () => end(ABNORMAL) })
  task.onOpen(() => {
    if (!isOver) opened()
  })
  task.onMessage(({ data }) => {
    if (!isOver && typeof data === 'string') received(data)
  })
  task.onError(() => end(ABNORMAL))
  task.onClose(({ code }) => end(code))
  return {
    send: (text) => task.send({ data: text, fail: () => end(ABNORMAL) }),
    close() {
      end(GOING_AWAY)
      task.close({ code: GOING_AWAY })
    },
  }
}
