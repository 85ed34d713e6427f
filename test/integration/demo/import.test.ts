import { randomUUID } from 'node:crypto'
import { ImportService, type ImportReport } from '../../../server/interchange/import.service.ts'
import type { EntryRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { InterchangeJson } from '../../../shared/interchange/interchange-json.ts'
import { announce } from '../../support/changes.ts'
import { create, dose, makeFamily, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const FILE: InterchangeJson = {
  format: 'shouwen/1',
  child: {
    name: '果果',
    birthDate: '2022-11-03',
    sex: 'female',
    timeZone: 'Asia/Shanghai',
    weights: [{ at: '2026-01-10', kg: 14.2 }],
    conditions: [{ code: 'asthma', present: false }],
  },
  products: [{ id: 'm', name: '美林', form: 'liquid', ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }] }],
  entries: [
    { id: 'e3', kind: 'note', at: '2026-01-15T23:00:00+08:00', text: '睡了' },
    {
      id: 'e1',
      kind: 'temperature',
      at: '2026-01-15T22:10:00+08:00',
      celsius: 38.9,
      site: 'axillary',
      by: 'caregiver',
    },
    { id: 'e2', kind: 'dose', at: '2026-01-15T22:15:00+08:00', productId: 'm', ml: 5, by: '外婆' },
  ],
}
const NOTHING = { children: 0, weights: 0, conditions: 0, products: 0, entries: 0 }
const ALL = { children: 1, weights: 1, conditions: 1, products: 1, entries: 3 }

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

const bring = (file: InterchangeJson, relative = false): Promise<ImportReport> =>
  app.app.nest.get(ImportService, { strict: false }).import(family.familyId, file, relative)

const entries = async (): Promise<EntryRecord[]> =>
  (await syncOf(app, family, [])).body.records.filter((record) => record.type === 'entry')

describe('a file', () => {
  it('is brought in whole, in the order in which it happened, each row in a place of its own', async () => {
    const report = await bring(FILE)
    expect(report).toEqual({ childId: report.childId, added: ALL, alreadyThere: NOTHING })
    const { body } = await syncOf(app, family, [])
    expect(body.records.slice(10).map(({ type }) => type)).toEqual([
      'child',
      'weight',
      'condition',
      'product',
      'entry',
      'entry',
      'entry',
    ])
    expect(body.records.flatMap(({ type, seq }) => (type === 'consent' ? [] : [seq]))).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    )
    const [reading, dose, note] = await entries()
    expect(reading).toMatchObject({
      childId: report.childId,
      content: { celsius: 38.9 },
      loggedBy: family.accounts.caregiver,
      author: null,
    })
    expect(dose).toMatchObject({
      content: { kind: 'dose', ml: 5 },
      loggedBy: null,
      author: '外婆',
      check: { ingredients: [{ ingredient: 'ibuprofen' }] },
    })
    expect(note).toMatchObject({ content: { text: '睡了' }, loggedBy: null, author: null, revision: 1 })
  })

  it('brought in again adds nothing, today or another day, at once or one after the other', async () => {
    await Promise.all([bring(FILE), bring(FILE), bring(FILE, true)])
    const before = await entries()
    expect((await bring(FILE)).added).toEqual(NOTHING)
    expect((await bring(FILE, true)).alreadyThere).toEqual(ALL)
    expect(await entries()).toEqual(before)
    expect(before).toHaveLength(3)
  })

  it('that has grown adds what is new, to the same child', async () => {
    const { childId } = await bring(FILE)
    const grown = {
      ...FILE,
      entries: [...FILE.entries!, { id: 'e4', kind: 'note' as const, at: '2026-01-16T06:00:00+08:00', text: '醒了' }],
    }
    const report = await bring(grown)
    expect(report).toMatchObject({ childId, added: { ...NOTHING, entries: 1 } })
  })

  it('of another night whose ids are the same is another night', async () => {
    await bring(FILE)
    const next = {
      ...FILE,
      entries: FILE.entries!.map((entry) => ({ ...entry, at: entry.at.replace('2026-01-15', '2026-01-20') })),
    }
    expect((await bring(next)).added).toEqual({ ...NOTHING, entries: 3 })
  })

  it('with a product of another strength under the same id adds that product', async () => {
    await bring(FILE)
    const drops = { ...FILE.products![0]!, ingredients: [{ code: 'ibuprofen', mgPerMl: 40 }] }
    expect((await bring({ ...FILE, products: [drops] })).added).toMatchObject({ products: 1 })
  })

  it('of a child the family has by name and birth date is about that child', async () => {
    const child = { name: '测试宝宝', birthDate: '2023-03-01' }
    const report = await bring({ ...FILE, child })
    expect(report).toMatchObject({ childId: family.childId, added: { children: 0, entries: 3 } })
  })

  it('keeps ids that came out of an export, and what the family has under them', async () => {
    const own = create(family.childId, { kind: 'note', text: 'hier' } as never)
    await syncOf(app, family, [own])
    const other = randomUUID()
    const child = { name: '测试宝宝', birthDate: '2023-03-01' }
    const note = { kind: 'note' as const, at: '2026-01-15T23:00:00+08:00', text: 'im Export' }
    const report = await bring({
      format: 'shouwen/1',
      child,
      entries: [
        { ...note, id: own.entryId },
        { ...note, id: other },
      ],
    })
    expect(report).toMatchObject({ added: { entries: 1 }, alreadyThere: { entries: 1 } })
    const texts = (await entries()).map(({ id, content }) => [id, content.kind === 'note' && content.text])
    expect(texts).toEqual([
      [own.entryId, 'hier'],
      [other, 'im Export'],
    ])
  })

  it('of a child without a name is about one all the same', async () => {
    expect((await bring({ format: 'shouwen/1', entries: FILE.entries!.slice(0, 1) })).added).toEqual({
      ...NOTHING,
      children: 1,
      entries: 1,
    })
  })

  it('with a fault in its last row changes nothing at all', async () => {
    const before = (await syncOf(app, family, [])).body
    const broken = [
      ...FILE.entries!,
      { id: 'x', kind: 'note' as const, at: '2026-01-16T06:00:00+08:00', text: 'x'.repeat(2_001) },
    ]
    await expect(bring({ ...FILE, entries: broken })).rejects.toThrow()
    expect((await syncOf(app, family, [])).body).toEqual(before)
  })

  it('shows on the phones that are connected', async () => {
    const phone = await LivePhone.ready(app.url, family.tokens.viewer, [family.familyId])
    await bring(FILE)
    await phone.news(family.familyId, 14)
    await phone.end()
  })
})

describe('what the family had written already', () => {
  it('is looked at again with what the file says: doses that still count, and who is about to give one', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const given = dose(family.childId, family.productId, ago(60))
    const said = announce(family.childId, { productId: family.productId, ml: 5 })
    await syncOf(app, family, [given, said])
    await bring({
      format: 'shouwen/1',
      child: { name: '测试宝宝', birthDate: '2023-03-01', conditions: [{ code: 'ibuprofen_allergy', present: true }] },
      products: FILE.products!,
      entries: [{ id: 'x', kind: 'dose', at: ago(90), productId: 'm', ml: 5 }],
    })
    const { records } = (await syncOf(app, family, [])).body
    const rulesOf = (id: string) =>
      records.flatMap((one) => (one.id === id && 'check' in one ? (one.check?.rules ?? []) : []))
    for (const id of [given.entryId, said.intentId])
      expect(rulesOf(id)).toEqual(expect.arrayContaining(['contraindicated', 'too_soon']))
  })
})
