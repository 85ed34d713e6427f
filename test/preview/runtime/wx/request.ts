import { asyncApi } from './async-api.ts'
import type { RequestOption } from '../wechat-options.d.ts'

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

/** wx.request over fetch: every status is a success, only the network can fail. */
export function request(options: RequestOption): { abort(): void } {
  const stop = new AbortController()
  const call = asyncApi('request', (given: RequestOption) => send(given, stop))
  // The task is what WeChat returns; with no callback given its outcome would be nobody's, and is dropped.
  void call({ ...options, complete: options.complete ?? (() => undefined) } as never)
  return { abort: () => stop.abort(new Error('abort')) }
}

async function send(options: RequestOption, stop: AbortController) {
  const method = options.method ?? 'GET'
  // WeChat has no PATCH; a call that works only here would be found on a phone.
  if (!METHODS.has(method)) throw new Error(`method ${method} is not supported by wx.request`)
  const timer = setTimeout(() => stop.abort(new Error('timeout')), options.timeout ?? 60_000)
  try {
    const { url, body, headers } = outgoing(options, method)
    const response = await fetch(url, { method, headers, body, signal: stop.signal, credentials: 'omit' })
    return {
      data: await incoming(response, options),
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      cookies: [],
    }
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function outgoing(
  options: RequestOption,
  method: string,
): { url: string; body: string | ArrayBuffer | null; headers: Headers } {
  const headers = new Headers(options.header as Record<string, string> | undefined)
  const { data } = options
  if (data === undefined) return { url: options.url, body: null, headers }
  if (method === 'GET' || method === 'HEAD') {
    const query = new URLSearchParams(data as Record<string, string>).toString()
    const join = options.url.includes('?') ? '&' : '?'
    return { url: query === '' ? options.url : options.url + join + query, body: null, headers }
  }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  if (typeof data === 'string' || data instanceof ArrayBuffer) return { url: options.url, body: data, headers }
  const form = headers.get('content-type')!.startsWith('application/x-www-form-urlencoded')
  const body = form ? new URLSearchParams(data as Record<string, string>).toString() : JSON.stringify(data)
  return { url: options.url, body, headers }
}

async function incoming(response: Response, options: RequestOption): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return response.arrayBuffer()
  const text = await response.text()
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
