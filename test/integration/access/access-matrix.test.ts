import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { SessionsService } from '../../../server/access/sessions.service.ts'
import { TokenService } from '../../../server/access/token.service.ts'
import { LIVE_CLOSE, routeOf, type RouteId } from '../../../shared/contract/routes.ts'
import { ROLES, type Role } from '../../../shared/contract/schemas/records.schema.ts'
import { HOUR, instant } from '../../../shared/time/instant.ts'
import { ROUTE_IDS, call, callWith, goodBody, idsOf, pathOf, type PathIds } from '../../support/contract-calls.ts'
import { ALL_DOORS } from '../../support/doors.ts'
import {
  create,
  makeAccount,
  makeFamily,
  makeFormerMember,
  newFamily,
  remove,
  type TestFamily,
} from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { WechatStandIn } from '../../support/wechat-stand-in.ts'

const STRANGERS = ['removed', 'stranger', 'owner elsewhere'] as const
const UNPROVEN = ['anonymous', 'expired', 'forged', 'signed out'] as const
type Caller = Role | (typeof STRANGERS)[number] | (typeof UNPROVEN)[number]
const CALLERS: readonly Caller[] = [...ROLES, ...STRANGERS, ...UNPROVEN]

/** What the design says, written apart from the code that does it: who needs no token, who any, who a role, who to have had one. */
const EXPECTED: Readonly<Record<RouteId, 'all' | 'account' | 'former' | Readonly<Record<Role, number>>>> = {
  'demo.login': 'all',
  'auth.wechat': 'all',
  'auth.local': 'all',
  'auth.localJoin': 'all',
  'auth.refresh': 'all',
  'auth.signOut': 'all',
  'account.read': 'account',
  'families.create': 'account',
  'families.rename': { owner: 200, caregiver: 403, viewer: 403 },
  'families.leave': { owner: 409, caregiver: 200, viewer: 200 },
  'families.handOver': { owner: 200, caregiver: 403, viewer: 403 },
  'members.list': { owner: 200, caregiver: 200, viewer: 200 },
  'members.renameSelf': { owner: 200, caregiver: 200, viewer: 200 },
  'members.setRole': { owner: 200, caregiver: 403, viewer: 403 },
  'members.remove': { owner: 200, caregiver: 403, viewer: 403 },
  'invites.create': { owner: 200, caregiver: 403, viewer: 403 },
  'invites.list': { owner: 200, caregiver: 403, viewer: 403 },
  'invites.revoke': { owner: 200, caregiver: 403, viewer: 403 },
  'invites.preview': 'all',
  'invites.accept': 'account',
  'account.erase': 'account',
  'account.cancelErasure': 'account',
  'families.export': { owner: 200, caregiver: 200, viewer: 403 },
  'children.erase': { owner: 200, caregiver: 403, viewer: 403 },
  'families.erase': { owner: 200, caregiver: 403, viewer: 403 },
  'erasures.cancel': { owner: 200, caregiver: 403, viewer: 403 },
  'consents.list': { owner: 200, caregiver: 200, viewer: 200 },
  'consents.give': { owner: 200, caregiver: 200, viewer: 200 },
  'consents.giveAi': { owner: 200, caregiver: 403, viewer: 403 },
  'accessLog.list': { owner: 200, caregiver: 403, viewer: 403 },
  'family.sync': { owner: 200, caregiver: 200, viewer: 200 },
  'proposals.create': 'former',
  'entries.list': { owner: 200, caregiver: 200, viewer: 200 },
  'entries.revisions': { owner: 200, caregiver: 200, viewer: 200 },
  'analysis.read': { owner: 200, caregiver: 200, viewer: 200 },
  'doses.check': { owner: 200, caregiver: 200, viewer: 200 },
}

/** A family of its own for every cell of the table: many routes change who may do what. */
interface Stage {
  readonly family: TestFamily
  readonly ids: PathIds
  readonly tokens: Readonly<Record<Caller, string | null>>
}

/** Bodies that name something which exists, is still good, and belongs to the stage. */
const PREPARED: Partial<Record<RouteId, (stage: Stage) => unknown>> = {
  'auth.wechat': () => ({ code: wechat.codeOf('open-id-of-the-matrix') }),
  'auth.local': async () => ({ secret: await ownerSecret(), attemptId: randomUUID() }),
  'auth.localJoin': async () => ({
    code: await codeElsewhere(),
    memberName: '姥姥',
    attemptId: randomUUID(),
    consentVersion: 1,
  }),
  'erasures.cancel': async ({ family }) => ({ erasureId: await erasureOf(family) }),
  'invites.revoke': async ({ family }) => ({ inviteId: (await invite(family)).inviteId }),
  'invites.preview': async () => ({ code: await codeElsewhere() }),
  'invites.accept': async () => ({ code: await codeElsewhere(), memberName: '姥姥', consentVersion: 1 }),
  'auth.refresh': async ({ family }) => ({ refreshToken: await refreshToken(family), attemptId: family.familyId }),
  'families.create': () => newFamily(),
  'auth.signOut': async ({ family }) => ({ refreshToken: await refreshToken(family), everywhere: false }),
}

