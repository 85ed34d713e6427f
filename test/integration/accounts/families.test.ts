import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import type { NewFamily } from '../../../shared/contract/schemas/family.schema.ts'
import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { makeAccount, makeFamily, newFamily, create } from '../../support/factories.ts'
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

const found = (token: string, family: NewFamily) =>
  app.as(token).post<Reply<'families.create'> & Problem>('/families', family)
const sync = (token: string, familyId: string, changes: readonly unknown[] = []) =>
  app.as(token).post<SyncResponse>(`/families/${familyId}/sync`, { epoch: null, cursor: 0, changes })
const familiesOf = async (token: string) => (await app.as(token).get<Reply<'account.read'>>('/me')).body.families
const countOf = async (familyId: string): Promise<number> => {
  const [row] = await database.query<{ n: number }>('select count(*)::int as n from child where family_id = $1', [
    familyId,
  ])
  return row!.n
}

describe('founding a family', () => {
  it('makes it with its owner and first child, and the record can begin', async () => {
    const { token, accountId } = await makeAccount(app)
    const family = newFamily()
    const { status, body } = await found(token, family)
    const membership = { familyId: family.familyId, name: '乐乐家', role: 'owner', memberName: '妈妈' }
    expect([status, body]).toEqual([200, membership])
    expect(await familiesOf(token)).toEqual([membership])

    const { body: first } = await sync(token, family.familyId, [create(family.child.childId)])
    expect(first.results.map(({ outcome }) => outcome)).toEqual(['saved'])
    expect(first.records.map(({ type, seq }) => [type, seq])).toEqual([
      ['family', 1],
      ['member', 2],
      ['consent', 2],
      ['child', 3],
      ['entry', 4],
    ])
    expect(first.records[1]).toMatchObject({ id: accountId, name: '妈妈', role: 'owner', removed: false })
    expect(first.records[2]).toMatchObject({ accountId, kind: 'guardian', version: 1, answer: 'given' })
    expect(first.records[3]).toMatchObject({ id: family.child.childId, name: '乐乐', birthDate: '2023-03-01' })
  })

  it('leaves its child to be edited like any other', async () => {
    const { token } = await makeAccount(app)
    const family = newFamily()
    await found(token, family)
    const { childId, ...facts } = family.child
    const change = {
      op: 'fact.edit',
      changeId: randomUUID(),
      madeAt: '2026-01-15T22:20:00+08:00',
      factId: childId,
      baseRevision: 1,
      content: { kind: 'child', ...facts, name: '改了名的乐乐' },
    }
    const { body } = await sync(token, family.familyId, [change])
    expect(body.results.map(({ outcome }) => outcome)).toEqual(['saved'])
    expect(body.records.find(({ id }) => id === childId)).toMatchObject({ name: '改了名的乐乐' })
  })

  it('sent again, or many times at once, founds it once', async () => {
    const { token } = await makeAccount(app)
    const family = newFamily()
    const answers = await Promise.all(Array.from({ length: 6 }, () => found(token, family)))
    answers.push(await found(token, { ...family, name: '第二次的名字' }))
    const membership = { familyId: family.familyId, name: '乐乐家', role: 'owner', memberName: '妈妈' }
    for (const { status, body } of answers) expect([status, body]).toEqual([200, membership])
    expect(await familiesOf(token)).toHaveLength(1)
    expect(await countOf(family.familyId)).toBe(1)
  })

  it('under the id of another’s family is refused, and changes and tells nothing of it', async () => {
    const theirs = await makeFamily(app)
    const { token } = await makeAccount(app)
    const { status, body } = await found(token, { ...newFamily(), familyId: theirs.familyId })
    expect([status, body.code]).toEqual([409, 'family_id_taken'])
    expect(await countOf(theirs.familyId)).toBe(1)
    expect((await sync(token, theirs.familyId)).status).toBe(404)
  })

  it('may be done several times, with any child’s id being its family’s own', async () => {
    const { token } = await makeAccount(app)
    const [one, two] = [newFamily(), newFamily()]
    await found(token, one)
    await found(token, { ...two, child: one.child })
    expect((await familiesOf(token)).map(({ familyId }) => familyId).sort()).toEqual(
      [one.familyId, two.familyId].sort(),
    )
  })

  it('ends at twenty for one account', async () => {
    const { token } = await makeAccount(app)
    for (let count = 0; count < 20; count++) expect((await found(token, newFamily())).status).toBe(200)
    const { status, body } = await found(token, newFamily())
    expect([status, body.code]).toEqual([409, 'limit_reached'])
    expect(await familiesOf(token)).toHaveLength(20)
  })

  it.each<[string, (family: NewFamily) => object, string]>([
    ['no name', (family) => ({ ...family, name: '  ' }), '/body/name'],
    ['a name that is too long', (family) => ({ ...family, name: '长'.repeat(61) }), '/body/name'],
    ['a name with a null byte', (family) => ({ ...family, memberName: 'a\u0000' }), '/body/memberName'],
    ['no child', (family) => ({ ...family, child: null }), '/body/child'],
    [
      'a birth date that is none',
      (family) => ({ ...family, child: { ...family.child, birthDate: '2023-02-30' } }),
      '/body/child/birthDate',
    ],
    [
      'a place that is none',
      (family) => ({ ...family, child: { ...family.child, timeZone: 'Mars/Olympus' } }),
      '/body/child/timeZone',
    ],
    ['an id that is none', (family) => ({ ...family, familyId: '1' }), '/body/familyId'],
    ['a role of one’s choice', (family) => ({ ...family, role: 'owner' }), '/body/role'],
  ])('with %s is refused where it is wrong, and makes nothing', async (_, make, path) => {
    const { token } = await makeAccount(app)
    const { status, body } = await found(token, make(newFamily()) as NewFamily)
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(body.errors!.map((error) => error.path)).toEqual([path])
    expect(await familiesOf(token)).toEqual([])
  })
})

describe('another name', () => {
  it('reaches every phone of the family', async () => {
    const family = await makeFamily(app)
    const before = (await sync(family.tokens.viewer, family.familyId)).body
    const answer = await app
      .as(family.tokens.owner)
      .post<Reply<'families.rename'>>(`/families/${family.familyId}/rename`, { name: ' 新名字 ' })
    expect(answer.body).toEqual({ name: '新名字' })
    const { body } = await app.as(family.tokens.viewer).post<SyncResponse>(`/families/${family.familyId}/sync`, {
      epoch: before.epoch,
      cursor: before.cursor,
      changes: [],
    })
    expect(body.records).toEqual([{ type: 'family', seq: before.cursor + 1, id: family.familyId, name: '新名字' }])
  })
})

describe('an account', () => {
  it('that was never in a family finds none, by whatever id', async () => {
    const { token } = await makeAccount(app)
    for (const path of ['members', 'access-log'])
      expect((await app.as(token).get(`/families/${randomUUID()}/${path}`)).status).toBe(404)
  })
})
