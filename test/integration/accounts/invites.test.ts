import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { TokenService } from '../../../server/access/token.service.ts'
import { DAY, MINUTE, instant, type Instant } from '../../../shared/time/instant.ts'
import { create, makeAccount, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

type Invite = Reply<'invites.create'>
type Accepted = Reply<'invites.accept'> & Problem

let database: TestDatabase
let app: TestApp
let family: TestFamily
let now: Instant | null = null

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock: { now: () => now ?? instant(Date.now()) } })
})
beforeEach(async () => {
  family = await makeFamily(app, { childName: '小名叫乐乐' })
})
afterEach(() => (now = null))
/** Every test guesses anew. */
beforeEach(() => database.query('delete from guess'))
afterAll(async () => {
  await app.close()
  await database.drop()
})

const owner = () => app.as(family.tokens.owner)
const invite = async (role = 'caregiver'): Promise<Invite> =>
  (await owner().post<Invite>(`/families/${family.familyId}/invites`, { role })).body
const open = async () => (await owner().get<Reply<'invites.list'>>(`/families/${family.familyId}/invites`)).body.invites
const revoke = (inviteId: string) =>
  owner().post<Reply<'invites.revoke'> & Problem>(`/families/${family.familyId}/invites/revoke`, { inviteId })
const accept = (token: string | null, code: string, memberName = '姥姥', at = app) =>
  at.as(token).post<Accepted>('/invites/accept', { code, memberName, consentVersion: 1 })
const preview = (code: string, token: string | null = null, at = app) =>
  at.as(token).post<Reply<'invites.preview'> & Problem>('/invites/preview', { code })
const membersOf = async () =>
  (await owner().get<Reply<'members.list'>>(`/families/${family.familyId}/members`)).body.members

/** What every code that is no good is answered. */
const INVALID = { status: 404, body: expect.objectContaining({ code: 'invite_invalid' }) }