let database: TestDatabase
let wechat: WechatStandIn
let app: TestApp

beforeAll(async () => {
  database = await createTestDatabase()
  wechat = new WechatStandIn()
  app = await startTestApp(database, { env: { ...ALL_DOORS, ...(await wechat.start()) } })
})
afterAll(async () => {
  await app.close()
  await wechat.stop()
  await database.drop()
})

const sessions = () => app.app.nest.get(SessionsService)
const refreshToken = async ({ accounts }: TestFamily) => (await sessions().open(accounts.owner)).refreshToken

const ownerSecret = async () => new URL((await app.app.ownerLink())!).hash.replace('#owner=', '')
const invite = async ({ familyId, tokens }: TestFamily) =>
  (await app.as(tokens.owner).post<Reply<'invites.create'>>(`/families/${familyId}/invites`, { role: 'viewer' })).body
const erasureOf = async ({ familyId, childId, tokens }: TestFamily) =>
  (
    await app
      .as(tokens.owner)
      .post<Reply<'children.erase'>>(`/families/${familyId}/children/${childId}/erase`, { confirm: true })
  ).body.erasureId

/** Into a family that no caller of the table belongs to. */
const codeElsewhere = async () => (await invite(await makeFamily(app))).code

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}
const elsewhere = once(() => makeFamily(app))
/** For routes that change nothing one will do. */
const quietStage = once(stageOf)

async function stageOf(): Promise<Stage> {
  const family = await makeFamily(app)
  const entry = create(family.childId)
  await syncOf(app, family, [entry])
  const removed = await makeFormerMember(app, database, family)
  const gone = await sessions().open(family.accounts.owner)
  await sessions().end(gone.refreshToken, false)
  const tokens = {
    ...family.tokens,
    removed: removed.token,
    stranger: (await makeAccount(app)).token,
    'owner elsewhere': (await elsewhere()).tokens.owner,
    anonymous: null,
    expired: await expired(family.accounts.owner),
    forged: forged(family.tokens.owner),
    'signed out': gone.accessToken,
  }
  return { family, ids: idsOf(family, entry.entryId), tokens }
}

/** A token as the same server would have issued it an hour ago. */
async function expired(accountId: string): Promise<string> {
  const past = { now: () => instant(Date.now() - HOUR) }
  const env = { SESSION_SECRET: 'a secret that only tests know, of more than 32 characters' }
  return (await new TokenService(env as never, past).issue(accountId)).token
}

/** The owner's token with another signature. */
const forged = (token: string): string => token.slice(0, -6) + (token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')

const includes = <T extends string>(list: readonly T[], text: string): text is T => list.some((one) => one === text)

function expected(id: RouteId, caller: Caller): number {
  const who = EXPECTED[id]
  if (who === 'all') return 200
  if (includes(UNPROVEN, caller)) return 401
  if (who === 'account') return 200
  if (who === 'former') return caller === 'removed' ? 200 : 404
  return includes(STRANGERS, caller) ? 404 : who[caller]
}

const CODES: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'role_forbidden',
  404: 'not_found',
  409: 'owner_must_hand_over',
}

describe('the table of who may do what', () => {
  it('has a row for every route of the contract, and none for any other', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...ROUTE_IDS].sort())
  })
})

describe.each(ROUTE_IDS)('%s', (id) => {
  it.each(CALLERS)('answers as the policy says: %s', async (caller) => {
    const stage = await (routeOf(id).method === 'GET' ? quietStage() : stageOf())
    const body = (await PREPARED[id]?.(stage)) ?? goodBody(id, stage.family)
    const answer = await callWith(app.as(stage.tokens[caller]), id, pathOf(id, stage.ids), body)
    expect([caller, answer.status]).toEqual([caller, expected(id, caller)])
    if (answer.status === 200) return
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body.code).toBe(CODES[answer.status])
  })
})

describe('the live connection', () => {
  it.each(CALLERS)('answers as the policy of reading says: %s', async (caller) => {
    const { family, tokens } = await quietStage()
    const phone = await new LivePhone(app.url).open()
    phone.send({ type: 'hello', token: tokens[caller] ?? 'none', families: [family.familyId] })
    const answer = await Promise.race([phone.closed, phone.until(({ type }) => type === 'ready')])
    const status = expected('family.sync', caller)
    if (status === 200) expect(answer).toEqual({ type: 'ready' })
    else expect(answer).toBe(status === 401 ? LIVE_CLOSE.unauthenticated : LIVE_CLOSE.notFound)
    await phone.end()
  })
})

const FAMILY_ROUTES = ROUTE_IDS.filter((id) => routeOf(id).path.startsWith('/families/{familyId}/'))

describe.each(FAMILY_ROUTES)('%s', (id) => {
  it('tells a family that is not there from one that is not yours by nothing at all', async () => {
    const { ids, family, tokens } = await stageOf()
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
    const { ids, family } = await stageOf()
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
                         (select count(*) from revision) as revisions, (select count(*) from change) as changes,
                         (select count(*) from member where removed_at is null) as members`)

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
