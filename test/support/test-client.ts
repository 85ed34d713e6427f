import type { Problem } from '../../shared/contract/errors.ts'
import { API_PREFIX } from '../../shared/contract/routes.ts'

export interface Answer<Body = Problem> {
  readonly status: number
  readonly headers: Headers
  /** What the caller takes it for; the tests then see whether it is. */
  readonly body: Body
}

export interface Client {
  get<Body = Problem>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>
  post<Body = Problem>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<Body>>
  /** A request made by hand. */
  send<Body = Problem>(path: string, init: RequestInit): Promise<Answer<Body>>
}

/** Calls the API; a path is under /api/v1 unless it begins with `//`, for what stands beside the contract. */
export function client(url: string, token: string | null): Client {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const send = async <Body = Problem>(path: string, init: RequestInit): Promise<Answer<Body>> => {
    const response = await fetch(url + (path.startsWith('//') ? path.slice(1) : API_PREFIX + path), {
      ...init,
      headers: { ...authorization, ...(init.headers as Record<string, string> | undefined) },
    })
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body }
  }
  return {
    send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  }
}
