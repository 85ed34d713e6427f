import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from '../../preview/runtime/wx/request.ts'

type Options = Parameters<typeof request>[0]
interface Answer {
  data: unknown
  statusCode: number
  header: Record<string, string>
  errMsg: string
}

describe('wx.request', () => {
  let server: Server
  let base: string
  let seen: { method: string | undefined; url: string | undefined; type: string | undefined; body: string }
  let reply: (response: ServerResponse) => void

  const receive = async (incoming: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of incoming) body += String(chunk)
    seen = { method: incoming.method, url: incoming.url, type: incoming.headers['content-type'], body }
    reply(response)
  }
  beforeEach(async () => {
    reply = (response) => response.end('{"ok":true}')
    server = createServer((incoming, response) => void receive(incoming, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const send = (options: Partial<Options>, use: (task: { abort(): void }) => void = () => undefined) =>
    new Promise<Answer>((resolve, reject) => {
      use(request({ url: base, ...options, success: resolve, fail: reject as never }))
    })

  it('puts the data of a GET into the address, after what is there', async () => {
    await send({ url: `${base}/a?x=1`, data: { y: '二', z: 3 } })
    expect(seen).toMatchObject({ method: 'GET', url: '/a?x=1&y=%E4%BA%8C&z=3', body: '' })
  })

  it('sends JSON unless asked for a form', async () => {
    await send({ method: 'POST', data: { a: [1] } })
    expect(seen).toMatchObject({ method: 'POST', type: 'application/json', body: '{"a":[1]}' })
    await send({ method: 'POST', data: { a: '1 2' }, header: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    expect(seen).toMatchObject({ type: 'application/x-www-form-urlencoded', body: 'a=1+2' })
  })

  it('gives parsed data, the status and the headers, and text when it is not JSON', async () => {
    await expect(send({})).resolves.toMatchObject({ data: { ok: true }, statusCode: 200, errMsg: 'request:ok' })
    reply = (response) => response.writeHead(200, { 'x-request-id': 'r1' }).end('not json')
    await expect(send({})).resolves.toMatchObject({ data: 'not json', header: { 'x-request-id': 'r1' } })
    reply = (response) => response.end('{"a":1}')
    await expect(send({ dataType: '其他' })).resolves.toMatchObject({ data: '{"a":1}' })
  })

  it('takes every status for a success, as WeChat does', async () => {
    reply = (response) => response.writeHead(409).end('{"code":"conflict"}')
    await expect(send({})).resolves.toMatchObject({ statusCode: 409, data: { code: 'conflict' } })
  })

  it('gives bytes when asked', async () => {
    reply = (response) => response.end(Buffer.from([1, 2, 3]))
    const { data } = await send({ responseType: 'arraybuffer' })
    expect([...new Uint8Array(data as ArrayBuffer)]).toEqual([1, 2, 3])
  })

  it('fails by its own time-out', async () => {
    reply = () => undefined
    await expect(send({ timeout: 30 })).rejects.toEqual({ errMsg: 'request:fail timeout' })
  })

  it('fails when it is stopped', async () => {
    reply = () => undefined
    await expect(send({}, (task) => setTimeout(() => task.abort(), 20))).rejects.toEqual({
      errMsg: 'request:fail abort',
    })
  })

  it('fails when nobody answers', async () => {
    server.close()
    server.closeAllConnections()
    await expect(send({})).rejects.toMatchObject({ errMsg: expect.stringMatching(/^request:fail ./) })
  })

  it('refuses a method that WeChat lacks', async () => {
    await expect(send({ method: 'PATCH' as 'POST' })).rejects.toMatchObject({
      errMsg: expect.stringContaining('PATCH'),
    })
  })
})
