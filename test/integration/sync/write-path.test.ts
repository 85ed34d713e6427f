import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import { create, dose, edit, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { entryOf, outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
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

const sync = (changes: readonly unknown[], since: Parameters<typeof syncOf>[3] = {}) =>
  syncOf(app, family, changes, since)
const seq = async (): Promise<number> =>
  (await database.query<{ seq: string }>('select seq from family where id = $1', [family.familyId])).map((row) =>
    Number(row.seq),
  )[0]!

const revisionsOf = async (entryId: string, token: string): Promise<Reply<'entries.revisions'>['revisions']> => {
  const path = `/families/${family.familyId}/entries/${entryId}/revisions`
  return (await app.as(token).get<Reply<'entries.revisions'>>(path)).body.revisions
}

describe('a change that a phone sends', () => {
  it('is saved once, in the next place of the order, and comes back as a record', async () => {
    const change = create(family.childId, { celsius: 38.55 })
    const before = await seq()
    const answer = await sync([change])
    expect(answer.status).toBe(200)
    expect(answer.body.results).toEqual([
      {
        changeId: change.changeId,
        outcome: 'saved',
        stored: 'saved',
        seq: before + 1,
        revision: 1,
        rejection: null,
        check: null,
      },
    ])
    expect(entryOf(answer, change.entryId)).toMatchObject({
      seq: before + 1,
      revision: 1,
      content: change.content,
      deleted: false,
      loggedBy: family.accounts.owner,
      author: null,
      editedBy: null,
      conflicts: [],
    })
  })

  it.each([
    ['a symptom', { kind: 'symptom', code: 'cold_hands_feet', present: false }],
    ['an answer', { kind: 'answer', question: 'Q9', value: 'unknown' }],
    ['a note', { kind: 'note', text: '醒了一次\n喝了水 🍵' }],
    ['a dose of a free name', { kind: 'dose', medicine: '阿莫西林', antipyretic: 'no', count: 0.5 }],
    [
      'a dose of an ingredient',
      { kind: 'dose', ingredient: 'paracetamol', mg: 187.5, outcome: 'vomited', outcomeMinutes: 10 },
    ],
    ['a dose without an amount', { kind: 'dose', ingredient: 'ibuprofen' }],
    [
      'a temperature of another offset',
      { kind: 'temperature', at: '2026-01-15T09:40:00-04:30', celsius: 36, site: 'oral' },
    ],
  ])('comes back as it was sent: %s', async (_, content) => {
    const change = create(family.childId, content as never)
    const answer = await sync([change])
    expect(answer.body.results[0]!.outcome).toBe('saved')
    expect(entryOf(answer, change.entryId).content).toEqual(change.content)
  })

  it('is stored once however often it is sent, and answered the same', async () => {
    const change = dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00')
    const first = await sync([change])
    const before = await seq()
    const again = await sync([change, change])
    expect(again.body.results).toEqual([0, 1].map(() => ({ ...first.body.results[0], outcome: 'duplicate' })))
    expect(await seq()).toBe(before)
  })

  it('is stored once when twenty requests bring it at the same moment', async () => {
    const change = create(family.childId)
    const before = await seq()
    const answers = await Promise.all(Array.from({ length: 20 }, () => sync([change])))
    const outcomes = answers.flatMap(outcomesOf).sort()
    expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'duplicate'), 'saved'])
    expect(await seq()).toBe(before + 1)
    const stored = await database.query('select 1 from revision where entry_id = $1', [change.entryId])
    expect(stored).toHaveLength(1)
  })
})

