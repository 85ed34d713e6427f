import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { hostile, spoil, spoiling, textOf } from './hostile.ts'
import { arbitraryOf, type IdsFor, type JsonSchema } from './schema-arbitrary.ts'

/** One operation of the served document. */
export interface Operation {
  readonly operationId: string
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required: boolean
    readonly schema: JsonSchema
  }[]
  readonly body: JsonSchema | null
}

/** Whose token it brings. Those after the third belong to no member of the family that the path names. */
export const CALLERS = ['owner', 'caregiver', 'viewer', 'stranger', 'expired', 'forged', 'anonymous'] as const
export type FuzzCaller = (typeof CALLERS)[number]

export interface FuzzRequest {
  readonly caller: FuzzCaller
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes as latin1: a text that a report can show. */
  readonly body: string | null
}

interface DocumentedOperation {
  readonly operationId: string
  readonly parameters: Operation['parameters']
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

/** Everything that an OpenAPI document says the server does. */
export const operationsOf = (document: { readonly paths: object }): Operation[] =>
  Object.entries(document.paths as Record<string, Record<string, DocumentedOperation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId, parameters, requestBody }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  )

const latin1 = (text: string | Uint8Array): string => Buffer.from(text as string).toString('latin1')

/** Bodies as they are sent, by what was meant: right, nearly right, or nonsense. */
function bodies(schema: JsonSchema, ids: IdsFor): fc.Arbitrary<Pick<FuzzRequest, 'body' | 'headers'>> {
  const valid = arbitraryOf(schema, ids)
  const nearly = fc
    .tuple(valid, fc.array(fc.tuple(fc.nat(400), spoiling), { minLength: 1, maxLength: 3 }))
    .map(([value, spoilings]) => spoilings.reduce((now, [which, how]) => spoil(now, which, how), value))
  const json = (value: unknown) => ({ body: latin1(textOf(value)), headers: { 'content-type': 'application/json' } })
  const mangled = fc
    .tuple(valid.map(textOf), fc.nat(), fc.constantFrom('', '}', '{"a":', ',', '\u0000', '\ufeff', '/*', '"', '\\ud800', ']'))
    .map(([text, at, by]) => ({
      body: latin1(text.slice(0, at % (text.length + 1)) + by),
      headers: { 'content-type': 'application/json' },
    })) // prettier-ignore
  const bytes = fc
    .uint8Array({ maxLength: 300 })
    .map((some) => ({ body: latin1(some), headers: { 'content-type': 'application/json' } }))
  const otherType = fc
    .tuple(
      valid.map(textOf),
      fc.constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        'application/json;;',
        'application/*',
        'json',
        ';',
        'application/json\t',
        'application/cbor',
        'application/problem+json',
      ),
    )
    .map(([text, type]) => ({ body: latin1(text), headers: { 'content-type': type } }))
  const packed = fc
    .tuple(valid.map(textOf), fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'gzip, gzip', 'x'), fc.nat(60))
    .map(([text, coding, lost]) => ({
      body: latin1(gzipSync(text).subarray(0, Math.max(0, gzipSync(text).length - lost))),
      headers: { 'content-type': 'application/json', 'content-encoding': coding },
    }))
  return fc.oneof(
    { weight: 18, arbitrary: valid.map(json) },
    { weight: 14, arbitrary: nearly.map(json) },
    { weight: 2, arbitrary: hostile.map(json) },
    { weight: 3, arbitrary: mangled },
    { weight: 1, arbitrary: bytes },
    { weight: 2, arbitrary: otherType },
    { weight: 2, arbitrary: packed },
    { weight: 1, arbitrary: fc.constant({ body: null, headers: {} }) },
  )
}

const PATH_PARTS = ["1'or'1'='1", '%00', '..%2f..%2fetc%2fpasswd', '..', '.', '%', '%F0%9F', '%c0%ae', '*', ';a=b', 'x'.repeat(300), '%20', '__proto__', '%2e%2e'] // prettier-ignore

function paths({ path, parameters }: Operation, ids: IdsFor): fc.Arbitrary<string> {
  const parts = parameters.filter((one) => one.in === 'path')
  const well = fc.tuple(...parts.map(({ schema, name }) => arbitraryOf(schema, ids, name)))
  const ill = fc.tuple(
    ...parts.map(({ schema, name }) =>
      fc.oneof(
        arbitraryOf(schema, ids, name).map(String),
        fc.constantFrom(...PATH_PARTS),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(encoded),
      ),
    ),
  )
  const bent = fc
    .tuple(well, fc.constantFrom('/', '//', '/../', '/.', '?', '#', '%2f', ';', '/extra', '.json'))
    .map(([values, end]) => filled(path, parts, values) + end)
  return fc.oneof(
    { weight: 20, arbitrary: well.map((values) => filled(path, parts, values)) },
    { weight: parts.length === 0 ? 0 : 2, arbitrary: ill.map((values) => filled(path, parts, values)) },
    { weight: 1, arbitrary: bent },
  )
}

