import { randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import net from 'node:net'
import { setImmediate as breathe } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import { LiveConnection } from '../../../server/live/live-connection.ts'

const HELLO_MS = 60_000
const server = http.createServer()
const sockets = new WebSocketServer({ server })
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  sockets.close()
  server.close()
})

/** A real connection, whose other side reads nothing from the moment it stands. */
async function connectionThatIsNotRead(): Promise<{ socket: WebSocket; phone: net.Socket; live: LiveConnection }> {
  const accepted = new Promise<WebSocket>((resolve) => sockets.once('connection', resolve))
  const phone = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1')
  phone.on('error', () => undefined)
  const key = randomBytes(16).toString('base64')
  phone.write(
    `GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`,
  )
  phone.pause()
  const socket = await accepted
  return { socket, phone, live: new LiveConnection(socket, HELLO_MS, () => Promise.resolve()) }
}

const MOST_QUEUED = 64 * 1024 + 256

describe('a live connection whose other side reads nothing', () => {
  it('is ended when too much news waits for it', async () => {
    const { socket, phone, live } = await connectionThatIsNotRead()
    const familyId = randomUUID()
    for (let seq = 1; socket.readyState === socket.OPEN; seq++) {
      live.tell({ familyId, seq })
      expect(socket.bufferedAmount).toBeLessThan(MOST_QUEUED)
      if (seq % 100 === 0) await breathe()
    }
    phone.destroy()
  })

  it('is ended when too many answers to its own pings wait for it', async () => {
    const { socket, phone } = await connectionThatIsNotRead()
    const ping = Buffer.concat([Buffer.from([0x89, 0x80 | 125, 0, 0, 0, 0]), Buffer.alloc(125)])
    let most = 0
    socket.on('ping', () => (most = Math.max(most, socket.bufferedAmount)))
    const many = Buffer.concat(Array.from({ length: 1_000 }, () => ping))
    while (socket.readyState === socket.OPEN) {
      if (phone.writableLength < 1_000_000) phone.write(many)
      await breathe()
    }
    expect(most).toBeLessThan(MOST_QUEUED)
    phone.destroy()
  })
})