describe('a true dose', () => {
  it('is kept with what the guard says of it, even when it came too soon', async () => {
    const child = await makeFamily(app)
    const send = (change: object) => syncOf(app, child, [change], { token: child.tokens.caregiver })
    await send(dose(child.childId, child.productId, '2026-01-15T20:00:00+08:00'))
    const second = dose(child.childId, child.productId, '2026-01-15T22:00:00+08:00')
    const answer = await send(second)
    const result = answer.body.results[0]!
    expect(result.outcome).toBe('saved')
    expect(result.check?.verdict).toBe('too_soon')
    expect(result.check?.ingredients[0]).toMatchObject({ ingredient: 'ibuprofen', dosesIn24h: 1, mgIn24h: 100 })
    expect(entryOf(answer, second.entryId).check).toEqual(result.check)
  })

  it('is looked at again when it is edited', async () => {
    const child = await makeFamily(app)
    const send = (change: object) => syncOf(app, child, [change], { token: child.tokens.owner })
    await send(dose(child.childId, child.productId, '2026-01-15T14:00:00+08:00'))
    const second = dose(child.childId, child.productId, '2026-01-15T22:00:00+08:00')
    expect((await send(second)).body.results[0]!.check?.rules).not.toContain('too_soon')
    const moved = await send(edit(second, 1, { at: '2026-01-15T15:00:00+08:00' }))
    expect(moved.body.results[0]!.check?.rules).toContain('too_soon')
  })
})

describe('an edit', () => {
  it('of what the person saw supersedes it, and keeps what was before', async () => {
    const change = create(family.childId)
    await sync([change])
    const answer = await sync([edit(change, 1, { celsius: 39.1 })], { token: family.tokens.caregiver })
    expect(answer.body.results[0]).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(entryOf(answer, change.entryId)).toMatchObject({
      revision: 2,
      content: { celsius: 39.1 },
      loggedBy: family.accounts.owner,
      editedBy: family.accounts.caregiver,
    })
    expect(await revisionsOf(change.entryId, family.tokens.viewer)).toMatchObject([
      { state: 'superseded', content: { celsius: 38.9 } },
      { state: 'current', content: { celsius: 39.1 } },
    ])
  })

  it('of an older state is kept beside the current one, and shown to everybody', async () => {
    const change = create(family.childId)
    await sync([change])
    await sync([edit(change, 1, { celsius: 39.1 })])
    const answer = await sync([edit(change, 1, { celsius: 37.2 })], { token: family.tokens.caregiver })
    expect(answer.body.results[0]).toMatchObject({ outcome: 'conflict', stored: 'conflict', revision: 3 })
    const record = entryOf(answer, change.entryId)
    expect(record).toMatchObject({ revision: 2, content: { celsius: 39.1 }, seq: answer.body.results[0]!.seq })
    expect(record.conflicts).toMatchObject([
      { revision: 3, accountId: family.accounts.caregiver, content: { celsius: 37.2 } },
    ])

    const next = await sync([edit(change, 2, { celsius: 39.2 })])
    expect(next.body.results[0]).toMatchObject({ outcome: 'saved', revision: 4 })
    expect(entryOf(next, change.entryId).conflicts).toHaveLength(1)
  })

  it('of a deleted entry is kept beside it, and the entry stays deleted', async () => {
    const change = create(family.childId)
    await sync([change, remove(change, 1)])
    const answer = await sync([edit(change, 2, { celsius: 40 })])
    expect(answer.body.results[0]!.outcome).toBe('conflict')
    expect(entryOf(answer, change.entryId)).toMatchObject({ deleted: true, conflicts: [{ content: { celsius: 40 } }] })
  })

  it('made offline on top of an own change takes that change’s place, whatever number it got', async () => {
    const change = create(family.childId)
    await sync([change])
    await sync([edit(change, 1, { celsius: 39.1 })], { token: family.tokens.caregiver })
    const mine = edit(change, 1, { celsius: 37.2 })
    const onTop = edit(change, 2, { celsius: 37.3 }, { baseChangeId: mine.changeId })
    const answer = await sync([mine, onTop])
    // Revision 2 is the other phone's: the number alone would have let this edit overwrite what this person never saw.
    expect(outcomesOf(answer)).toEqual(['conflict', 'conflict'])
    expect(entryOf(answer, change.entryId)).toMatchObject({ revision: 2, content: { celsius: 39.1 } })

    const fresh = create(family.childId)
    const first = edit(fresh, 1, { celsius: 37.4 }, { baseChangeId: fresh.changeId })
    const second = remove(fresh, 1, { baseChangeId: first.changeId })
    const chain = await sync([fresh, first, second])
    expect(outcomesOf(chain)).toEqual(['saved', 'saved', 'saved'])
    expect(entryOf(chain, fresh.entryId)).toMatchObject({ deleted: true, revision: 3 })
  })
})

