import type { Problem } from '../../../shared/contract/errors.ts'
import { routeOf, type RouteId } from '../../../shared/contract/routes.ts'
import { ALL_DOORS } from '../../support/doors.ts'
import { ROUTE_IDS, callWith, goodBody, idsOf, pathOf, type PathIds } from '../../support/contract-calls.ts'
import { create, edit, makeFamily, makeFormerMember, type TestFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import type { Answer } from '../../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let family: TestFamily
let ids: PathIds
let former: string
let before: unknown

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { env: ALL_DOORS })
  family = await makeFamily(app)
  const entry = create(family.childId)
  ids = idsOf(family, entry.entryId)
  await sync({ epoch: null, cursor: 0, changes: [entry] })
  former = (await makeFormerMember(app, database, family)).token
  before = await everything()
})
afterEach(async () => {
  expect(await everything()).toEqual(before)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const pathsOf = ({ body }: Answer): string[] => (body.errors ?? []).map(({ path }) => path)

const everything = () =>
  database.query(`select (select sum(seq) from family) as seq, (select count(*) from entry) as entries,
                         (select count(*) from revision) as revisions, (select count(*) from change) as changes,
                         (select jsonb_agg(m order by account_id) from member m) as members,
                         (select count(*) from account) as accounts, (select count(*) from session) as sessions,
                         (select count(*) from access_log) as log, (select count(*) from invite) as invites`)

const owner = () => app.as(family.tokens.owner)
/** Who may call the route, whatever it is. */
const caller = (id: RouteId) => (routeOf(id).access === 'former member' ? app.as(former) : owner())
const sync = (body: unknown): Promise<Answer> => owner().post(`/families/${family.familyId}/sync`, body)

/** Every refusal looks alike and gives nothing away. */
function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.body).toMatchObject({ status, type: `urn:shouwen:problem:${code}`, title: expect.any(String) })
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'))
  expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.[jt]s|select |insert |node_modules|Error:/i)
}

const POSTS = ROUTE_IDS.filter((id) => routeOf(id).method === 'POST')
const sendText = (id: RouteId, body: string | Uint8Array, type = 'application/json') =>
  caller(id).send(pathOf(id, ids), { method: 'POST', headers: { 'content-type': type }, body: body as never })

