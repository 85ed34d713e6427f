import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PreviewServer, servePreview } from '../../preview/build/serve-preview.ts'

describe('the preview’s server', () => {
  let outer: string
  let server: PreviewServer
  beforeEach(async () => {
    outer = mkdtempSync(path.join(tmpdir(), 'shouwen-serve-'))
    mkdirSync(path.join(outer, 'out/host'), { recursive: true })
    writeFileSync(path.join(outer, 'secret.html'), 'secret')
    writeFileSync(path.join(outer, 'out/index.html'), '<p>守温</p>')
    writeFileSync(path.join(outer, 'out/host/phone.js'), 'phone()')
    writeFileSync(path.join(outer, 'out/host/chunk-AB12.js'), 'chunk()')
    writeFileSync(path.join(outer, 'out/notes.md'), 'unlisted kind')
    server = await servePreview({ outDir: path.join(outer, 'out'), port: 0 })
  })
  afterEach(async () => {
    await server.close()
    rmSync(outer, { recursive: true })
  })

  const get = (target: string, init?: RequestInit) => fetch(new URL(target, server.url), init)
  /** The path as it is: fetch would tidy it. */
  const getRaw = (target: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(server.url)
      request({ host: '127.0.0.1', port, path: target }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })

  it('hands out the page and its parts with their types', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toBe('<p>守温</p>')
    const script = await get('/host/phone.js?x=1')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('answers under both names of the machine', async () => {
    const { port } = new URL(server.url)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
  })

  it('allows no script, frame or style from elsewhere', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/script-src|unsafe-eval/)
  })

  it('lets a browser keep only what changes its name with its content', async () => {
    expect((await get('/host/chunk-AB12.js')).headers.get('cache-control')).toContain('immutable')
    const script = await get('/host/phone.js')
    expect(script.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/host/phone.js', { headers: { 'if-none-match': script.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('answers HEAD without a body and refuses to change anything', async () => {
    const head = await get('/', { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe('13')
    expect(await head.text()).toBe('')
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await get('/', { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, HEAD')
    }
  })

  it.each([
    '/nowhere',
    '/host',
    '/host/',
    '/notes.md',
    '/../secret.html',
    '/host/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%2e%2e%5csecret.html',
    '//secret.html',
    '/index.html%00.js',
    '/%',
    '/__proto__',
    '/constructor',
  ])('does not find %s', async (target) => {
    expect(await getRaw(target)).toBe(404)
  })

  it('says when its port is taken', async () => {
    const port = Number(new URL(server.url).port)
    await expect(servePreview({ outDir: path.join(outer, 'out'), port })).rejects.toThrow('EADDRINUSE')
  })

  it('is gone after close', async () => {
    const other = await servePreview({ outDir: path.join(outer, 'out'), port: 0 })
    await other.close()
    await expect(fetch(other.url)).rejects.toThrow()
  })
})
