import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { LIVE_CLOSE } from '../../../shared/contract/routes.ts'
import type { Role } from '../../../shared/contract/schemas/records.schema.ts'
import { AccountsService } from '../../../server/accounts/accounts.service.ts'
import { create, makeAccount, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let two: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  two = await startTestApp(database)
})
beforeEach(async () => {
  family = await makeFamily(app)
})
afterAll(async () => {
  await Promise.all([app.close(), two.close()])
  await database.drop()
})

type Answered = Reply<'members.list'> & Problem

const post = (role: Role, path: string, body: object) =>
  app.as(family.tokens[role]).post<Answered>(`/families/${family.familyId}/${path}`, body)
const rolesOf = async (): Promise<Record<string, string>> => {
  const { body } = await app.as(family.tokens.owner).get<Answered>(`/families/${family.familyId}/members`)
  return Object.fromEntries(body.members.map(({ name, role }) => [name, role]))
}
const seqOf = async (): Promise<number> => {
  const [row] = await database.query<{ seq: string }>('select seq from family where id = $1', [family.familyId])
  return Number(row!.seq)
}
const logOf = async () =>
  (await app.as(family.tokens.owner).get<Reply<'accessLog.list'>>(`/families/${family.familyId}/access-log`)).body

const EVERYBODY = { owner: 'owner', caregiver: 'caregiver', viewer: 'viewer' }