describe('a deletion', () => {
  it('keeps what was deleted among the revisions', async () => {
    const change = create(family.childId)
    await sync([change])
    const answer = await sync([remove(change, 1)])
    expect(answer.body.results[0]).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(entryOf(answer, change.entryId)).toMatchObject({ deleted: true, content: change.content })
    expect(await revisionsOf(change.entryId, family.tokens.owner)).toMatchObject([
      { state: 'superseded', content: change.content },
      { state: 'current', content: null },
    ])
  })

  it('of an older state is a conflict, of a deleted entry an agreement', async () => {
    const change = create(family.childId)
    await sync([change, edit(change, 1, { celsius: 39 })])
    expect((await sync([remove(change, 1)])).body.results[0]!.outcome).toBe('conflict')
    expect((await sync([remove(change, 2)])).body.results[0]!.outcome).toBe('saved')
    expect((await sync([remove(change, 2)])).body.results[0]!.outcome).toBe('saved')
  })
})

describe('a change that cannot be taken', () => {
  it('is refused with its reason, leaves no gap in the order, and holds nothing else back', async () => {
    const there = create(family.childId)
    await sync([there])
    const good = create(family.childId)
    const before = await seq()
    const answer = await sync([
      create(randomUUID()),
      create(family.childId, { kind: 'dose', productId: randomUUID(), ml: 5 } as never),
      create(family.childId, {}, { entryId: there.entryId }),
      edit({ entryId: randomUUID(), content: there.content }, 1),
      edit(there, 1, { kind: 'note', text: 'x', celsius: undefined, site: undefined }),
      remove({ entryId: randomUUID() }, 1),
      good,
    ])
    expect(rejectionsOf(answer)).toEqual([
      'child_not_found',
      'product_not_found',
      'entry_id_taken',
      'entry_not_found',
      'entry_kind_fixed',
      'entry_not_found',
      null,
    ])
    expect(answer.body.results.at(-1)).toMatchObject({ outcome: 'saved', seq: before + 1 })
    expect(await seq()).toBe(before + 1)
  })

  it('is refused when a viewer sends it, who still receives the record', async () => {
    const before = await seq()
    const answer = await sync([create(family.childId)], { token: family.tokens.viewer })
    expect(answer.status).toBe(200)
    expect(answer.body.results[0]).toMatchObject({ outcome: 'rejected', rejection: 'role_forbidden', seq: null })
    expect(answer.body.records.length).toBeGreaterThan(5)
    expect(await seq()).toBe(before)
  })

  it('may be sent again later, when it can be taken', async () => {
    const late = create(family.childId)
    const early = edit(late, 1, { celsius: 39.5 })
    expect((await sync([early])).body.results[0]!.rejection).toBe('entry_not_found')
    expect(outcomesOf(await sync([late, early]))).toEqual(['saved', 'saved'])
  })
})

describe('the order of a family', () => {
  it('has no gaps and no doubles under thirty writers at once', async () => {
    const own = await makeFamily(app)
    const start = 7 // the family, three members, a child, its weight and a product
    const tokens = [own.tokens.owner, own.tokens.caregiver]
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        syncOf(app, own, [create(own.childId), create(randomUUID()), create(own.childId)], {
          token: tokens[index % 2]!,
        }),
      ),
    )
    const seqs = answers.flatMap(({ body }) => body.results.flatMap(({ seq: place }) => place ?? []))
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => start + index + 1))
  })
})
