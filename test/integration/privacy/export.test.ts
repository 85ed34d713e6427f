import { randomUUID } from 'node:crypto'
import { ImportService } from '../../../server/interchange/import.service.ts'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import { readInterchange } from '../../../shared/contract/interchange.ts'
import { API_PREFIX } from '../../../shared/contract/routes.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import {
  create,
  dose,
  edit,
  makeAccount,
  makeFamily,
  newFamily,
  remove,
  type TestFamily,
} from '../../support/factories.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { unzip } from '../../support/unzip.ts'

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

async function download(familyId: string, token: string) {
  const response = await fetch(`${app.url}${API_PREFIX}/families/${familyId}/export`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const disposition = response.headers.get('content-disposition')
  return { disposition, files: unzip(Buffer.from(await response.arrayBuffer())) }
}
const parsed = (files: ReadonlyMap<string, string>, name: string): unknown => JSON.parse(files.get(name)!)

/** A night with every kind of entry, an edit and a deletion. */
async function logNight({ childId, productId }: TestFamily): Promise<string> {
  const at = '2026-01-15T22:15:00+08:00'
  const reading = create(childId)
  const gone = create(childId, { celsius: 40.1 })
  const changes = [
    reading,
    gone,
    dose(childId, productId, at, 4.5),
    create(childId, { kind: 'dose', at, medicine: '阿莫西林', antipyretic: 'no', count: 1, outcome: 'vomited', outcomeMinutes: 20 } as never),
    create(childId, { kind: 'symptom', at, code: 'cold_hands_feet', present: true } as never),
    create(childId, { kind: 'answer', at, question: 'Q9', value: 'no' } as never),
    create(childId, { kind: 'note', at, text: '第一行\n"引号"，第二行 🌡' } as never),
    edit(reading, 1, { celsius: 38.75 }),
    remove(gone, 1),
    { op: 'fact.create', changeId: randomUUID(), madeAt: at, factId: randomUUID(), content: { kind: 'condition', childId, code: 'ibuprofen_allergy', present: false } },
    { op: 'fact.create', changeId: randomUUID(), madeAt: at, factId: randomUUID(), content: { kind: 'weight', childId, on: '2026-01-12', weightKg: 14.35, confirmed: true } },
  ] // prettier-ignore
  const { body } = await syncOf(app, family, changes, { token: family.tokens.caregiver })
  expect(body.results.map(({ outcome }) => outcome)).toEqual(changes.map(() => 'saved'))
  return gone.entryId
}

describe('an export', () => {
  it('has what every child’s record is, and imported into an empty family it is the same again', async () => {
    await logNight(family)
    const { files } = await download(family.familyId, family.tokens.owner)
    const { file, problems, warnings } = readInterchange(parsed(files, 'child-1.shouwen.json'))
    expect([problems, warnings]).toEqual([[], []])
    expect(file!.entries).toHaveLength(6)
    expect(file!.entries!.every(({ by }) => by === 'caregiver')).toBe(true)

    const { token } = await makeAccount(app)
    const empty = { ...newFamily(), child: { ...newFamily().child, name: '另一个' } }
    await app.as(token).post('/families', empty)
    await app.app.nest.get(ImportService, { strict: false }).import(empty.familyId, file!, false)
    const again = await download(empty.familyId, token)
    const names = [...again.files.keys()].filter((name) => name.endsWith('.shouwen.json'))
    expect(names).toHaveLength(2)
    const copies = names.map((name) => parsed(again.files, name)) as (typeof file)[]
    const copy = copies.find((one) => one!.child!.name === file!.child!.name)
    const sorted = (one: typeof file) => ({
      ...one,
      child: { ...one!.child, weights: [...one!.child!.weights!].sort((a, b) => a.at.localeCompare(b.at)) },
      entries: [...one!.entries!].sort((a, b) => a.id.localeCompare(b.id)),
    })
    expect(sorted(copy!)).toEqual(sorted(file))
  })

  it('has every record as phones receive it, and everything that was ever said', async () => {
    const gone = await logNight(family)
    const { files, disposition } = await download(family.familyId, family.tokens.owner)
    expect(disposition).toMatch(/^attachment; filename="shouwen-\d{4}-\d\d-\d\d\.zip"$/)
    const { body } = await syncOf(app, family, [])
    const bySeq = (records: readonly SyncRecord[]) => records.map((one) => JSON.stringify(one)).sort()
    expect(bySeq(parsed(files, 'records.json') as SyncRecord[])).toEqual(bySeq(body.records))
    const { entries } = parsed(files, 'history.json') as { entries: { entryId: string; content: unknown }[] }
    expect(entries.filter(({ entryId }) => entryId === gone)).toMatchObject([
      { content: { celsius: 40.1 } },
      { content: null },
    ])
    expect(files.get('README.txt')).toContain('非诊断')
    expect(parsed(files, 'family.json')).toMatchObject({
      members: [{ name: 'owner' }, { name: 'caregiver' }, { name: 'viewer' }],
      consents: [{ answer: 'given' }, { answer: 'given' }, { answer: 'given' }],
    })
  })

  it('has the access log in the owner’s alone, and stands in it', async () => {
    expect([...(await download(family.familyId, family.tokens.caregiver)).files.keys()]).not.toContain(
      'access-log.json',
    )
    const { files } = await download(family.familyId, family.tokens.owner)
    const events = parsed(files, 'access-log.json') as Reply<'accessLog.list'>['events']
    expect(events.map(({ event, accountId }) => [event, accountId])).toEqual([
      ['exported', family.accounts.caregiver],
      ['exported', family.accounts.owner],
    ])
  })

  it('has nothing of what was erased, and nothing of another family', async () => {
    const other = await makeFamily(app, { childName: '别人家的孩子' })
    const note = create(family.childId, { kind: 'note', text: '后来彻底删掉的话' } as never)
    await syncOf(app, family, [note])
    await syncOf(app, family, [
      { op: 'entry.erase', changeId: randomUUID(), madeAt: note.madeAt, entryId: note.entryId },
    ])
    const { files } = await download(family.familyId, family.tokens.owner)
    const all = [...files.values()].join('\n')
    expect(all).not.toContain('后来彻底删掉的话')
    for (const trace of [other.familyId, other.childId, '别人家的孩子']) expect(all).not.toContain(trace)
  })
})
