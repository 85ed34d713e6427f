import { setTimeout as pause } from 'node:timers/promises'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { announce } from '../support/changes.ts'
import { dose, makeFamily, type TestFamily } from '../support/factories.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { client } from '../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let apis: ApiProcess[]

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  apis = await Promise.all([startApiProcess(database.apiUrl), startApiProcess(database.apiUrl)])
}, PATIENCE_MS)
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()))
  await app.close()
  await database.drop()
})

type Role = 'owner' | 'caregiver'

/** One phone's one change, to one of the two processes; sent again, as a phone does, while the server is too busy. */
async function send(family: TestFamily, index: number, change: object): Promise<string> {
  const role: Role = index % 3 === 0 ? 'owner' : 'caregiver'
  const path = `/families/${family.familyId}/sync`
  for (;;) {
    const { status, body } = await client(apis[index % 2]!.url, family.tokens[role]).post<SyncResponse>(path, {
      epoch: null,
      cursor: 0,
      changes: [change],
    })
    if (status === 503) {
      await pause(200)
      continue
    }
    expect({ status, outcome: body.results[0]!.stored }).toEqual({ status: 200, outcome: 'saved' })
    return body.results[0]!.check!.verdict
  }
}

/** What the record says in the end of every intent and dose of the family. */
async function verdictsOf(family: TestFamily): Promise<string[]> {
  const path = `/families/${family.familyId}/sync`
  let cursor = 0
  let epoch: string | null = null
  const all = new Map<string, SyncRecord>()
  for (let more = true; more;) {
    const page: SyncResponse = (
      await client(apis[0]!.url, family.tokens.viewer).post<SyncResponse>(path, { epoch, cursor, changes: [] })
    ).body
    for (const record of page.records) all.set(record.id, record)
    ;({ cursor, epoch, more } = page)
  }
  return [...all.values()].flatMap((record) =>
    record.type === 'entry' || record.type === 'intent' ? [record.check!.verdict] : [],
  )
}

const shuffled = <One>(all: readonly One[], seed: number): One[] =>
  all
    .map((one, index) => ({ one, place: (index * 7919 + seed * 104_729) % 1_000_003 }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

async function withFreshWeight(): Promise<TestFamily> {
  const family = await makeFamily(app)
  const on = new Date().toISOString().slice(0, 10)
  const content = { kind: 'weight', childId: family.childId, on, weightKg: 14.2, confirmed: false }
  await app.as(family.tokens.owner).post(`/families/${family.familyId}/sync`, {
    epoch: null,
    cursor: 0,
    changes: [
      {
        op: 'fact.create',
        changeId: crypto.randomUUID(),
        madeAt: new Date().toISOString(),
        factId: crypto.randomUUID(),
        content,
      },
    ],
  })
  return family
}

/** Each dose is looked at again when another becomes known: of many the few rounds of every test run would take minutes. */
const EACH = rounds(15, 50)
const CHANGES = rounds(5, 15)

describe('many intents and doses at the same moment, over two processes', () => {
  it(
    'never hear “allowed” twice within one interval',
    async () => {
      for (let round = 0; round < rounds(1, 4); round++) {
        const family = await withFreshWeight()
        const { childId, productId } = family
        const now = new Date().toISOString()
        const intents = Array.from({ length: EACH }, () => announce(childId, { productId, ml: 5 }))
        const doses = Array.from({ length: EACH }, () => dose(childId, productId, now))
        const heard = await Promise.all(
          shuffled([...intents, ...doses], round).map((change, index) => send(family, index, change)),
        )
        const kept = await verdictsOf(family)
        expect(kept).toHaveLength(2 * EACH)
        expect(heard.filter((verdict) => verdict === 'allowed').length).toBeGreaterThan(0)
        expect(kept.filter((verdict) => verdict === 'allowed').length).toBeLessThanOrEqual(1)
        const [stored] = await database.query<{ n: number }>(
          "select count(*)::int as n from dose_intent where family_id = $1 and dose_check->>'verdict' = 'allowed'",
          [family.familyId],
        )
        expect(stored!.n).toBeLessThanOrEqual(1)
      }
    },
    PATIENCE_MS,
  )

  it(
    'say “allowed” to exactly one of a hundred who announce it',
    async () => {
      for (let round = 0; round < rounds(1, 12); round++) {
        const family = await withFreshWeight()
        const medicine = { productId: family.productId, ml: 5 }
        const heard = await Promise.all(
          Array.from({ length: 100 }, (_, index) => send(family, index, announce(family.childId, medicine))),
        )
        expect(heard.filter((verdict) => verdict === 'allowed')).toHaveLength(1)
        expect(heard.filter((verdict) => verdict === 'in_progress')).toHaveLength(99)
        expect((await verdictsOf(family)).filter((verdict) => verdict === 'allowed')).toHaveLength(1)
      }
    },
    PATIENCE_MS,
  )

  it(
    'nor while somebody changes the medicine under them, again and again',
    async () => {
      for (let round = 0; round < rounds(1, 10); round++) {
        const family = await withFreshWeight()
        const { childId, productId } = family
        const medicine = { productId, ml: 5 }
        const changing = changeMedicine(family, CHANGES)
        const heard = await Promise.all(
          Array.from({ length: 4 * CHANGES }, (_, index) => send(family, index, announce(childId, medicine))),
        )
        expect(await changing).toBe(CHANGES + 1)
        expect(heard.filter((verdict) => verdict === 'allowed').length).toBeLessThanOrEqual(1)
        const kept = await verdictsOf(family)
        expect(kept).toHaveLength(4 * CHANGES)
        expect(kept.filter((verdict) => verdict === 'allowed').length).toBeLessThanOrEqual(1)
      }
    },
    PATIENCE_MS,
  )
})

/** Its name, its strength, and back; over either process. The revision it has come to. */
async function changeMedicine({ familyId, productId, tokens }: TestFamily, times: number): Promise<number> {
  for (let revision = 1; revision <= times; revision++) {
    const ingredients = [{ code: 'ibuprofen', mgPerMl: revision % 2 === 0 ? 20 : 16, mgPerUnit: null }]
    const content = { kind: 'product', name: `美林 ${revision}`, form: 'liquid', minAgeMonths: 12, maxDosesPerDay: 4, ingredients } // prettier-ignore
    const head = { changeId: crypto.randomUUID(), madeAt: new Date().toISOString() }
    const change = { op: 'fact.edit', ...head, factId: productId, baseRevision: revision, content }
    const owner = client(apis[revision % 2]!.url, tokens.owner)
    for (;;) {
      const body = { epoch: null, cursor: 1_000_000, changes: [change] }
      const answer = await owner.post<SyncResponse>(`/families/${familyId}/sync`, body)
      if (answer.status === 200) break
      expect(answer.status).toBe(503)
      await pause(100)
    }
  }
  const [product] = await database.query<{ revision: number }>('select revision from product where id = $1', [
    productId,
  ])
  return product!.revision
}