describe('the members', () => {
  it('are listed with their roles, and with when they came', async () => {
    const { body } = await app.as(family.tokens.viewer).get<Answered>(`/families/${family.familyId}/members`)
    expect(body.members.map(({ accountId, name, role }) => [accountId, name, role]).sort()).toEqual(
      (['owner', 'caregiver', 'viewer'] as const).map((role) => [family.accounts[role], role, role]).sort(),
    )
    for (const { joinedAt } of body.members) expect(joinedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('are listed with when their phones last asked for the record, and null where none ever has', async () => {
    await syncOf(app, family, [], { token: family.tokens.caregiver })
    const { body } = await app.as(family.tokens.owner).get<Answered>(`/families/${family.familyId}/members`)
    const heardOf = (who: 'caregiver' | 'viewer') =>
      body.members.find(({ accountId }) => accountId === family.accounts[who])?.heardAt
    expect(heardOf('caregiver')).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(heardOf('viewer')).toBeNull()
  })

  it('choose what they are called, and every phone hears of it', async () => {
    const phone = await LivePhone.ready(two.url, family.tokens.owner, [family.familyId])
    const before = await seqOf()
    await post('viewer', 'members/own-name', { memberName: '外婆' })
    await phone.news(family.familyId, before + 1)
    expect(await rolesOf()).toEqual({ owner: 'owner', caregiver: 'caregiver', 外婆: 'viewer' })
    await phone.end()
  })
})

describe('another role', () => {
  it('counts from the next request on, and is told to every phone in the family’s order', async () => {
    const log = () => syncOf(app, family, [create(family.childId)], { token: family.tokens.viewer })
    expect(rejectionsOf(await log())).toEqual(['role_forbidden'])
    const before = await seqOf()
    const { body } = await post('owner', 'members/role', { accountId: family.accounts.viewer, role: 'caregiver' })
    expect(body.members).toHaveLength(3)
    expect(await seqOf()).toBe(before + 1)
    expect(rejectionsOf(await log())).toEqual([null])
    await post('owner', 'members/role', { accountId: family.accounts.viewer, role: 'viewer' })
    expect(rejectionsOf(await log())).toEqual(['role_forbidden'])
  })

  it('that is the same changes nothing', async () => {
    const before = await seqOf()
    expect((await post('owner', 'members/role', { accountId: family.accounts.viewer, role: 'viewer' })).status).toBe(
      200,
    )
    expect(await seqOf()).toBe(before)
    expect((await logOf()).events).toEqual([])
  })

  it.each<[string, () => object, number, string]>([
    ['to the owner', () => ({ accountId: family.accounts.owner, role: 'viewer' }), 409, 'owner_must_hand_over'],
    ['of an owner', () => ({ accountId: family.accounts.viewer, role: 'owner' }), 400, 'invalid_request'],
    ['to nobody', () => ({ accountId: randomUUID(), role: 'viewer' }), 404, 'not_found'],
    ['of no kind', () => ({ accountId: family.accounts.viewer, role: 'admin' }), 400, 'invalid_request'],
  ])('is not given %s', async (_, body, status, code) => {
    const before = await seqOf()
    const answer = await post('owner', 'members/role', body())
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect([await rolesOf(), await seqOf()]).toEqual([EVERYBODY, before])
  })

  it('is not given to a member of another family', async () => {
    const other = await makeFamily(app)
    const answer = await post('owner', 'members/role', { accountId: other.accounts.viewer, role: 'caregiver' })
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    const remove = await post('owner', 'members/remove', { accountId: other.accounts.viewer })
    expect([remove.status, remove.body.code]).toEqual([404, 'not_found'])
  })
})

describe('whoever is on duty', () => {
  const take = (role: Role) =>
    syncOf(
      app,
      family,
      [{ op: 'duty.take', changeId: randomUUID(), madeAt: new Date().toISOString(), accountId: family.accounts[role] }],
      { token: family.tokens[role] },
    )
  const onDuty = async (cursor = 0) => {
    const [row] = await database.query<{ epoch: string }>('select epoch from family where id = $1', [family.familyId])
    const { body } = await syncOf(app, family, [], { cursor, epoch: row!.epoch })
    return body.records.flatMap((one) => (one.type === 'duty' ? [one.accountId] : []))
  }
  const as = { accountId: () => ({ accountId: family.accounts.caregiver }) }

  it.each<[string, () => Promise<unknown>]>([
    ['is removed', () => post('owner', 'members/remove', as.accountId())],
    ['leaves', () => post('caregiver', 'leave', { confirm: true })],
    ['may only look', () => post('owner', 'members/role', { ...as.accountId(), role: 'viewer' })],
  ])('is so no more when they %s, and every phone hears of it with the same news', async (_, end) => {
    await take('caregiver')
    expect(await onDuty()).toEqual([family.accounts.caregiver])
    const before = await seqOf()
    await end()
    expect(await seqOf()).toBe(before + 1)
    expect([await onDuty(before), await onDuty()]).toEqual([[null], [null]])
    await take('owner')
    expect(await onDuty()).toEqual([family.accounts.owner])
  })

  it('stays so when somebody else goes', async () => {
    await take('owner')
    await post('owner', 'members/remove', as.accountId())
    expect(await onDuty()).toEqual([family.accounts.owner])
  })
})

describe('a member who is removed', () => {
  it('hears nothing more on any instance, finds nothing more, and stays as the author of what was logged', async () => {
    await syncOf(app, family, [create(family.childId)], { token: family.tokens.caregiver })
    const here = await LivePhone.ready(app.url, family.tokens.caregiver, [family.familyId])
    const there = await LivePhone.ready(two.url, family.tokens.caregiver, [family.familyId])
    const spouse = await LivePhone.ready(two.url, family.tokens.viewer, [family.familyId])
    const begun = Date.now()
    expect((await post('owner', 'members/remove', { accountId: family.accounts.caregiver })).status).toBe(200)
    expect(await Promise.all([here.closed, there.closed])).toEqual([LIVE_CLOSE.notFound, LIVE_CLOSE.notFound])
    expect(Date.now() - begun).toBeLessThan(2_000)
    await spouse.news(family.familyId, await seqOf())
    await spouse.end()

    const sent = await syncOf(app, family, [create(family.childId)], { token: family.tokens.caregiver })
    expect(sent.status).toBe(404)
    const { body } = await syncOf(app, family, [])
    expect(body.records.find(({ id }) => id === family.accounts.caregiver)).toMatchObject({
      name: 'caregiver',
      removed: true,
    })
    expect(await rolesOf()).toEqual({ owner: 'owner', viewer: 'viewer' })
  })

  it('keeps hearing of the other families', async () => {
    const other = await makeFamily(app)
    await database.query(
      `insert into member (family_id, account_id, seq, name, role, joined_at) values ($1, $2, 4, 'b', 'caregiver', now())`,
      [other.familyId, family.accounts.caregiver],
    )
    const phone = await LivePhone.ready(app.url, family.tokens.caregiver, [other.familyId])
    await post('owner', 'members/remove', { accountId: family.accounts.caregiver })
    const { body } = await syncOf(app, other, [create(other.childId)])
    await phone.news(other.familyId, body.results[0]!.seq!)
    await phone.end()
  })

  it('is known by asking: a message that only says so closes nobody’s connection', async () => {
    const phone = await LivePhone.ready(app.url, family.tokens.caregiver, [family.familyId])
    await database.query("select pg_notify('family_news', $1)", [`${family.accounts.caregiver}:recheck`])
    const { body } = await syncOf(app, family, [create(family.childId)])
    await phone.news(family.familyId, body.results[0]!.seq!)
    expect(phone.socket.readyState).toBe(phone.socket.OPEN)
    await phone.end()
  })

  it('while the bus was broken hears nothing more either', async () => {
    const phone = await LivePhone.ready(two.url, family.tokens.caregiver, [family.familyId])
    await database.query('update member set removed_at = now() where account_id = $1', [family.accounts.caregiver])
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shouwen live' and datname = current_database()",
    )
    expect(await phone.closed).toBe(LIVE_CLOSE.notFound)
  })

  it('is gone for good: a second time there is nobody to remove', async () => {
    const remove = () => post('owner', 'members/remove', { accountId: family.accounts.viewer })
    expect((await remove()).status).toBe(200)
    expect((await remove()).body.code).toBe('not_found')
  })
})

describe('leaving', () => {
  it('ends one’s own membership alone', async () => {
    const phone = await LivePhone.ready(app.url, family.tokens.viewer, [family.familyId])
    expect((await post('viewer', 'leave', { confirm: true })).body).toEqual({ familyId: family.familyId })
    expect(await phone.closed).toBe(LIVE_CLOSE.notFound)
    expect((await post('viewer', 'leave', { confirm: true })).status).toBe(404)
    expect(await rolesOf()).toEqual({ owner: 'owner', caregiver: 'caregiver' })
  })

  it('is not for the owner, whom nobody can remove either: a family is never without one', async () => {
    const answers = [
      await post('owner', 'leave', { confirm: true }),
      await post('owner', 'members/remove', { accountId: family.accounts.owner }),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([409, 'owner_must_hand_over'])
    expect(await rolesOf()).toEqual(EVERYBODY)
  })
})

describe('handing a family over', () => {
  it('makes the other the owner and the old one a caregiver, who may then leave', async () => {
    const { body } = await post('owner', 'hand-over', { accountId: family.accounts.viewer })
    expect(Object.fromEntries(body.members.map(({ name, role }) => [name, role]))).toEqual({
      owner: 'caregiver',
      caregiver: 'caregiver',
      viewer: 'owner',
    })
    expect((await post('owner', 'members/remove', { accountId: family.accounts.caregiver })).status).toBe(403)
    expect((await post('owner', 'leave', { confirm: true })).status).toBe(200)
    expect((await post('viewer', 'rename', { name: '还在' })).status).toBe(200)
  })

  it('to oneself changes nothing, and to nobody is refused', async () => {
    const before = await seqOf()
    expect((await post('owner', 'hand-over', { accountId: family.accounts.owner })).status).toBe(200)
    expect((await post('owner', 'hand-over', { accountId: randomUUID() })).body.code).toBe('not_found')
    const { accountId } = await makeAccount(app)
    expect((await post('owner', 'hand-over', { accountId })).body.code).toBe('not_found')
    expect([await rolesOf(), await seqOf()]).toEqual([EVERYBODY, before])
  })

  it('to two at the same moment leaves one owner', async () => {
    const answers = await Promise.all([
      post('owner', 'hand-over', { accountId: family.accounts.caregiver }),
      post('owner', 'hand-over', { accountId: family.accounts.viewer }),
      post('owner', 'members/remove', { accountId: family.accounts.caregiver }),
      post('owner', 'members/remove', { accountId: family.accounts.viewer }),
    ])
    for (const { status } of answers) expect([200, 403, 404, 409]).toContain(status)
    const [row] = await database.query<{ n: number }>(
      "select count(*)::int as n from member where family_id = $1 and role = 'owner' and removed_at is null",
      [family.familyId],
    )
    expect(row!.n).toBe(1)
  })

  it('cannot make a second owner, whatever a statement says', async () => {
    await expect(
      database.query("update member set role = 'owner' where family_id = $1", [family.familyId]),
    ).rejects.toMatchObject({ constraint: 'ix_member_family_id' })
  })
})

describe('the access log', () => {
  it('tells the owner who did what to whom, latest first', async () => {
    const { owner, caregiver, viewer } = family.accounts
    await post('owner', 'rename', { name: '新名字' })
    await post('owner', 'members/role', { accountId: viewer, role: 'caregiver' })
    await post('owner', 'members/remove', { accountId: viewer })
    await post('owner', 'hand-over', { accountId: caregiver })
    await post('caregiver', 'hand-over', { accountId: owner })
    await post('caregiver', 'leave', { confirm: true })
    expect(
      (await logOf()).events.map(({ event, accountId, subjectId, role }) => [event, accountId, subjectId, role]),
    ).toEqual([
      ['member_left', caregiver, null, null],
      ['ownership_handed_over', caregiver, owner, 'owner'],
      ['ownership_handed_over', owner, caregiver, 'owner'],
      ['member_removed', owner, viewer, null],
      ['role_changed', owner, viewer, 'caregiver'],
      ['family_renamed', owner, null, null],
    ])
  })

  it('tells of every sign-in, in every family of the account and in no other', async () => {
    const other = await makeFamily(app)
    const account = family.accounts.caregiver
    await app.app.nest.get(AccountsService, { strict: false }).enter('test', account)
    expect((await logOf()).events.map(({ event, accountId }) => [event, accountId])).toEqual([['signed_in', account]])
    const there = await app
      .as(other.tokens.owner)
      .get<Reply<'accessLog.list'>>(`/families/${other.familyId}/access-log`)
    expect(there.body).toEqual({ events: [], more: false })
  })

  it('holds nothing of what was refused', async () => {
    await post('owner', 'leave', { confirm: true })
    await post('viewer', 'rename', { name: '不行' })
    await post('owner', 'members/remove', { accountId: randomUUID() })
    expect((await logOf()).events).toEqual([])
  })

  it('is read in pages', async () => {
    await database.query(
      `insert into access_log (family_id, id, at, event, account_id)
       select $1, gen_random_uuid(), now() - n * interval '1 minute', 'signed_in', $2 from generate_series(1, 250) n`,
      [family.familyId, family.accounts.viewer],
    )
    const first = await logOf()
    expect([first.events.length, first.more]).toEqual([200, true])
    const { body: rest } = await app
      .as(family.tokens.owner)
      .get<Reply<'accessLog.list'>>(
        `/families/${family.familyId}/access-log?before=${encodeURIComponent(first.events.at(-1)!.at)}`,
      )
    expect([rest.events.length, rest.more]).toEqual([50, false])
    expect(new Set([...first.events, ...rest.events].map(({ id }) => id)).size).toBe(250)
  })
})
