import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { TokenService } from '../../../server/access/token.service.ts'
import { routeOf, type RouteId } from '../../../shared/contract/routes.ts'
import { HOUR, instant } from '../../../shared/time/instant.ts'
import { ROUTE_IDS, call, idsOf, type PathIds } from '../../support/contract-calls.ts'
import { create, makeAccount, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const CALLERS = [
  'owner',
  'caregiver',
  'viewer',
  'removed',
  'stranger',
  'owner elsewhere',
  'anonymous',
  'expired',
  'forged',
] as const
type Caller = (typeof CALLERS)[number]

let database: TestDatabase
let app: TestApp
let family: TestFamily
let ids: PathIds
let tokens: Record<Caller, string | null>

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { env: { DEMO: 'true' } })
  family = await makeFamily(app)
  const elsewhere = await makeFamily(app)
  const entry = create(family.childId)
  ids = idsOf(family, entry.entryId)
  await syncOf(app, family, [entry])

  const removed = await makeAccount(app)
  await database.query(
    `insert into member (family_id, account_id, seq, name, role, joined_at, removed_at)
     values ($1, $2, 4, 'gone', 'owner', now(), now())`,
    [family.familyId, removed.accountId],
  )
  tokens = {
    ...family.tokens,
    removed: removed.token,
    stranger: (await makeAccount(app)).token,
    'owner elsewhere': elsewhere.tokens.owner,
    anonymous: null,
    expired: await expired(family.accounts.owner),
    forged: forged(family.tokens.owner),
  }
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** A token as the same server would have issued it an hour ago. */
async function expired(accountId: string): Promise<string> {
  const past = { now: () => instant(Date.now() - HOUR) }
  const env = { SESSION_SECRET: 'a secret that only tests know, of more than 32 characters' }
  return (await new TokenService(env as never, past).issue(accountId)).token
}

/** The owner's token with another signature. */
const forged = (token: string): string => token.slice(0, -6) + (token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')

const MEMBERS: readonly Caller[] = ['owner', 'caregiver', 'viewer']
const UNPROVEN: readonly Caller[] = ['anonymous', 'expired', 'forged']

/** What the design says, written apart from the code that does it. */
function expected(id: RouteId, caller: Caller): number {
  const { access } = routeOf(id)
  if (access === 'demo') return 200
  if (UNPROVEN.includes(caller)) return 401
  if (access === 'account') return 200
  return MEMBERS.includes(caller) ? 200 : 404
}

describe.each(ROUTE_IDS)('%s', (id) => {
  it.each(CALLERS)('answers as the policy says: %s', async (caller) => {
    const answer = await call(app.as(tokens[caller]), id, ids, family)
    expect([caller, answer.status]).toEqual([caller, expected(id, caller)])
    if (answer.status !== 200) {
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(answer.body.code).toBe(answer.status === 401 ? 'unauthenticated' : 'not_found')
    }
  })
})

const FAMILY_ROUTES = ROUTE_IDS.filter((id) => typeof routeOf(id).access === 'object')

describe.each(FAMILY_ROUTES)('%s', (id) => {
  it('tells a family that is not there from one that is not yours by nothing at all', async () => {
    const nowhere = { ...ids, familyId: '00000000-0000-4000-8000-000000000000' }
    const notThere = await call(app.as(tokens.stranger), id, nowhere, family)
    const notYours = await call(app.as(tokens.stranger), id, ids, family)
    const anonymous = (body: Problem) => ({ ...body, requestId: '' })
    expect(notThere.status).toBe(404)
    expect(anonymous(notThere.body)).toEqual(anonymous(notYours.body))
  })
})

describe('what belongs to another family', () => {
  it('is not found under the own family, and nothing changes', async () => {
    const own = await makeFamily(app)
    const before = await counts()
    const client = app.as(own.tokens.owner)
    for (const id of FAMILY_ROUTES.filter((route) => /\{(child|entry)Id\}/.test(routeOf(route).path))) {
      const answer = await call(client, id, { ...ids, familyId: own.familyId }, own)
      expect([id, answer.status, answer.body.code]).toEqual([id, 404, 'not_found'])
    }
    const product = await client.post(`/families/${own.familyId}/children/${own.childId}/dose-check`, {
      productId: family.productId,
    })
    expect([product.status, product.body.code]).toEqual([404, 'not_found'])

    const content = { kind: 'dose' as const, productId: family.productId, ml: 5 }
    const answer = await syncOf(app, own, [
      create(family.childId),
      create(own.childId, content),
      { ...create(own.childId), op: 'entry.edit', childId: undefined, entryId: ids.entryId, baseRevision: 1 },
      remove({ entryId: ids.entryId }, 1),
    ])
    expect(rejectionsOf(answer)).toEqual(['child_not_found', 'product_not_found', 'entry_not_found', 'entry_not_found'])
    expect(await counts()).toEqual(before)
  })
})

/** Everything that a write could have moved. */
const counts = () =>
  database.query(`select (select sum(seq) from family) as seq, (select count(*) from entry) as entries,
                         (select count(*) from revision) as revisions, (select count(*) from change) as changes`)

describe('the demo login', () => {
  it('does not exist where the server is no demo', async () => {
    const plain = await startTestApp(database)
    const answer = await plain.as(null).post('/demo/login', { person: 'mama' })
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    await plain.close()
  })
})

describe('a role', () => {
  it('is asked for anew at every request', async () => {
    const own = await makeFamily(app)
    const read = () => app.as(own.tokens.caregiver).get(`/families/${own.familyId}/children/${own.childId}/entries`)
    expect((await read()).status).toBe(200)
    await database.query('update member set removed_at = now() where account_id = $1', [own.accounts.caregiver])
    expect((await read()).status).toBe(404)
    expect((await app.as(own.tokens.caregiver).get<Reply<'account.read'>>('/me')).body.families).toEqual([])
  })
})
