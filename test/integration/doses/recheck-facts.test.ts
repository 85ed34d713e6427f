import { randomUUID } from 'node:crypto'
import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import { DAY, HOUR, MINUTE, SECOND, instant } from '../../../shared/time/instant.ts'
import { dose, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { entryOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const NOW = instant(Date.parse('2026-01-16T12:00:00Z'))

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock: { now: () => NOW } })
})
beforeEach(async () => {
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const send = (...changes: unknown[]) => syncOf(app, family, changes)
const given = (before: number, ml = 5) =>
  dose(family.childId, family.productId, new Date(NOW - before).toISOString(), ml)

const head = () => ({ changeId: randomUUID(), madeAt: new Date(NOW).toISOString() })
const state = (content: FactContent, factId: string = randomUUID()) => ({
  op: 'fact.create',
  ...head(),
  factId,
  content,
})
const change = (factId: string, baseRevision: number, content: FactContent) => ({
  op: 'fact.edit',
  ...head(),
  factId,
  baseRevision,
  content,
})
const takeBack = (factId: string, baseRevision: number) => ({ op: 'fact.delete', ...head(), factId, baseRevision })

const allergy = (present = true): FactContent => ({
  kind: 'condition',
  childId: family.childId,
  code: 'ibuprofen_allergy',
  present,
})
const weight = (weightKg: number): FactContent => ({
  kind: 'weight',
  childId: family.childId,
  on: '2026-01-15',
  weightKg,
  confirmed: false,
})
const suspension = (mgPerMl: number | null): FactContent => ({
  kind: 'product',
  name: '美林',
  form: 'liquid',
  minAgeMonths: 12,
  maxDosesPerDay: 4,
  ingredients: [{ code: 'ibuprofen', mgPerMl }],
})

/** What every phone is told of these doses. */
const verdictsOf = async (...doses: { entryId: string }[]) => {
  const answer = await send()
  return doses.map(({ entryId }) => entryOf(answer, entryId).check?.verdict)
}

describe('an allergy that becomes known', () => {
  it('speaks against the dose of an hour ago, on a phone that pulls on from where it stood', async () => {
    const one = given(HOUR)
    const { cursor, epoch } = (await send(one)).body
    const phone = await LivePhone.ready(app.url, family.tokens.viewer, [family.familyId])

    const { body } = await send(state(allergy()))
    await phone.news(family.familyId, body.results[0]!.seq!)
    const pulled = await syncOf(app, family, [], { cursor, epoch, token: family.tokens.viewer })
    expect(entryOf(pulled, one.entryId)).toMatchObject({
      revision: 1,
      seq: body.results[0]!.seq,
      check: { verdict: 'contraindicated' },
    })
    await phone.end()
  })

  it('taken back again makes the answer milder, and that is said without naming an entry', async () => {
    const [one, factId] = [given(HOUR), randomUUID()]
    await send(one, state(allergy(), factId))
    expect(await verdictsOf(one)).toEqual(['contraindicated'])
    await send(takeBack(factId, 1))
    const { check } = entryOf(await send(), one.entryId)
    expect(check?.verdict).toBe('allowed')
    expect(check?.ingredients[0]!.evidence).toContainEqual({
      rule: null,
      reason: 'loosened_by_edit',
      entryIds: [],
      values: { was: 'contraindicated', at: expect.any(String) },
    })
  })

  it('looks at every dose that still counts: of just under 24 hours ago, and one stamped later than now', async () => {
    const [counting, ahead, gone] = [given(DAY - SECOND), given(-5 * MINUTE), given(DAY)]
    await send(counting, ahead, gone)
    await send(state(allergy()))
    expect(await verdictsOf(counting, ahead)).toEqual(['contraindicated', 'contraindicated'])
    // What was given exactly 24 hours ago counts no more: it keeps what was said of it then.
    expect(await verdictsOf(gone)).toEqual(['allowed'])
  })

  it('kept beside what stands changes nothing', async () => {
    const [one, factId] = [given(HOUR), randomUUID()]
    await send(
      one,
      state(allergy(false), factId),
      change(factId, 1, { ...allergy(false), note: '没有过' } as FactContent),
    )
    const before = entryOf(await send(), one.entryId)
    const stale = await send(change(factId, 1, allergy()))
    expect(stale.body.results[0]!.outcome).toBe('conflict')
    expect(entryOf(await send(), one.entryId)).toEqual(before)
  })

  it("leaves another child's doses where they are", async () => {
    const [childId, one] = [randomUUID(), given(HOUR)]
    await send(state({ kind: 'child', name: '弟弟', birthDate: '2023-03-01', sex: null, timeZone: null }, childId), one)
    const before = entryOf(await send(), one.entryId)
    await send(state({ ...allergy(), childId } as FactContent))
    expect(entryOf(await send(), one.entryId)).toEqual(before)
  })
})

describe('a weight that becomes known', () => {
  it('makes a dose too much that was not, exactly above 10 mg/kg', async () => {
    const one = given(HOUR)
    await send(one)
    // 5 mL hold 100 mg.
    await send(state(weight(10)))
    expect(await verdictsOf(one)).toEqual(['allowed'])
    await send(state(weight(9.999)))
    expect(await verdictsOf(one)).toEqual(['over_single_dose'])
  })

  it('is not the weight of a dose that was given before that day', async () => {
    const one = given(23 * HOUR)
    await send(one)
    await send(state({ ...weight(8), on: '2026-01-16' } as FactContent))
    expect(await verdictsOf(one)).toEqual(['allowed'])
  })

  it('unlikely for the age confirms nothing until a person says that it is right', async () => {
    const [one, factId] = [given(HOUR), randomUUID()]
    await send(one, state(weight(28.4), factId))
    expect(await verdictsOf(one)).toEqual(['cannot_confirm'])
    await send(change(factId, 1, { ...weight(28.4), confirmed: true } as FactContent))
    expect(await verdictsOf(one)).toEqual(['allowed'])
  })
})

describe('a label that is read again', () => {
  it('makes drops of what was taken for a suspension, for this dose and the ones after it', async () => {
    const [first, second] = [given(12 * HOUR), given(4 * HOUR)]
    await send(first, second)
    expect(await verdictsOf(first, second)).toEqual(['allowed', 'allowed'])
    await send(change(family.productId, 1, suspension(40)))
    expect(await verdictsOf(first, second)).toEqual(['over_single_dose', 'over_single_dose'])
  })

  it('without its strength leaves nothing to reckon by', async () => {
    const one = given(HOUR)
    await send(one, change(family.productId, 1, suspension(null)))
    expect(await verdictsOf(one)).toEqual(['cannot_confirm'])
  })

  it('taken out of the cabinet still holds what it held', async () => {
    const one = given(HOUR)
    await send(one)
    const before = entryOf(await send(), one.entryId)
    await send(takeBack(family.productId, 1))
    expect(entryOf(await send(), one.entryId)).toEqual(before)
  })
})

it('a birth date that is put right is asked by at once', async () => {
  const one = given(HOUR)
  await send(one)
  const child = { kind: 'child', name: '测试宝宝', sex: null, timeZone: 'Asia/Shanghai' } as const
  await send(change(family.childId, 1, { ...child, birthDate: '2025-12-01' }))
  expect(await verdictsOf(one)).toEqual(['not_for_age'])
})
