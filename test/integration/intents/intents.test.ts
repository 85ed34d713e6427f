import { randomUUID } from 'node:crypto'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { announce, deny } from '../../support/changes.ts'
import { create, dose, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let family: TestFamily
let now: number

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock: { now: () => now as never } })
})
beforeEach(async () => {
  now = Date.parse('2026-01-15T14:00:00Z')
  family = await makeFamily(app)
  const weight = { op: 'fact.create', changeId: randomUUID(), madeAt: stamp(), factId: randomUUID() }
  await as('owner', { ...weight, content: { kind: 'weight', childId: family.childId, on: '2026-01-15', weightKg: 14.2, confirmed: false } }) // prettier-ignore
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const MINUTE = 60_000
const stamp = (): string => new Date(now).toISOString()
const as = (role: 'owner' | 'caregiver' | 'viewer', ...changes: unknown[]) =>
  syncOf(app, family, changes, { token: family.tokens[role] })
const meilin = () => ({ productId: family.productId, ml: 5 })
const say = (medicine: Parameters<typeof announce>[1] = meilin()) => announce(family.childId, medicine, stamp())
const verdictOf = async (role: 'owner' | 'caregiver', change: object) =>
  (await as(role, change)).body.results[0]!.check?.verdict
const give = (intentId?: string) => ({
  ...dose(family.childId, family.productId, stamp()),
  madeAt: stamp(),
  ...(intentId === undefined ? {} : { intentId }),
})
const intentOf = async (id: string) =>
  (await as('viewer')).body.records.find((one): one is Extract<SyncRecord, { type: 'intent' }> => one.id === id)!
const ask = async (role: 'owner' | 'caregiver') =>
  (
    await app
      .as(family.tokens[role])
      .post<{ rules: string[] }>(`/families/${family.familyId}/children/${family.childId}/dose-check`, meilin())
  ).body.rules

describe('“I am giving it now”', () => {
  it('is answered with the guard’s verdict and seen on every phone, with when it runs out', async () => {
    const said = say()
    const { results } = (await as('owner', said)).body
    expect(results[0]).toMatchObject({ outcome: 'saved', revision: null, check: { verdict: 'allowed' } })
    expect(await intentOf(said.intentId)).toMatchObject({
      accountId: family.accounts.owner,
      medicine: meilin(),
      at: '2026-01-15T14:00:00+00:00',
      expiresAt: '2026-01-15T14:10:00+00:00',
      outcome: null,
      check: { verdict: 'allowed' },
    })
    expect(outcomesOf(await as('owner', said))).toEqual(['duplicate'])
  })

  it('stands against every other: another caregiver, and the same person on another phone', async () => {
    await as('owner', say())
    expect(await verdictOf('caregiver', say())).toBe('in_progress')
    expect(await verdictOf('owner', say())).toBe('in_progress')
    expect(await verdictOf('caregiver', give())).toBe('in_progress')
  })

  it('blocks who asks, but not the one who has said it', async () => {
    await as('owner', say())
    expect(await ask('caregiver')).toContain('in_progress')
    expect(await ask('owner')).toEqual(['allowed'])
  })

  it('leaves another ingredient alone, and blocks all where nobody knows what it holds', async () => {
    await as('owner', say({ ingredient: 'paracetamol', mg: 150 }))
    expect(await ask('caregiver')).not.toContain('in_progress')
    await as('owner', say({ medicine: '退烧药' }))
    expect(await ask('caregiver')).toContain('in_progress')
  })

  it('becomes a dose that names it, and that is allowed', async () => {
    const said = say()
    await as('owner', said)
    now += 2 * MINUTE
    const given = give(said.intentId)
    expect(await verdictOf('owner', given)).toBe('allowed')
    expect(await intentOf(said.intentId)).toMatchObject({
      outcome: 'given',
      entryId: given.entryId,
      answeredBy: family.accounts.owner,
    })
    expect(await ask('caregiver')).toContain('too_soon')
  })

  it('denied, it stands against nobody', async () => {
    const said = say()
    await as('owner', said)
    expect(outcomesOf(await as('caregiver', deny(said.intentId), deny(said.intentId)))).toEqual(['saved', 'saved'])
    expect(await intentOf(said.intentId)).toMatchObject({ outcome: 'not_given', answeredBy: family.accounts.caregiver })
    expect(await ask('caregiver')).toEqual(['allowed'])
  })

  it('run out without an answer, nothing can be confirmed until there is one', async () => {
    const said = say()
    await as('owner', said)
    now += 10 * MINUTE - 1
    expect(await ask('caregiver')).toContain('in_progress')
    now += 1
    expect(await ask('caregiver')).toEqual(['cannot_confirm'])
    expect(await ask('owner')).toEqual(['cannot_confirm'])
    expect(await verdictOf('caregiver', say())).toBe('cannot_confirm')
    await as('owner', deny(said.intentId))
  })

  it('of six hours ago no longer matters', async () => {
    const ago = (ms: number) => announce(family.childId, meilin(), new Date(now - ms).toISOString())
    await as('owner', ago(6 * 60 * MINUTE))
    expect(await ask('caregiver')).toEqual(['allowed'])
    await as('owner', ago(6 * 60 * MINUTE - 1000))
    expect(await ask('caregiver')).toEqual(['cannot_confirm'])
  })
})

describe('what becomes known while somebody is about to give', () => {
  it('reaches their phone: a dose logged late turns “allowed” into “too soon”', async () => {
    const said = say()
    await as('owner', said)
    const late = dose(family.childId, family.productId, new Date(now - 60 * MINUTE).toISOString())
    await as('caregiver', late)
    expect((await intentOf(said.intentId)).check).toMatchObject({ verdict: 'too_soon' })
    await as('caregiver', remove(late, 1))
    expect((await intentOf(said.intentId)).check).toMatchObject({ verdict: 'allowed' })
  })

  it('reaches their phone: an allergy, too', async () => {
    const said = say()
    await as('owner', said)
    const content = { kind: 'condition', childId: family.childId, code: 'ibuprofen_allergy', present: true }
    const asked = { op: 'fact.create', changeId: randomUUID(), madeAt: stamp(), factId: randomUUID(), content }
    const answer = await as('caregiver', asked)
    expect(outcomesOf(answer)).toEqual(['saved'])
    expect((await intentOf(said.intentId)).check).toMatchObject({ verdict: 'contraindicated' })
  })

  it('a dose that names an intent which was denied is true all the same', async () => {
    const said = say()
    await as('owner', said, deny(said.intentId))
    const given = give(said.intentId)
    expect(outcomesOf(await as('owner', given))).toEqual(['saved'])
    expect(await intentOf(said.intentId)).toMatchObject({ outcome: 'given', entryId: given.entryId })
    expect(rejectionsOf(await as('caregiver', deny(said.intentId)))).toEqual(['intent_settled'])
  })

  it('a dose is never refused for an intent that is not there', async () => {
    expect(outcomesOf(await as('owner', give(randomUUID())))).toEqual(['saved'])
  })
})

describe('an intent that cannot be taken', () => {
  it('is refused with its reason', async () => {
    const said = say()
    await as('owner', said)
    const answers = await as(
      'owner',
      { ...say(), intentId: said.intentId },
      announce(randomUUID(), meilin(), stamp()),
      announce(family.childId, { productId: randomUUID() }, stamp()),
      deny(randomUUID()),
    )
    expect(rejectionsOf(answers)).toEqual([
      'intent_id_taken',
      'child_not_found',
      'product_not_found',
      'intent_not_found',
    ])
    expect(rejectionsOf(await as('viewer', say()))).toEqual(['role_forbidden'])
  })

  it.each([
    ['nothing', {}],
    ['two amounts', { ingredient: 'ibuprofen', ml: 5, mg: 100 }],
  ])('is invalid when it names %s', async (_, medicine) => {
    const answer = await as('owner', announce(family.childId, medicine, stamp()))
    expect(answer.status).toBe(400)
  })

  it('made on a phone whose clock runs ahead counts from when it was heard of', async () => {
    const said = announce(family.childId, meilin(), new Date(now + 3 * 60 * MINUTE).toISOString())
    await as('owner', said)
    expect(await intentOf(said.intentId)).toMatchObject({ at: '2026-01-15T14:00:00+00:00' })
  })
})

describe('a temperature', () => {
  it('is no concern of an intent', async () => {
    await as('owner', say())
    expect(outcomesOf(await as('caregiver', create(family.childId)))).toEqual(['saved'])
  })
})