function queries({ parameters }: Operation, ids: IdsFor): fc.Arbitrary<string> {
  const known = parameters.filter((one) => one.in === 'query')
  const model = Object.fromEntries(known.map(({ name, schema }) => [name, arbitraryOf(schema, ids, name).map(String)]))
  const well = fc.record(model, { requiredKeys: [] }).map((values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${encoded(String(value))}`)
      .join('&'),
  )
  const names = fc.constantFrom(...known.map(({ name }): string => name), 'a', '__proto__', 'a[b]', '', '%')
  const ill = fc
    .array(fc.tuple(names, hostile), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${encoded(textOf(value)).slice(0, 3000)}`).join('&'))
  return fc
    .oneof({ weight: known.length === 0 ? 12 : 4, arbitrary: known.length === 0 ? fc.constant('') : well }, ill)
    .map((query) => (query === '' ? '' : `?${query}`))
}

/** The operation about the caller's own family and no other. */
export const inFamily = (operation: Operation, familyId: string): Operation => ({
  ...operation,
  path: operation.path.replace('{familyId}', familyId),
  parameters: operation.parameters.filter(({ name }) => name !== 'familyId'),
})

const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString())

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'x-request-id': "a'; drop table entry --" },
  { 'x-request-id': 'given.by-the_caller' },
  { 'x-request-id': 'x'.repeat(9000) },
  { 'x-shouwen-version': '99999999999999999999.0.0' },
  { 'x-shouwen-version': '0.0.0' },
  { 'x-shouwen-version': '__proto__' },
  { authorization: 'Bearer' },
  { authorization: `Bearer ${'a.'.repeat(2000)}` },
  { authorization: 'Basic YTpi' },
  { 'x-wx-openid': "o' or 1=1" },
  { 'x-wx-openid': '' },
  { 'x-forwarded-for': "1.1.1.1, ', <script>" },
  { 'x-forwarded-host': 'evil.example', host: 'evil.example' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-original-url': '/api/v1/me', 'x-rewrite-url': '/metrics' },
  { origin: 'null' },
  { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  { accept: 'text/html', 'accept-language': 'x'.repeat(4000) },
  { 'accept-encoding': 'gzip;q=x, *' },
  { 'if-none-match': '*', range: 'bytes=-1' },
  { expect: '100-continue' },
  { cookie: '__proto__=1; a=b' },
  { 'x-nul': 'caf\u00e9\u00ff' },
]

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Requests for one operation that its document calls right. */
export function goodRequestsFor(operation: Operation, ids: IdsFor): fc.Arbitrary<FuzzRequest> {
  const parts = operation.parameters.filter((one) => one.in === 'path')
  const path = fc
    .tuple(...parts.map(({ schema, name }) => arbitraryOf(schema, ids, name)))
    .map((values) => filled(operation.path, parts, values))
  const body = operation.body ? arbitraryOf(operation.body, ids).map(textOf).map(latin1) : fc.constant(null)
  return fc.record({
    caller: fc.constant('owner' as const),
    method: fc.constant(operation.method),
    path,
    headers: fc.constant({ 'content-type': 'application/json' }),
    body,
  })
}

const filled = (path: string, parts: readonly { readonly name: string }[], values: readonly unknown[]): string =>
  parts.reduce((text, { name }, index) => text.replace(`{${name}}`, () => String(values[index])), path)

/** Requests for one operation, most of them nearly right. */
export function requestsFor(operation: Operation, ids: IdsFor): fc.Arbitrary<FuzzRequest> {
  const body = operation.body ? bodies(operation.body, ids) : fc.oneof({ weight: 8, arbitrary: fc.constant({ body: null, headers: {} }) }, bodies({}, ids)) // prettier-ignore
  const headers = fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, fc.constantFrom(...HEADERS))
  const method = fc.oneof({ weight: 20, arbitrary: fc.constant(operation.method) }, fc.constantFrom(...METHODS))
  const caller = fc.oneof(
    { weight: 8, arbitrary: fc.constant('owner' as const) },
    { weight: 8, arbitrary: fc.constantFrom(...CALLERS) },
  )
  return fc
    .tuple(caller, method, paths(operation, ids), queries(operation, ids), body, headers)
    .map(([who, verb, path, query, sent, more]) => ({
      caller: who,
      method: verb,
      path: path + query,
      headers: { ...sent.headers, ...more },
      body: verb === 'GET' || verb === 'HEAD' ? (operation.body ? null : sent.body) : sent.body,
    }))
}
