import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { filesUnder } from '../../../cloud/build/project/source-files.ts'
import { MEDIA_TYPES } from './media-types.ts'

export interface ServeOptions {
  outDir: string
  /** 0 picks a free one. */
  port: number
  /** Interface to listen on; the loopback by default. */
  host?: string
}

export interface PreviewServer {
  url: string
  close(): Promise<void>
}

/** Serves a built preview: exactly the files that are in outDir now, and nothing by any other name. */
export async function servePreview(options: ServeOptions): Promise<PreviewServer> {
  const known = new Set(filesUnder(options.outDir).filter((file) => path.extname(file) in MEDIA_TYPES))
  const server = createServer((request, response) => {
    answer(options.outDir, known, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, options.port, options.host ?? '127.0.0.1')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function answer(outDir: string, known: ReadonlySet<string>, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const file = fileFor(request.url ?? '/')
  // The set of known files decides, not the file system: there is no path to traverse.
  if (file === undefined || !known.has(file)) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return
  }
  const body = await readFile(path.join(outDir, file))
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ...headersFor(file), etag: tag }
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function fileFor(url: string): string | undefined {
  try {
    const pathname = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1)
  } catch {
    return undefined
  }
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': MEDIA_TYPES[path.extname(file)]!,
    // Only a chunk's name changes with its content.
    'cache-control': /^host\/chunk-/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': POLICY,
  }
}

/** The preview loads nothing from third parties; only the API's address (a setting) is open. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob: http://localhost:* http://127.0.0.1:*",
  "style-src 'self' 'unsafe-inline'",
  'connect-src *',
  "frame-src 'self' http://localhost:* http://127.0.0.1:*",
  "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')
