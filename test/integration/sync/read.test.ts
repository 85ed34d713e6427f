import { ImportService } from '../../../server/interchange/import.service.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { InterchangeJson } from '../../../shared/interchange/interchange-json.ts'
import { create, edit, makeFamily, type TestFamily } from '../../support/factories.ts'
import { entryOf, outcomesOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Every page from the beginning, as a new phone pulls them. */
async function pull(family: TestFamily): Promise<{ pages: SyncRecord[][]; bytes: number[]; cursor: number }> {
  const pages: SyncRecord[][] = []
  const bytes: number[] = []
  let since: { epoch: string | null; cursor: number } = { epoch: null, cursor: 0 }
  for (;;) {
    const { body } = await syncOf(app, family, [], since)
    pages.push(body.records)
    bytes.push(Buffer.byteLength(JSON.stringify(body)))
    since = { epoch: body.epoch, cursor: body.cursor }
    if (!body.more) return { pages, bytes, cursor: body.cursor }
  }
}

const nightOf = (count: number): InterchangeJson => ({
  format: 'shouwen/1',
  child: { name: '量得勤', birthDate: '2022-01-01' },
  entries: Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    kind: 'temperature' as const,
    at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    celsius: 38,
    site: 'axillary' as const,
  })),
})

describe('the first sync of a phone', () => {
  it('brings the family, its members, child, weight and product, in their order', async () => {
    const family = await makeFamily(app)
    const { body } = await syncOf(app, family, [])
    expect(body.records.map(({ type }) => type)).toEqual([
      'family',
      ...['member', 'consent'],
      ...['member', 'consent'],
      ...['member', 'consent'],
      'child',
      'weight',
      'product',
    ])
    expect(body.records.map(({ seq }) => seq)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 6, 7])
    expect(body).toMatchObject({ cursor: 7, more: false, results: [] })
    expect(body.records.at(-1)).toMatchObject({
      ingredients: [{ code: 'ibuprofen', mgPerMl: 20, mgPerUnit: null }],
      maxDosesPerDay: 4,
    })
  })
})

describe('a later sync', () => {
  it('brings what came after the cursor, and nothing when nothing did', async () => {
    const family = await makeFamily(app)
    const { body: first } = await syncOf(app, family, [])
    const change = create(family.childId)
    await syncOf(app, family, [change])
    const { body: second } = await syncOf(app, family, [], first)
    expect(second.records.map(({ id }) => id)).toEqual([change.entryId])
    const { body: third } = await syncOf(app, family, [], second)
    expect(third).toEqual({ epoch: first.epoch, cursor: second.cursor, more: false, records: [], results: [] })
  })

  it('brings an entry that was edited since, once, in its new place', async () => {
    const family = await makeFamily(app)
    const [one, two] = [create(family.childId), create(family.childId)]
    const { body } = await syncOf(app, family, [one, two])
    await syncOf(app, family, [edit(one, 1, { celsius: 39 })])
    const { body: later } = await syncOf(app, family, [], body)
    expect(later.records.map(({ id }) => id)).toEqual([one.entryId])
    const { pages } = await pull(family)
    expect(
      pages
        .flat()
        .filter(({ type }) => type === 'entry')
        .map(({ id }) => id),
    ).toEqual([two.entryId, one.entryId])
  })

  it('of another epoch, or from beyond the end, begins again', async () => {
    const family = await makeFamily(app)
    const { body } = await syncOf(app, family, [])
    const restored = '11111111-1111-4111-8111-111111111111'
    await database.query('update family set epoch = $2 where id = $1', [family.familyId, restored])
    const { body: again } = await syncOf(app, family, [], body)
    expect(again).toMatchObject({ epoch: restored, cursor: 7 })
    expect(again.records).toHaveLength(10)
    const { body: beyond } = await syncOf(app, family, [], { epoch: restored, cursor: 99 })
    expect(beyond.records).toHaveLength(10)
  })
})

describe('a long record', () => {
  it('comes in pages under 500 KiB, whole, in order, without doubles', async () => {
    const family = await makeFamily(app)
    const notes = Array.from({ length: 200 }, (_, index) =>
      create(family.childId, { kind: 'note', text: `${index}：${'长'.repeat(1_990)}` } as never),
    )
    for (let index = 0; index < notes.length; index += 10)
      expect(outcomesOf(await syncOf(app, family, notes.slice(index, index + 10)))).not.toContain('rejected')

    const { pages, bytes, cursor } = await pull(family)
    const seqs = pages.flat().flatMap(({ type, seq }) => (type === 'consent' ? [] : [seq]))
    expect(pages.length).toBeGreaterThan(2)
    for (const size of bytes) expect(size).toBeLessThan(500 * 1024)
    expect(seqs).toEqual(Array.from({ length: 207 }, (_, index) => index + 1))
    expect(cursor).toBe(207)
  })

  it('of more rows than a page holds comes whole too', async () => {
    const family = await makeFamily(app)
    await app.app.nest.get(ImportService, { strict: false }).import(family.familyId, nightOf(1_700), false)
    const { pages } = await pull(family)
    expect(pages.map((page) => page.length)).toEqual([800, 800, 111])
    expect(new Set(pages.flat().map(({ seq }) => seq)).size).toBe(1_708)
  })

  it('never has one place of the order split over two pages', async () => {
    const family = await makeFamily(app)
    await app.app.nest.get(ImportService, { strict: false }).import(family.familyId, nightOf(1_000), false)
    // Rows that one change wrote together have one place: here 100 of them across the end of the first page.
    await database.query('update entry set seq = 760 where family_id = $1 and seq between 760 and 860', [
      family.familyId,
    ])
    const { pages } = await pull(family)
    const places = pages.map((page) => new Set(page.map(({ seq }) => seq)))
    expect(pages.length).toBeGreaterThan(1)
    expect([...places[0]!].filter((seq) => places[1]!.has(seq))).toEqual([])
    expect(pages.flat()).toHaveLength(1_011)
  })

  it('leaves room for the results of what was sent', async () => {
    const family = await makeFamily(app)
    const doses = Array.from({ length: 150 }, (_, index) =>
      create(family.childId, {
        kind: 'dose',
        productId: family.productId,
        ml: 5,
        at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      } as never),
    )
    const answer = await syncOf(app, family, doses)
    expect(answer.body.results).toHaveLength(150)
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(500 * 1024)
    const { pages } = await pull(family)
    const entries = pages.flat().filter((record) => record.type === 'entry')
    expect(entries).toHaveLength(150)
    expect(entries.every(({ check }) => check !== null)).toBe(true)
  })
})

describe('an entry that many people were at odds over', () => {
  it('lists the latest conflicts only, so that it stays small', async () => {
    const family = await makeFamily(app)
    const change = create(family.childId, { kind: 'note', text: 'a' } as never)
    await syncOf(app, family, [change, edit(change, 1, { text: 'b' })])
    const stale = Array.from({ length: 25 }, (_, index) => edit(change, 1, { text: `${index}` }))
    const answer = await syncOf(app, family, stale)
    expect(new Set(outcomesOf(answer))).toEqual(new Set(['conflict']))
    const { conflicts } = entryOf(answer, change.entryId)
    expect(conflicts.map(({ content }) => content)).toMatchObject(
      Array.from({ length: 20 }, (_, index) => ({ text: `${index + 5}` })),
    )
  })
})
