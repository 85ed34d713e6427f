import http from 'node:http'
import net from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

/** Longer than the server itself gives a request. */
const HANG_MS = 45_000

/** One request exactly as it is given, over a connection that is kept. Rejects when nothing comes back. */
export function sendExactly(
  agent: http.Agent,
  url: string,
  request: {
    readonly method: string
    readonly path: string
    readonly headers: http.OutgoingHttpHeaders
    readonly body: string | null
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const { method, path, headers, body } = request
  const bytes = body === null ? null : Buffer.from(body, 'latin1')
  const length = bytes === null ? {} : { 'content-length': bytes.length }
  return new Promise((resolve, reject) => {
    const sent = http.request({ agent, hostname, port, method, path, headers: { ...headers, ...length } })
    sent.setTimeout(HANG_MS, () => sent.destroy(new Error('no answer: the request hangs')))
    sent.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(bytes ?? undefined)
  })
}

/** Bytes that may be no HTTP at all; whatever comes back until the server closes. Rejects when it keeps the connection open. */
export function sendNonsense(url: string, bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = net.connect(Number(port), hostname, () => socket.end(bytes)) // no more to come: the server need not wait
    socket.setTimeout(HANG_MS, () => {
      socket.destroy()
      reject(new Error('no end: the connection hangs'))
    })
    socket.on('data', (part: Buffer) => (answer += part.toString('latin1')))
    socket.on('error', () => undefined) // closed while we were still sending
    socket.on('close', () => resolve(answer))
  })
}