describe.each(POSTS)('a body for %s', (id) => {
  it.each([
    ['that is no JSON', '{"epoch": nul'],
    ['that is empty', ''],
    ['that hides a prototype', '{"__proto__": {"x": 1}}'],
    ['that is no UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ])('%s is refused', async (_, body) => expectProblem(await sendText(id, body), 400, 'invalid_request'))

  it.each([['null'], ['[]'], ['"text"'], ['17'], ['true'], ['{}'], ['[[[[[[[[[[]]]]]]]]]]']])(
    'of another shape is refused: %s',
    async (body) => {
      const answer = await sendText(id, body)
      expectProblem(answer, 400, 'invalid_request')
      expect(pathsOf(answer).length).toBeGreaterThan(0)
      for (const path of pathsOf(answer)) expect(path).toMatch(/^\/body/)
    },
  )

  it('with an unknown key is refused, and the key is named', async () => {
    const answer = await callWith(caller(id), id, pathOf(id, ids), {
      ...(goodBody(id, family) as object),
      'sur~pr/ise': 1,
    })
    expectProblem(answer, 400, 'invalid_request')
    expect(answer.body.errors).toEqual([{ path: '/body/sur~0pr~1ise', message: 'is not known here' }])
  })

  it('of another media type is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      expectProblem(await sendText(id, JSON.stringify(goodBody(id, family)), type), 415, 'unsupported_media_type')
  })

  it('that is too large is refused', async () => {
    const limit = routeOf(id).bodyBytes ?? 8 * 1024
    expectProblem(await sendText(id, JSON.stringify({ filler: 'x'.repeat(limit) })), 413, 'payload_too_large')
  })
})

describe.each(ROUTE_IDS.filter((id) => routeOf(id).path.includes('{')))('a path of %s', (id) => {
  it.each([['not-a-uuid'], ['00000000'], ["1'or'1'='1"], ['%00'], ['..%2f..%2fetc'], ['🐛'], ['%F0%9F%90']])(
    'with the id %s is refused',
    async (bad) => {
      const names = [...routeOf(id).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      for (const name of names) {
        const path = pathOf(id, {
          ...ids,
          [name]: bad.startsWith('%') || bad.startsWith('..') ? bad : encodeURIComponent(bad),
        })
        const answer = await callWith(owner(), id, path, goodBody(id, family))
        expectProblem(answer, 400, 'invalid_request')
      }
    },
  )
})

describe('a query', () => {
  const entries = (query: string) =>
    owner().get<Problem & { entries: unknown[] }>(
      `/families/${family.familyId}/children/${family.childId}/entries?${query}`,
    )

  it.each([
    ['from=yesterday', '/query/from'],
    ['from=2026-01-15T22:10:00', '/query/from'],
    ['from=2026-02-30T10:00:00Z', '/query/from'],
    ['to=1999-12-31T23:59:59Z', '/query/to'],
    ['from=2026-01-15T10:00:00Z&from=2026-01-15T11:00:00Z', '/query/from'],
    ['limit=5', '/query/limit'],
    [`from=${'9'.repeat(500)}`, '/query/from'],
  ])('is refused where it is wrong: %s', async (query, path) => {
    const answer = await entries(query)
    expectProblem(answer, 400, 'invalid_request')
    expect(pathsOf(answer)[0]).toBe(path)
  })

  it('may hold a time with a plus sign, escaped', async () => {
    expect((await entries(`from=${encodeURIComponent('2026-01-15T22:10:00+08:00')}`)).body.entries).toHaveLength(1)
    expect((await entries(`from=${encodeURIComponent('2026-01-15T22:10:01+08:00')}`)).body.entries).toHaveLength(0)
  })
})

describe('a change that is malformed', () => {
  const good = () => create(family.childId)
  const with_ = (content: object) => ({ ...good(), content: { ...good().content, ...content } })
  const note = (text: unknown) => ({ ...good(), content: { kind: 'note', at: good().content.at, text } })
  const dose = (content: object) => ({ ...good(), content: { kind: 'dose', at: good().content.at, ...content } })

  it.each<[string, () => unknown, string]>([
    ['no UUID', () => ({ ...good(), changeId: 'x' }), '/changeId'],
    ['an unknown operation', () => ({ ...good(), op: 'entry.drop' }), '/op'],
    ['an unknown kind', () => with_({ kind: 'mood' }), '/content/kind'],
    ['a temperature as text', () => with_({ celsius: '38.5' }), '/content/celsius'],
    ['38.5 written as 385', () => with_({ celsius: 385 }), '/content/celsius'],
    ['more decimals than can be kept', () => with_({ celsius: 38.555 }), '/content/celsius'],
    ['an unknown site', () => with_({ site: 'elbow' }), '/content/site'],
    ['a time without an offset', () => with_({ at: '2026-01-15T22:10:00' }), '/content/at'],
    ['a time in a far future', () => with_({ at: '2126-01-15T22:10:00Z' }), '/content/at'],
    ['two amounts', () => dose({ ingredient: 'ibuprofen', ml: 5, mg: 100 }), '/content/ml'],
    ['a dose of nothing', () => dose({ ml: 5 }), '/content/productId'],
    ['an amount of nothing', () => dose({ ingredient: 'ibuprofen', mg: 0 }), '/content/mg'],
    ['an amount finer than can be kept', () => dose({ ingredient: 'ibuprofen', mg: 0.0001 }), '/content/mg'],
    ['a negative amount', () => dose({ ingredient: 'ibuprofen', mg: -100 }), '/content/mg'],
    ['an enormous amount', () => dose({ ingredient: 'ibuprofen', mg: 1e300 }), '/content/mg'],
    ['an empty note', () => note('  \n '), '/content/text'],
    ['a note beyond its length', () => note('长'.repeat(2001)), '/content/text'],
    ['a note with a null byte', () => note('a\u0000b'), '/content/text'],
    ['a note with half a character', () => note('a\ud83d'), '/content/text'],
    [
      'a code that is none',
      () => ({ ...good(), content: { kind: 'symptom', at: good().content.at, code: 'Drop Table', present: true } }),
      '/content/code',
    ],
    [
      'a question that is none',
      () => ({ ...good(), content: { kind: 'answer', at: good().content.at, question: 'Q15', value: 'yes' } }),
      '/content/question',
    ],
    ['an edit without its base', () => ({ ...edit(good(), 1), baseRevision: undefined }), '/baseRevision'],
    ['a base of zero', () => edit(good(), 0), '/baseRevision'],
    ['a base beyond numbers', () => edit(good(), 1e21), '/baseRevision'],
    ['a foreign key', () => ({ ...good(), familyId: family.familyId }), '/familyId'],
    ['nothing', () => null, ''],
  ])('%s: refuses the whole request and says where', async (_, make, path) => {
    const answer = await sync({ epoch: null, cursor: 0, changes: [good(), make()] })
    expectProblem(answer, 400, 'invalid_request')
    expect(pathsOf(answer)).toContain(`/body/changes/1${path}`)
  })

  it('names several faults at once', async () => {
    const answer = await sync({ epoch: 'x', cursor: -1, changes: [with_({ celsius: 1, site: 'x' })] })
    expect(pathsOf(answer)).toEqual(
      expect.arrayContaining([
        '/body/epoch',
        '/body/cursor',
        '/body/changes/0/content/celsius',
        '/body/changes/0/content/site',
      ]),
    )
  })

  it('too many of them are refused', async () => {
    const changes = Array.from({ length: 201 }, (_, index) => ({ op: 'x', n: index }))
    const answer = await sync({ epoch: null, cursor: 0, changes })
    expectProblem(answer, 400, 'invalid_request')
    expect(pathsOf(answer).length).toBeLessThanOrEqual(20)
  })

  it.each([[1.5], [-1], [2 ** 53], ['0'], [null]])('a cursor that is none is refused: %p', async (cursor) => {
    const answer = await sync({ epoch: null, cursor, changes: [] })
    expectProblem(answer, 400, 'invalid_request')
    expect(pathsOf(answer)[0]).toBe('/body/cursor')
  })
})

describe('a token', () => {
  it.each([
    ['Bearer'],
    ['Bearer '],
    ['Bearer x'],
    ['Bearer a.b.c'],
    ['Basic YTpi'],
    [`Bearer ${'x'.repeat(5000)}`],
    ['bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
  ])('that is none is answered with 401: %s', async (authorization) => {
    const answer = await app.as(null).get('/me', { authorization })
    expectProblem(answer, 401, 'unauthenticated')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})
