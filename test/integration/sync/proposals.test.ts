import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import type { Role, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { ChangeOf } from '../../../shared/contract/schemas/sync.schema.ts'
import { create, dose, edit, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { entryOf, outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
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

type Proposal = Extract<SyncRecord, { type: 'proposal' }>

const as = (role: Role) => app.as(family.tokens[role])
const removed = () =>
  as('owner').post(`/families/${family.familyId}/members/remove`, { accountId: family.accounts.caregiver })
const propose = (changes: readonly unknown[], head: object = {}) =>
  as('caregiver').post<Reply<'proposals.create'> & Problem>(`/families/${family.familyId}/proposals`, {
    ...head,
    changes,
  })
const settle = (proposalId: string, accept: boolean): ChangeOf<'proposal.settle'> => ({
  op: 'proposal.settle',
  changeId: randomUUID(),
  madeAt: new Date().toISOString(),
  proposalId,
  accept,
})
const proposals = async (role: Role = 'owner'): Promise<Proposal[]> => {
  const { body } = await syncOf(app, family, [], { token: family.tokens[role] })
  return body.records.filter((record): record is Proposal => record.type === 'proposal')
}
const kept = async (): Promise<number> =>
  (await database.query('select from proposal where family_id = $1', [family.familyId])).length
const say = (...changes: unknown[]) => syncOf(app, family, changes)

describe('what a removed member had not sent', () => {
  it('is kept in its order, shown to every phone at once, and not part of the record', async () => {
    await removed()
    const phone = await LivePhone.ready(app.url, family.tokens.owner, [family.familyId])
    const unsent = [
      create(family.childId),
      dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00'),
      {
        op: 'fact.create',
        changeId: randomUUID(),
        madeAt: '2026-01-15T22:20:00+08:00',
        factId: randomUUID(),
        content: { kind: 'weight', childId: family.childId, on: '2026-01-15', weightKg: 14.5, confirmed: false },
      },
    ] as const
    const { status, body } = await propose(unsent)
    expect(status).toBe(200)
    expect(body.results).toEqual(unsent.map(({ changeId }) => ({ changeId, outcome: 'proposed' })))
    await phone.until(({ type }) => type === 'news')
    await phone.end()
    for (const role of ['owner', 'viewer'] as const) {
      const told = await proposals(role)
      expect(told.map(({ id }) => id)).toEqual(unsent.map(({ changeId }) => changeId))
      expect(told.map(({ change }) => change)).toEqual(unsent)
      expect(told[0]).toMatchObject({
        accountId: family.accounts.caregiver,
        author: 'caregiver',
        state: 'open',
        settledBy: null,
        settledAt: null,
      })
    }
    expect(await database.query('select from entry where family_id = $1', [family.familyId])).toEqual([])
  })

  it('is kept once, however often it is sent, and none of it when it is too much', async () => {
    await removed()
    const one = create(family.childId)
    await propose([one, one])
    const again = await propose([one, create(family.childId)])
    expect(again.body.results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'proposed'])
    expect(await proposals()).toHaveLength(2)

    const many = (count: number) => Array.from({ length: count }, () => remove({ entryId: randomUUID() }, 1))
    for (const count of [200, 200, 200, 200, 190]) expect((await propose(many(count))).status).toBe(200)
    const tooMuch = await propose(many(9))
    expect([tooMuch.status, tooMuch.body.code]).toEqual([409, 'limit_reached'])
    expect(await kept()).toBe(992)
    expect((await propose([one])).status).toBe(200)
    expect((await propose(many(8))).status).toBe(200)
  })

  it('that had been stored while they were a member is a duplicate', async () => {
    const stored = create(family.childId)
    await syncOf(app, family, [stored], { token: family.tokens.caregiver })
    await removed()
    expect((await propose([stored])).body.results).toEqual([{ changeId: stored.changeId, outcome: 'duplicate' }])
    expect(await proposals()).toEqual([])
  })

  it('is not taken when it says nothing about the record, or comes from a member', async () => {
    expect((await propose([create(family.childId)])).body.code).toBe('not_found')
    await removed()
    const duty = { op: 'duty.take', changeId: randomUUID(), madeAt: '2026-01-15T22:20:00+08:00' }
    for (const changes of [[], [{ ...duty, accountId: family.accounts.owner }], [{ op: 'entry.create' }]])
      expect((await propose(changes)).body.code).toBe('invalid_request')
    expect(await proposals()).toEqual([])
  })
})

describe('the owner’s word', () => {
  it('makes it part of the record as its author’s, at its own time, and looks at later doses again', async () => {
    const later = dose(family.childId, family.productId, '2026-01-15T23:15:00+08:00')
    await say(later)
    await removed()
    const unsent = dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00')
    await propose([unsent], { sentAt: '2026-01-15T22:20:00+08:00' })
    const word = settle(unsent.changeId, true)
    const answer = await say(word)
    expect(outcomesOf(answer)).toEqual(['saved'])
    expect(answer.body.results[0]!.check?.verdict).toBeDefined()
    const record = entryOf(answer, unsent.entryId)
    expect(record).toMatchObject({ content: unsent.content, loggedBy: family.accounts.caregiver, revision: 1 })
    expect(record.clockOffsetSeconds).toBeLessThan(0)
    expect(entryOf(answer, later.entryId).check!.rules).toContain('too_soon')
    expect(await proposals()).toMatchObject([{ state: 'accepted', change: null, settledBy: family.accounts.owner }])

    expect(outcomesOf(await say(word, settle(unsent.changeId, true)))).toEqual(['duplicate', 'saved'])
    expect(rejectionsOf(await say(settle(unsent.changeId, false)))).toEqual(['proposal_settled'])
    const revisions = await database.query('select from revision where entry_id = $1', [unsent.entryId])
    expect(revisions).toHaveLength(1)
  })

  it('may be no, and yes after all', async () => {
    await removed()
    const unsent = create(family.childId)
    await propose([unsent])
    expect(outcomesOf(await say(settle(unsent.changeId, false)))).toEqual(['saved'])
    expect(await proposals()).toMatchObject([{ state: 'refused', change: unsent }])
    expect((await propose([unsent])).body.results[0]!.outcome).toBe('duplicate')
    expect(entryOf(await say(settle(unsent.changeId, true)), unsent.entryId).content).toEqual(unsent.content)
    expect(await proposals()).toMatchObject([{ state: 'accepted', change: null }])
  })

  it('keeps an edit that rests on something older beside what stands', async () => {
    const entry = create(family.childId)
    await say(entry)
    await removed()
    const [first, second] = [edit(entry, 1, { celsius: 39.1 }), edit(entry, 1, { celsius: 39.4 })]
    await propose([first, { ...second, baseChangeId: first.changeId }])
    await say(edit(entry, 1, { celsius: 38.5 }))
    const answer = await say(settle(first.changeId, true), settle(second.changeId, true))
    const record = entryOf(answer, entry.entryId)
    expect(record.content).toMatchObject({ celsius: 38.5 })
    expect(record.conflicts.map(({ accountId, content }) => [accountId, content])).toEqual(
      [first, second].map(({ content }) => [family.accounts.caregiver, content]),
    )
  })

  it('is the owner’s alone, about something there is, and refused for what cannot be written, which stays open', async () => {
    await as('owner').post(`/families/${family.familyId}/members/role`, {
      accountId: family.accounts.viewer,
      role: 'caregiver',
    })
    await removed()
    const [lost, good] = [create(randomUUID()), create(family.childId)]
    await propose([lost, good])
    const other = await syncOf(app, family, [settle(good.changeId, true)], { token: family.tokens.viewer })
    expect(rejectionsOf(other)).toEqual(['role_forbidden'])
    expect(rejectionsOf(await say(settle(randomUUID(), true), settle(lost.changeId, true)))).toEqual([
      'proposal_not_found',
      'child_not_found',
    ])
    expect((await proposals()).map(({ state }) => state)).toEqual(['open', 'open'])
  })

  it('writes nothing twice when its author has come back and sent it as a member', async () => {
    await removed()
    const unsent = create(family.childId)
    await propose([unsent])
    await database.query('update member set removed_at = null where account_id = $1', [family.accounts.caregiver])
    expect((await propose([unsent])).body.code).toBe('not_found')
    expect(outcomesOf(await syncOf(app, family, [unsent], { token: family.tokens.caregiver }))).toEqual(['saved'])
    expect(outcomesOf(await say(settle(unsent.changeId, true)))).toEqual(['saved'])
    expect(await proposals()).toMatchObject([{ state: 'accepted' }])
    const revisions = await database.query('select from revision where entry_id = $1', [unsent.entryId])
    expect(revisions).toHaveLength(1)
  })
})