describe('an invitation', () => {
  it('brings who accepts it into the family, with its role and under the name of their choice', async () => {
    const { code, cardPath, role, inviteId } = await invite('caregiver')
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(cardPath).toBe(`/package-more/pages/join/join?code=${code.replace('-', '')}`)
    expect([role, (await open()).map((one) => one.inviteId)]).toEqual(['caregiver', [inviteId]])

    const phone = await LivePhone.ready(app.url, family.tokens.viewer, [family.familyId])
    const guest = await makeAccount(app)
    const { status, body } = await accept(guest.token, code.toLowerCase().replace('-', ' '))
    const membership = { familyId: family.familyId, name: '测试家庭', role: 'caregiver', memberName: '姥姥' }
    expect([status, body]).toEqual([200, membership])
    await phone.until(({ type }) => type === 'news')
    await phone.end()

    const logged = await syncOf(app, family, [create(family.childId)], { token: guest.token })
    expect(rejectionsOf(logged)).toEqual([null])
    expect(logged.body.records).toContainEqual(
      expect.objectContaining({ type: 'member', id: guest.accountId, name: '姥姥', role: 'caregiver' }),
    )
    expect(await open()).toEqual([])
  })

  it('of a viewer gives a viewer', async () => {
    const guest = await makeAccount(app)
    expect((await accept(guest.token, (await invite('viewer')).code)).body.role).toBe('viewer')
    const logged = await syncOf(app, family, [create(family.childId)], { token: guest.token })
    expect(rejectionsOf(logged)).toEqual(['role_forbidden'])
  })

  it('never makes an owner', async () => {
    const { status } = await owner().post(`/families/${family.familyId}/invites`, { role: 'owner' })
    expect(status).toBe(400)
  })

  it('tells before it is accepted whose it is, and nothing of the child', async () => {
    const { code, expiresAt } = await invite('viewer')
    const { status, body } = await preview(code)
    expect([status, body]).toEqual([200, { familyName: '测试家庭', inviterName: 'owner', role: 'viewer', expiresAt }])
    expect(JSON.stringify(body)).not.toMatch(/乐乐|Id"/)
    expect((await preview(code)).status).toBe(200)
  })

  it('is good once', async () => {
    const { code } = await invite()
    const [first, second] = [await makeAccount(app), await makeAccount(app)]
    expect((await accept(first.token, code)).status).toBe(200)
    expect(await accept(second.token, code)).toMatchObject(INVALID)
    expect(await preview(code)).toMatchObject(INVALID)
  })

  it('accepted by ten at the same moment lets one in', async () => {
    const { code } = await invite()
    const guests = await Promise.all(Array.from({ length: 10 }, () => makeAccount(app)))
    const answers = await Promise.all(guests.map(({ token }) => accept(token, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'invite_invalid')).toHaveLength(9)
    expect(await membersOf()).toHaveLength(4)
  })

  it('accepted again by the same person, whose answer was lost, is answered the same', async () => {
    const { code } = await invite()
    const { token } = await makeAccount(app)
    const first = await accept(token, code)
    const again = await accept(token, code, '另一个名字')
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(await membersOf()).toHaveLength(4)
  })

  it('stays good when a member tries it', async () => {
    const { code } = await invite()
    const { status, body } = await accept(family.tokens.viewer, code)
    expect([status, body.code]).toEqual([409, 'already_member'])
    expect((await accept((await makeAccount(app)).token, code)).status).toBe(200)
  })

  it('ends with the owner’s right to invite', async () => {
    const { code } = await invite()
    await owner().post(`/families/${family.familyId}/hand-over`, { accountId: family.accounts.caregiver })
    expect(await preview(code)).toMatchObject(INVALID)
    expect(await accept((await makeAccount(app)).token, code)).toMatchObject(INVALID)
  })

  it('lets a removed member in again, with nothing of what they wrote lost', async () => {
    await syncOf(app, family, [create(family.childId)], { token: family.tokens.caregiver })
    const used = await invite('viewer')
    await owner().post(`/families/${family.familyId}/members/remove`, { accountId: family.accounts.caregiver })
    expect((await accept(family.tokens.caregiver, used.code, '爸爸')).body).toMatchObject({ role: 'viewer' })
    const { body } = await syncOf(app, family, [])
    expect(body.records).toContainEqual(
      expect.objectContaining({ id: family.accounts.caregiver, name: '爸爸', role: 'viewer', removed: false }),
    )
    await owner().post(`/families/${family.familyId}/members/remove`, { accountId: family.accounts.caregiver })
    expect(await accept(family.tokens.caregiver, used.code)).toMatchObject(INVALID)
  })

  it('stands in the access log, made, revoked and accepted', async () => {
    const [{ code }, other] = [await invite('viewer'), await invite('caregiver')]
    await revoke(other.inviteId)
    const guest = await makeAccount(app)
    await accept(guest.token, code)
    const { body } = await owner().get<Reply<'accessLog.list'>>(`/families/${family.familyId}/access-log`)
    const mine = family.accounts.owner
    expect(body.events.map(({ event, accountId, subjectId, role }) => [event, accountId, subjectId, role])).toEqual([
      ['member_joined', guest.accountId, mine, 'viewer'],
      ['invite_revoked', mine, null, 'caregiver'],
      ['invite_created', mine, null, 'caregiver'],
      ['invite_created', mine, null, 'viewer'],
    ])
  })

  it('does not stand in the database with its code, nor with what the code could be found by without the server’s secret', async () => {
    const { code } = await invite()
    const rows = JSON.stringify([
      await database.query('select * from invite'),
      await database.query("select encode(code_hash, 'escape') from invite_directory"),
    ])
    expect(rows).not.toContain(code.replace('-', ''))
    const [row] = await database.query<{ n: number }>(
      'select count(*)::int as n from invite_directory where code_hash = sha256($1)',
      [Buffer.from(code.replace('-', ''))],
    )
    expect(row!.n).toBe(0)
    expect(app.logged()).not.toContain(code)
    expect(app.logged()).not.toContain(code.replace('-', ''))
  })
})

describe('a code that is no good', () => {
  it('is answered alike, whether it is wrong, used, revoked, has run out, or is no code at all', async () => {
    const [used, revoked, expired] = [await invite(), await invite(), await invite()]
    await accept((await makeAccount(app)).token, used.code)
    await revoke(revoked.inviteId)
    now = instant(Date.now() + 3 * DAY)
    const tokenOf = (accountId: string) => app.app.nest.get(TokenService).issue(accountId)
    const { token: fresh } = await tokenOf((await makeAccount(app)).accountId)
    const anonymous = (body: Problem) => ({ ...body, requestId: '' })
    const answers = []
    for (const code of ['K7QM-4XPA', used.code, revoked.code, expired.code, 'nonsense', '🐛', "' or 1=1 --"]) {
      const [looked, joined] = [await preview(code, null), await accept(fresh, code)]
      answers.push([looked.status, anonymous(looked.body)], [joined.status, anonymous(joined.body)])
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]![0]).toBe(404)
  })

  it('may be tried a few times, and then no code is looked at for a while, not even a good one', async () => {
    let later: Instant | null = null
    const strict = await startTestApp(database, { clock: { now: () => later ?? instant(Date.now()) } })
    const { code } = await invite()
    const { token } = await makeAccount(app)
    const statuses: number[] = []
    for (let count = 0; count < 12; count++)
      statuses.push((await accept(token, `K7QM-4XP${'ABCDEFGHJKMN'[count]!}`, '谁', strict)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(404), 429, 429])
    expect((await accept(token, code, '谁', strict)).status).toBe(429)
    // Another account from the same address goes on, until the address has had enough.
    const other = await makeAccount(app)
    expect((await accept(other.token, 'K7QM-4XPA', '谁', strict)).status).toBe(404)
    for (let count = 0; count < 20; count++) await preview('K7QM-4XPA', null, strict)
    expect((await preview(code, null, strict)).status).toBe(429)
    later = instant(Date.now() + 11 * MINUTE)
    expect((await preview(code, null, strict)).status).toBe(200)
    await strict.close()
  })

  it('is no way to spend others’ guesses: what is right, or makes no sense, counts for nothing', async () => {
    const strict = await startTestApp(database)
    const { code } = await invite()
    for (let count = 0; count < 35; count++) {
      expect((await preview(code, null, strict)).status).toBe(200)
      expect((await strict.as(null).post('/invites/preview', { code: 7 })).status).toBe(400)
    }
    await strict.close()
  })
})

describe('open invitations', () => {
  it('are listed without their codes until they are used, revoked or over', async () => {
    const [one, two] = [await invite(), await invite('viewer')]
    expect((await open()).map(({ inviteId, role }) => [inviteId, role])).toEqual([
      [one.inviteId, 'caregiver'],
      [two.inviteId, 'viewer'],
    ])
    expect(JSON.stringify(await open())).not.toContain(one.code)
    expect((await revoke(one.inviteId)).body.invites.map(({ inviteId }) => inviteId)).toEqual([two.inviteId])
    expect((await revoke(one.inviteId)).status).toBe(200)
  })

  it('are revoked by their family alone, and only while they are open', async () => {
    const other = await makeFamily(app)
    const { inviteId, code } = await invite()
    const foreign = await app.as(other.tokens.owner).post(`/families/${other.familyId}/invites/revoke`, { inviteId })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
    expect((await preview(code)).status).toBe(200)
    await accept((await makeAccount(app)).token, code)
    expect((await revoke(inviteId)).status).toBe(404)
    expect((await revoke(randomUUID())).status).toBe(404)
  })

  it('are twenty at most', async () => {
    for (let count = 0; count < 20; count++) await invite()
    const { status, body } = await owner().post(`/families/${family.familyId}/invites`, { role: 'viewer' })
    expect([status, body.code]).toEqual([409, 'limit_reached'])
  })
})

describe('a family', () => {
  it('has thirty members at most', async () => {
    for (let count = 0; count < 27; count++) {
      const { code } = await invite('viewer')
      expect((await accept((await makeAccount(app)).token, code)).status).toBe(200)
    }
    const { code } = await invite('viewer')
    const { status, body } = await accept((await makeAccount(app)).token, code)
    expect([status, body.code]).toEqual([409, 'limit_reached'])
    expect((await preview(code)).status).toBe(200)
  })
})
