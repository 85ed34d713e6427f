import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { create, makeAccount, makeFamily, newFamily, type TestFamily } from '../../support/factories.ts'
import { outcomesOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let family: TestFamily
beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
})
beforeEach(async () => {
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const refused = { status: 403, body: { code: 'consent_required' } }
const answer = (said: object, role: 'owner' | 'caregiver' = 'caregiver', path = 'consents') =>
  app.as(family.tokens[role]).post<Reply<'consents.give'> & Problem>(`/families/${family.familyId}/${path}`, said)

describe('a family', () => {
  it.each([undefined, 2])('is not founded without the current consent: %s', async (consentVersion) => {
    const { token } = await makeAccount(app)
    expect(await app.as(token).post('/families', { ...newFamily(), consentVersion })).toMatchObject(refused)
    expect((await app.as(token).get<Reply<'account.read'>>('/me')).body.families).toEqual([])
  })

  it('is not joined without it, and the invitation stays good', async () => {
    const { body } = await app
      .as(family.tokens.owner)
      .post<Reply<'invites.create'>>(`/families/${family.familyId}/invites`, { role: 'caregiver' })
    const { token } = await makeAccount(app)
    const join = (consentVersion?: number) =>
      app.as(token).post('/invites/accept', { code: body.code, memberName: '姥姥', consentVersion })
    expect(await join()).toMatchObject(refused)
    expect(await join(1)).toMatchObject({ status: 200 })
  })
})

describe('a member who has withdrawn', () => {
  it('sends nothing until they agree anew, reads on, and loses nothing', async () => {
    const before = create(family.childId)
    const token = family.tokens.caregiver
    await syncOf(app, family, [before], { token })
    await answer({ version: 1, answer: 'withdrawn' })
    const later = create(family.childId, { celsius: 38.2 })
    expect(await syncOf(app, family, [later], { token })).toMatchObject(refused)
    const { body } = await syncOf(app, family, [], { token })
    expect(body.records.some(({ id }) => id === before.entryId)).toBe(true)
    expect(body.records.some(({ id }) => id === later.entryId)).toBe(false)

    await answer({ version: 1, answer: 'given' })
    expect(outcomesOf(await syncOf(app, family, [before, later], { token }))).toEqual(['duplicate', 'saved'])
  })

  it('is one alone: the others write on', async () => {
    await answer({ version: 1, answer: 'withdrawn' })
    expect(outcomesOf(await syncOf(app, family, [create(family.childId)]))).toEqual(['saved'])
  })
})

describe('a member of before the text was changed', () => {
  it('is asked anew before anything is taken', async () => {
    await database.query('update consent set version = 9 where family_id = $1', [family.familyId])
    expect(await syncOf(app, family, [create(family.childId)])).toMatchObject(refused)
  })
})

describe('an answer', () => {
  it('to another version than the current one is none', async () => {
    expect(await answer({ version: 2, answer: 'given' })).toMatchObject(refused)
  })

  it('is written down once however often it is sent, and all that were given stay', async () => {
    for (const said of ['withdrawn', 'withdrawn', 'given', 'given']) await answer({ version: 1, answer: said })
    const { body } = await answer({ version: 1, answer: 'refused' })
    const own = body.consents.filter(({ accountId }) => accountId === family.accounts.caregiver)
    expect(own.map((one) => one.answer)).toEqual(['refused', 'given', 'withdrawn', 'given'])
    expect(body.current).toEqual({ guardian: 1, ai: 1 })
  })

  it('stands in the access log', async () => {
    await answer({ version: 1, answer: 'withdrawn' })
    await answer({ version: 1, answer: 'given' }, 'owner', 'consents/ai')
    const { body } = await app
      .as(family.tokens.owner)
      .get<Reply<'accessLog.list'>>(`/families/${family.familyId}/access-log`)
    expect(body.events.map(({ event }) => event).sort()).toEqual(['ai_consent_given', 'consent_withdrawn'])
  })
})

describe('the consent to AI', () => {
  it('is the owner’s, reaches every phone, and has one record however often it changes', async () => {
    expect(await answer({ version: 1, answer: 'given' }, 'caregiver', 'consents/ai')).toMatchObject({ status: 403 })
    for (const said of ['given', 'withdrawn', 'given'])
      await answer({ version: 1, answer: said }, 'owner', 'consents/ai')
    const { body } = await syncOf(app, family, [], { token: family.tokens.viewer })
    const told = body.records.flatMap((one) => (one.type === 'consent' && one.kind === 'ai' ? [one] : []))
    expect(told).toMatchObject([{ answer: 'given', version: 1, accountId: family.accounts.owner }])

    await answer({ version: 1, answer: 'withdrawn' }, 'owner', 'consents/ai')
    const { body: later } = await syncOf(app, family, [], { cursor: body.cursor, epoch: body.epoch })
    expect(later.records).toMatchObject([{ type: 'consent', id: told[0]!.id, answer: 'withdrawn' }])
  })

  it('says nothing of the guardian’s own', async () => {
    await answer({ version: 1, answer: 'withdrawn' }, 'owner')
    await answer({ version: 1, answer: 'given' }, 'owner', 'consents/ai')
    expect(await syncOf(app, family, [{ ...create(family.childId), entryId: randomUUID() }])).toMatchObject(refused)
  })
})
