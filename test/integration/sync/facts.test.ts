import { randomUUID } from 'node:crypto'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { create, dose, makeFamily, type TestFamily } from '../../support/factories.ts'
import { outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import type { Answer } from '../../support/test-client.ts'
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

const head = () => ({ changeId: randomUUID(), madeAt: '2026-01-15T22:10:05+08:00' })
const add = (content: FactContent, factId: string = randomUUID()) => ({
  op: 'fact.create' as const,
  ...head(),
  factId,
  content,
})
const edit = (factId: string, baseRevision: number, content: FactContent, more: object = {}) => ({
  op: 'fact.edit' as const,
  ...head(),
  factId,
  baseRevision,
  content,
  ...more,
})
const remove = (factId: string, baseRevision: number) => ({
  op: 'fact.delete' as const,
  ...head(),
  factId,
  baseRevision,
})

const child: FactContent = { kind: 'child', name: '弟弟', birthDate: '2025-09-01', sex: 'male', timeZone: null }
const weight = (childId: string, weightKg = 8.4): FactContent => ({
  kind: 'weight',
  childId,
  on: '2026-01-12',
  weightKg,
  confirmed: false,
})
const condition = (childId: string, present: boolean): FactContent => ({
  kind: 'condition',
  childId,
  code: 'ibuprofen_allergy',
  present,
})
const drops: FactContent = {
  kind: 'product',
  name: '泰诺林滴剂',
  form: 'drops',
  minAgeMonths: 3,
  maxDosesPerDay: 4,
  ingredients: [{ code: 'paracetamol', mgPerMl: 100, mgPerUnit: null }],
}

const as = (role: 'owner' | 'caregiver' | 'viewer', ...changes: unknown[]) =>
  syncOf(app, family, changes, { token: family.tokens[role] })
const factOf = ({ body }: Answer<SyncResponse>, id: string): SyncRecord => body.records.find((one) => one.id === id)!

describe('a fact that a phone states', () => {
  it.each([
    ['a child', () => child],
    ['a weight', () => weight(family.childId)],
    ['a weight said to be right', () => ({ ...weight(family.childId, 31), confirmed: true })],
    ['an allergy', () => condition(family.childId, true)],
    ['an allergy in the family’s own words', () => ({ ...condition(family.childId, true), note: '起过疹子' })],
    ['a product', () => drops],
    ['a product with the day it was opened', () => ({ ...drops, openedOn: '2026-01-14' })],
  ])('is saved and comes back on every phone as it was said: %s', async (_, content) => {
    const change = add(content())
    expect((await as('caregiver', change)).body.results[0]).toMatchObject({ outcome: 'saved', revision: 1 })
    const { kind, ...said } = change.content
    const record = factOf(await as('viewer'), change.factId)
    expect(record).toMatchObject({ type: kind, ...said, revision: 1, deleted: false, conflicts: [] })
    expect(outcomesOf(await as('caregiver', change))).toEqual(['duplicate'])
  })

  it('counts at once: a weight added just before a dose is in the dose’s verdict', async () => {
    const heavy = add({ ...weight(family.childId, 20), on: '2026-01-15' } as FactContent)
    const given = dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00', 10)
    const { results } = (await as('owner', heavy, given)).body
    expect(results[1]!.check!.ingredients[0]!.ingredient).toBe('ibuprofen')
    const stored = await database.query('select grams from weight where id = $1', [heavy.factId])
    expect(stored).toEqual([{ grams: 20_000 }])
  })

  it('carries what stands on it in the same batch: a child, its weight, a product, a dose of it', async () => {
    const [brother, medicine] = [add(child), add(drops)]
    const given = dose(brother.factId, medicine.factId, '2026-01-15T22:15:00+08:00', 1.2)
    const answer = await as('caregiver', brother, medicine, add(weight(brother.factId)), given)
    expect(outcomesOf(answer)).toEqual(['saved', 'saved', 'saved', 'saved'])
  })
})

describe('an edit of a fact', () => {
  it('supersedes what the person saw and keeps what was before, also of what a file had brought', async () => {
    const first: FactContent = { kind: 'product', name: '美林', form: 'liquid', minAgeMonths: 12, maxDosesPerDay: 4, ingredients: [{ code: 'ibuprofen', mgPerMl: 40 }] } // prettier-ignore
    const answer = await as('caregiver', edit(family.productId, 1, first))
    expect(answer.body.results[0]).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(factOf(answer, family.productId)).toMatchObject({ revision: 2, ingredients: [{ mgPerMl: 40 }] })
    const kept = await database.query<{ mg: number; who: string | null }>(
      "select content->'ingredients'->0->'mgPerMl' as mg, account_id as who from fact_revision where fact_id = $1 order by revision",
      [family.productId],
    )
    expect(kept).toEqual([
      { mg: 20, who: null },
      { mg: 40, who: family.accounts.caregiver },
    ])
  })

  it('of an older state is kept beside it and shown on every phone; nothing is merged', async () => {
    const { factId } = add(drops)
    await as('owner', add(drops, factId), edit(factId, 1, { ...drops, name: '滴剂' }))
    const answer = await as('caregiver', edit(factId, 1, { ...drops, minAgeMonths: 6 }))
    expect(outcomesOf(answer)).toEqual(['conflict'])
    expect(factOf(await as('viewer'), factId)).toMatchObject({
      name: '滴剂',
      minAgeMonths: 3,
      revision: 2,
      conflicts: [{ revision: 3, accountId: family.accounts.caregiver, content: { minAgeMonths: 6 } }],
    })
  })

  it('that says the same as somebody else’s is an agreement', async () => {
    const { factId } = add(drops)
    const renamed = { ...drops, name: '滴剂' } as FactContent
    await as('owner', add(drops, factId), edit(factId, 1, renamed))
    expect((await as('caregiver', edit(factId, 1, renamed))).body.results[0]).toMatchObject({ outcome: 'saved' })
  })

  it('made offline on top of an own change takes that change’s place', async () => {
    const first = add(drops)
    const second = edit(first.factId, 1, { ...drops, name: '一' }, { baseChangeId: first.changeId })
    const third = edit(first.factId, 1, { ...drops, name: '二' }, { baseChangeId: second.changeId })
    const answer = await as('caregiver', first, second, third)
    expect(outcomesOf(answer)).toEqual(['saved', 'saved', 'saved'])
    expect(factOf(answer, first.factId)).toMatchObject({ name: '二', revision: 3 })
  })

  it('may not turn it into a fact of another kind or child', async () => {
    const [brother, heavy] = [add(child), add(weight(family.childId))]
    await as('owner', brother, heavy)
    const answer = await as(
      'owner',
      edit(heavy.factId, 1, drops),
      edit(heavy.factId, 1, weight(brother.factId)),
      edit(randomUUID(), 1, drops),
    )
    expect(rejectionsOf(answer)).toEqual(['fact_fixed', 'fact_fixed', 'fact_not_found'])
  })
})

describe('an allergy that two phones ask about', () => {
  it('is one fact: the same answer agrees, another one is a conflict', async () => {
    const [mine, yours, theirs] = [true, true, false].map((present) => add(condition(family.childId, present)))
    expect(outcomesOf(await as('owner', mine))).toEqual(['saved'])
    expect(outcomesOf(await as('caregiver', yours, theirs))).toEqual(['saved', 'conflict'])
    const { records } = (await as('viewer')).body
    const all = records.filter(({ type }) => type === 'condition')
    expect(all).toMatchObject([{ id: mine!.factId, present: true, conflicts: [{ content: { present: false } }] }])
  })
})

describe('a deletion of a fact', () => {
  it('keeps it, for old doses name it, and a new answer may take its place', async () => {
    const [medicine, asked] = [add(drops), add(condition(family.childId, true))]
    const given = dose(family.childId, medicine.factId, '2026-01-15T22:15:00+08:00', 1)
    await as('caregiver', medicine, asked, given, remove(medicine.factId, 1), remove(asked.factId, 1))
    const after = await as('viewer')
    expect(factOf(after, medicine.factId)).toMatchObject({ deleted: true, name: '泰诺林滴剂' })
    expect(outcomesOf(await as('owner', add(condition(family.childId, false))))).toEqual(['saved'])
    expect(factOf(await as('viewer'), asked.factId)).toMatchObject({ deleted: false, present: false, revision: 3 })
  })

  it('of a child is the owner’s alone; nothing more is logged of it then', async () => {
    const brother = add(child)
    await as('caregiver', brother)
    const refused = await as('caregiver', remove(brother.factId, 1))
    expect(rejectionsOf(refused)).toEqual(['role_forbidden'])
    expect(factOf(refused, brother.factId)).toMatchObject({ deleted: false })
    expect(outcomesOf(await as('owner', remove(brother.factId, 1)))).toEqual(['saved'])
    const late = await as('caregiver', create(brother.factId), add(weight(brother.factId)))
    expect(rejectionsOf(late)).toEqual(['child_not_found', 'child_not_found'])
  })
})

describe('the watch', () => {
  const take = (accountId: string, madeAt: string) => ({ op: 'duty.take', changeId: randomUUID(), madeAt, accountId })

  it('is taken by whoever says so, or handed to another, and every phone hears of it', async () => {
    await as('owner', take(family.accounts.owner, '2026-01-15T22:00:00+08:00'))
    await as('owner', take(family.accounts.caregiver, '2026-01-16T01:00:00+08:00'))
    expect(factOf(await as('viewer'), family.familyId)).toMatchObject({ type: 'family' })
    const duty = (await as('viewer')).body.records.filter(({ type }) => type === 'duty')
    expect(duty).toMatchObject([{ accountId: family.accounts.caregiver, since: '2026-01-15T17:00:00+00:00' }])
  })

  it('taken offline does not undo what was taken later and heard of earlier', async () => {
    await as('caregiver', take(family.accounts.caregiver, '2026-01-16T03:00:00+08:00'))
    expect(outcomesOf(await as('owner', take(family.accounts.owner, '2026-01-15T23:00:00+08:00')))).toEqual(['saved'])
    const duty = (await as('viewer')).body.records.filter(({ type }) => type === 'duty')
    expect(duty).toMatchObject([{ accountId: family.accounts.caregiver }])
  })

  it('cannot be given to somebody who may only look, or to a stranger', async () => {
    const answer = await as(
      'owner',
      take(family.accounts.viewer, '2026-01-15T22:00:00+08:00'),
      take(randomUUID(), '2026-01-15T22:00:00+08:00'),
    )
    expect(rejectionsOf(answer)).toEqual(['member_not_found', 'member_not_found'])
  })
})

describe('a viewer', () => {
  it('writes none of it', async () => {
    const answer = await as(
      'viewer',
      add(child),
      add(drops),
      edit(family.productId, 1, drops),
      remove(family.productId, 1),
      { op: 'duty.take', ...head(), accountId: family.accounts.owner },
    )
    expect(rejectionsOf(answer)).toEqual(Array.from({ length: 5 }, () => 'role_forbidden'))
  })
})
