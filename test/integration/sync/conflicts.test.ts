import type { Reply } from '../../../shared/contract/endpoints.ts'
import { answer, settle } from '../../support/changes.ts'
import { create, dose, edit, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { entryOf, outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const as = (role: 'owner' | 'caregiver' | 'viewer', ...changes: unknown[]) =>
  syncOf(app, family, changes, { token: family.tokens[role] })

/** An entry of 38.9 that stands as 39.1 (revision 2), with 37.2 (revision 3) in conflict. */
async function inConflict() {
  const change = create(family.childId)
  await as('owner', change, edit(change, 1, { celsius: 39.1 }))
  await as('caregiver', edit(change, 1, { celsius: 37.2 }))
  return change
}
const statesOf = async (entryId: string) => {
  const path = `/families/${family.familyId}/entries/${entryId}/revisions`
  const { body } = await app.as(family.tokens.viewer).get<Reply<'entries.revisions'>>(path)
  return body.revisions.map(({ state }) => state)
}

describe('a conflict that a person settles', () => {
  it.each([
    ['what stands', 2, { celsius: 39.1, deleted: false }],
    ['what had come too late', 3, { celsius: 37.2, deleted: false }],
  ])('ends on every phone with %s', async (_, stands, { celsius, deleted }) => {
    const { entryId } = await inConflict()
    expect(outcomesOf(await as('caregiver', settle(entryId, 2, [3], stands)))).toEqual(['saved'])
    expect(entryOf(await as('viewer'), entryId)).toMatchObject({
      content: { celsius },
      deleted,
      revision: 4,
      editedBy: family.accounts.caregiver,
      conflicts: [],
    })
    expect(await statesOf(entryId)).toEqual(['superseded', 'superseded', 'superseded', 'current'])
  })

  it('may end with something else that was meant, and with a deletion that was in conflict', async () => {
    const first = await inConflict()
    const other = { ...first.content, celsius: 38.1 } as never
    await as('owner', settle(first.entryId, 2, [3], other))
    expect(entryOf(await as('viewer'), first.entryId)).toMatchObject({ content: { celsius: 38.1 }, conflicts: [] })

    const second = create(family.childId)
    await as('owner', second, edit(second, 1, { celsius: 39.1 }))
    await as('caregiver', remove(second, 1))
    await as('owner', settle(second.entryId, 2, [3], 3))
    expect(entryOf(await as('viewer'), second.entryId)).toMatchObject({ deleted: true, conflicts: [] })
  })

  it('brings a deleted entry back when the edit that came after it stands', async () => {
    const change = create(family.childId)
    await as('owner', change, remove(change, 1))
    await as('caregiver', edit(change, 1, { celsius: 40 }))
    await as('owner', settle(change.entryId, 2, [3], 3))
    expect(entryOf(await as('viewer'), change.entryId)).toMatchObject({ deleted: false, content: { celsius: 40 } })
  })

  it('settled twice in two ways is a conflict again; in one way an agreement', async () => {
    const { entryId } = await inConflict()
    await as('owner', settle(entryId, 2, [3], 3))
    expect(outcomesOf(await as('caregiver', settle(entryId, 2, [3], 3), settle(entryId, 2, [3], 2)))).toEqual([
      'saved',
      'conflict',
    ])
    expect(entryOf(await as('viewer'), entryId).conflicts).toMatchObject([{ content: { celsius: 39.1 } }])
  })

  it('leaves conflicts that the person did not see', async () => {
    const change = await inConflict()
    await as('owner', edit(change, 1, { celsius: 36.6 }))
    await as('caregiver', settle(change.entryId, 2, [3], 2))
    expect(entryOf(await as('viewer'), change.entryId).conflicts).toMatchObject([{ content: { celsius: 36.6 } }])
  })

  it('must name revisions that there are, and choose one of them or a content of the kind', async () => {
    const { entryId } = await inConflict()
    const note = { kind: 'note', at: '2026-01-15T22:10:00+08:00', text: 'x' } as const
    const answers = await as(
      'owner',
      settle(entryId, 2, [9], 2),
      settle(entryId, 2, [1], 2),
      settle(entryId, 2, [3], 1),
      settle(entryId, 2, [3], note),
      settle(family.childId, 2, [3], 2),
    )
    const missing = 'revision_not_found'
    expect(rejectionsOf(answers)).toEqual([missing, missing, missing, 'entry_kind_fixed', 'entry_not_found'])
    expect(rejectionsOf(await as('viewer', settle(entryId, 2, [3], 2)))).toEqual(['role_forbidden'])
  })
})

describe('a conflict about the cabinet', () => {
  it('is settled the same way', async () => {
    const drops = (name: string) => ({ kind: 'product', name, form: 'drops', minAgeMonths: null, maxDosesPerDay: null, ingredients: [] }) // prettier-ignore
    const rename = (name: string) => ({ op: 'fact.edit', changeId: crypto.randomUUID(), madeAt: '2026-01-15T22:10:05+08:00', factId: family.productId, baseRevision: 1, content: drops(name) }) // prettier-ignore
    await as('owner', rename('一'))
    await as('caregiver', rename('二'))
    const decide = { op: 'fact.settle', changeId: crypto.randomUUID(), madeAt: '2026-01-15T22:11:00+08:00', factId: family.productId, baseRevision: 2, conflicting: [3], stands: 3 } // prettier-ignore
    const settled = await as('owner', decide)
    expect(outcomesOf(settled)).toEqual(['saved'])
    expect(settled.body.records.find(({ id }) => id === family.productId)).toMatchObject({
      name: '二',
      revision: 4,
      conflicts: [],
    })
    expect(rejectionsOf(await as('owner', { ...decide, changeId: crypto.randomUUID(), conflicting: [8] }))).toEqual([
      'revision_not_found',
    ])
  })
})

describe('two entries that look alike', () => {
  it('are answered once for all phones; what is answered anew takes the place of it', async () => {
    const [a, b] = [5, 5].map((ml) => dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00', ml))
    await as('owner', a, b)
    await as('owner', answer([a!.entryId, b!.entryId], 'both'))
    await as('caregiver', answer([b!.entryId, a!.entryId], 'same'), remove(b!, 1))
    const { records } = (await as('viewer')).body
    const answers = records.filter(({ type }) => type === 'acknowledgement')
    expect(answers).toMatchObject([
      { entryIds: [a!.entryId, b!.entryId].sort(), answer: 'same', accountId: family.accounts.caregiver },
    ])
    expect(records.find(({ id }) => id === b!.entryId)).toMatchObject({ deleted: true })
    expect(rejectionsOf(await as('owner', answer([a!.entryId, family.childId], 'same')))).toEqual(['entry_not_found'])
  })
})

describe('the clock of a phone', () => {
  const sentAt = (offsetMinutes: number) => new Date(Date.now() + offsetMinutes * 60_000).toISOString()
  const send = (change: object, clock: string) =>
    app.as(family.tokens.owner).post<Reply<'family.sync'>>(`/families/${family.familyId}/sync`, {
      epoch: null,
      cursor: 0,
      sentAt: clock,
      changes: [change],
    })

  it.each([
    [20, 1200],
    [-20, -1200],
    [2, null],
    [-2, null],
  ])('that is off by %s minutes is told on what it wrote, and nothing is corrected', async (minutes, told) => {
    const change = create(family.childId, {}, { madeAt: sentAt(minutes) })
    const { clockOffsetSeconds, content } = entryOf(await send(change, sentAt(minutes)), change.entryId)
    if (told === null) expect(clockOffsetSeconds).toBeNull()
    else expect(Math.abs(clockOffsetSeconds! - told)).toBeLessThan(5)
    expect(content.at).toBe(change.content.at)
  })

  it('that is right tells nothing of a change made offline hours ago', async () => {
    const change = create(family.childId, {}, { madeAt: sentAt(-300) })
    expect(entryOf(await send(change, sentAt(0)), change.entryId).clockOffsetSeconds).toBeNull()
  })

  it('that was set right after a change says so all the same where that was made in the future', async () => {
    const change = create(family.childId, {}, { madeAt: sentAt(60) })
    expect(entryOf(await send(change, sentAt(0)), change.entryId).clockOffsetSeconds).toBeGreaterThan(3500)
    const [kept] = await database.query<{ apart: number }>(
      'select extract(epoch from made_at - received_at)::int as apart from revision where entry_id = $1',
      [change.entryId],
    )
    expect(kept!.apart).toBeGreaterThan(3500)
  })
})
