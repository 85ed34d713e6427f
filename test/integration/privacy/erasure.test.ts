import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { Problem } from '../../../shared/contract/errors.ts'
import { DAY, HOUR, instant, shift, type Instant } from '../../../shared/time/instant.ts'
import { DueErasuresService } from '../../../server/erasure/due-erasures.service.ts'
import { announce, answer } from '../../support/changes.ts'
import { create, dose, edit, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { entryOf, outcomesOf, rejectionsOf, syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const SECRET = '只有我们知道的那句话'

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

const run = (at: Instant) => app.app.nest.get(DueErasuresService, { strict: false }).runDueErasures(at)
const inDays = (days: number): Instant => shift(instant(Date.now()), days * DAY + HOUR)
const erase = (entryId: string) => ({
  op: 'entry.erase' as const,
  changeId: randomUUID(),
  madeAt: new Date().toISOString(),
  entryId,
})
const caregiver = () => ({ token: family.tokens.caregiver })
const post = <Body>(path: string, body: unknown, token = family.tokens.owner) =>
  app.as(token).post<Body & Problem>(path, body)
const eraseChild = (token?: string) =>
  post<Reply<'children.erase'>>(
    `/families/${family.familyId}/children/${family.childId}/erase`,
    { confirm: true },
    token,
  )
const eraseFamily = () => post<Reply<'families.erase'>>(`/families/${family.familyId}/erase`, { confirm: true })
const cancel = (erasureId: string, token?: string) =>
  post(`/families/${family.familyId}/erasures/cancel`, { erasureId }, token)

/** Every row of every table, as text: what really stands in the database. */
async function everything(): Promise<string> {
  const tables = await database.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  const rows = await Promise.all(tables.map(({ name }) => database.query(`select * from "${name}"`)))
  return JSON.stringify(rows)
}

/** How many rows of the family there are in each table that has any. */
async function rowsOf(familyId: string): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await database.query<{ n: number }>(`select count(*)::int as n from "${name}" where family_id = $1`, [
      familyId,
    ])
    if (row!.n > 0) counts[name] = row!.n
  }
  return counts
}

describe('an erased entry', () => {
  it('is gone with its revisions, conflicts and answers; every phone is told, and nothing brings it back', async () => {
    const note = create(family.childId, { kind: 'note', text: SECRET } as never)
    const other = create(family.childId, { celsius: 38.4 })
    const conflicting = edit(note, 1, { text: `${SECRET}！` })
    await syncOf(app, family, [note, other, edit(note, 1, { text: `${SECRET}？` })], caregiver())
    await syncOf(app, family, [conflicting, answer([note.entryId, other.entryId], 'same')])
    expect(await everything()).toContain(SECRET)
    const before = await syncOf(app, family, [])

    const gone = erase(note.entryId)
    expect(outcomesOf(await syncOf(app, family, [gone, gone], caregiver()))).toEqual(['saved', 'duplicate'])
    expect(await everything()).not.toContain(SECRET)

    const told = await syncOf(app, family, [], before.body)
    expect(told.body.records).toMatchObject([{ type: 'tombstone', id: note.entryId, subject: 'entry' }])
    const late = [
      note,
      { ...note, changeId: randomUUID() },
      edit(note, 1, { text: SECRET }),
      remove(note, 2),
      { ...conflicting, changeId: randomUUID() },
    ]
    expect(rejectionsOf(await syncOf(app, family, late))).toEqual(Array(5).fill('entry_erased'))
    expect(await everything()).not.toContain(SECRET)
    expect((await syncOf(app, family, [])).body.records.some(({ id }) => id === other.entryId)).toBe(true)
  })

  it('is its author’s or the owner’s to erase, nobody else’s', async () => {
    const [mine, theirs] = [create(family.childId), create(family.childId)]
    await syncOf(app, family, [mine])
    await syncOf(app, family, [theirs], caregiver())
    expect(rejectionsOf(await syncOf(app, family, [erase(mine.entryId)], caregiver()))).toEqual(['role_forbidden'])
    expect(rejectionsOf(await syncOf(app, family, [erase(theirs.entryId)], { token: family.tokens.viewer }))).toEqual([
      'role_forbidden',
    ])
    expect(outcomesOf(await syncOf(app, family, [erase(theirs.entryId), erase(mine.entryId)]))).toEqual([
      'saved',
      'saved',
    ])
    expect(rejectionsOf(await syncOf(app, family, [erase(randomUUID())]))).toEqual(['entry_not_found'])
  })

  it('can be erased by whoever has withdrawn the consent', async () => {
    const note = create(family.childId, { kind: 'note', text: SECRET } as never)
    await syncOf(app, family, [note], caregiver())
    await post(`/families/${family.familyId}/consents`, { version: 1, answer: 'withdrawn' }, family.tokens.caregiver)
    expect(outcomesOf(await syncOf(app, family, [erase(note.entryId)], caregiver()))).toEqual(['saved'])
  })

  it('that was a dose leaves no trace in what was said of others, nor of the intent it answered', async () => {
    const intent = announce(family.childId, { productId: family.productId, ml: 5 }, '2026-01-15T22:09:00+08:00')
    const first = {
      ...dose(family.childId, family.productId, '2026-01-15T22:10:00+08:00'),
      intentId: intent.intentId,
    }
    const second = dose(family.childId, family.productId, '2026-01-15T23:10:00+08:00')
    const before = await syncOf(app, family, [intent, first, second])
    expect(entryOf(before, second.entryId).check?.verdict).toBe('too_soon')

    await syncOf(app, family, [erase(first.entryId)])
    const after = await syncOf(app, family, [], before.body)
    expect(entryOf(after, second.entryId).check?.rules).not.toContain('too_soon')
    const traces = (await everything()).split(first.entryId).length - 1
    expect(traces).toBe(1) // the tombstone's
    expect(after.body.records).toContainEqual(
      expect.objectContaining({ type: 'tombstone', id: intent.intentId, subject: 'intent' }),
    )
  })

  it('stands in the access log as having been erased, and no more', async () => {
    const entry = create(family.childId)
    await syncOf(app, family, [entry], caregiver())
    await syncOf(app, family, [erase(entry.entryId)])
    const { body } = await app
      .as(family.tokens.owner)
      .get<Reply<'accessLog.list'>>(`/families/${family.familyId}/access-log`)
    expect(body.events.map(({ event, accountId }) => [event, accountId])).toEqual([
      ['entry_erased', family.accounts.owner],
    ])
  })
})

describe('a child that is to be erased', () => {
  it('is hidden at once, and is as it was when that is taken back', async () => {
    const entry = create(family.childId)
    await syncOf(app, family, [entry])
    const { body: asked } = await eraseChild()
    expect((await eraseChild()).body).toEqual(asked)
    const hidden = await syncOf(app, family, [create(family.childId)])
    expect(rejectionsOf(hidden)).toEqual(['child_not_found'])
    expect(hidden.body.records).toContainEqual(
      expect.objectContaining({ type: 'erasure', id: asked.erasureId, childId: family.childId, state: 'pending' }),
    )
    expect(hidden.body.records).toContainEqual(expect.objectContaining({ id: family.childId, deleted: true }))
    expect((await app.as(family.tokens.owner).get(entriesPath())).status).toBe(404)

    expect((await cancel(asked.erasureId, family.tokens.caregiver)).body.code).toBe('role_forbidden')
    expect((await cancel(asked.erasureId)).status).toBe(200)
    await run(inDays(9))
    const back = await syncOf(app, family, [create(family.childId)])
    expect(outcomesOf(back)).toEqual(['saved'])
    expect(back.body.records).toContainEqual(expect.objectContaining({ id: family.childId, deleted: false }))
    expect((await app.as(family.tokens.owner).get(entriesPath())).status).toBe(200)
  })

  it('is gone with everything of it once it is due, not a moment earlier, and never comes back', async () => {
    const name = '独一无二的小名'
    family = await makeFamily(app, { childName: name })
    const note = create(family.childId, { kind: 'note', text: SECRET } as never)
    const given = dose(family.childId, family.productId, '2026-01-15T22:10:00+08:00')
    await syncOf(app, family, [note, given, announce(family.childId, { productId: family.productId, ml: 5 })])
    const { body: asked } = await eraseChild()
    await run(inDays(2))
    expect(await everything()).toContain(name)
    await run(inDays(3))
    await run(inDays(3))
    const all = await everything()
    for (const trace of [name, SECRET]) expect(all).not.toContain(trace)
    expect(await rowsOf(family.familyId)).not.toHaveProperty('entry')

    const { body } = await syncOf(app, family, [])
    expect(body.records.map(({ type }) => type)).toEqual(expect.arrayContaining(['product', 'tombstone', 'erasure']))
    expect(body.records.flatMap((one) => (one.type === 'tombstone' ? [one.id] : []))).toEqual([family.childId])
    const child = { kind: 'child', name, birthDate: null, sex: null, timeZone: null }
    const late = [
      note,
      edit(note, 1),
      create(family.childId),
      { op: 'fact.create', changeId: randomUUID(), madeAt: note.madeAt, factId: family.childId, content: child },
    ]
    expect(rejectionsOf(await syncOf(app, family, late))).toEqual([
      'entry_erased',
      'entry_erased',
      'child_erased',
      'child_erased',
    ])
    expect((await cancel(asked.erasureId)).status).toBe(404)
    expect(await everything()).not.toContain(name)
  })

  it('is whole or gone: what fails in the middle is done the next time, and holds up no other', async () => {
    await syncOf(app, family, [create(family.childId), create(family.childId)])
    await eraseChild()
    const whole = await rowsOf(family.familyId)
    const other = await makeFamily(app)
    await post(`/families/${other.familyId}/erase`, { confirm: true }, other.tokens.owner)
    await database.query(
      `create function trap() returns trigger language plpgsql as $$ begin
         if old.id = '${family.childId}' then raise exception 'trap'; end if; return old; end $$`,
    )
    await database.query('create trigger trap before delete on child for each row execute function trap()')
    await expect(run(inDays(3))).rejects.toThrow()
    expect(await rowsOf(family.familyId)).toEqual(whole)
    expect(await rowsOf(other.familyId)).toEqual({})
    await database.query('drop trigger trap on child')
    await run(inDays(3))
    expect(await rowsOf(family.familyId)).not.toHaveProperty('child')
  })

  it('is the owner’s to erase, and of this family', async () => {
    expect((await eraseChild(family.tokens.caregiver)).body.code).toBe('role_forbidden')
    const path = `/families/${family.familyId}/children/${randomUUID()}/erase`
    expect((await post(path, { confirm: true })).status).toBe(404)
    const product = `/families/${family.familyId}/children/${family.productId}/erase`
    expect((await post(product, { confirm: true })).status).toBe(404)
  })

  const entriesPath = () => `/families/${family.familyId}/children/${family.childId}/entries`
})

describe('a family that is to be erased', () => {
  it('is hidden from every member at once, and only they know that it was there', async () => {
    const { body: asked } = await eraseFamily()
    for (const token of Object.values(family.tokens)) {
      const answered = await syncOf(app, family, [], { token })
      expect(answered).toMatchObject({ status: 410, body: { code: 'family_erased' } })
    }
    const stranger = await makeFamily(app)
    expect((await syncOf(app, family, [], { token: stranger.tokens.owner })).status).toBe(404)
    const me = (token: string) => app.as(token).get<Reply<'account.read'>>('/me')
    expect((await me(family.tokens.owner)).body).toMatchObject({
      families: [],
      erasedFamilies: [{ familyId: family.familyId, erasureId: asked.erasureId, mayCancel: true }],
    })
    expect((await me(family.tokens.caregiver)).body.erasedFamilies).toMatchObject([{ mayCancel: false }])

    expect((await cancel(asked.erasureId, family.tokens.viewer)).body.code).toBe('role_forbidden')
    expect((await cancel(asked.erasureId)).status).toBe(200)
    expect((await syncOf(app, family, [], caregiver())).status).toBe(200)
  })

  it('is gone from every table once it is due, and another family is untouched', async () => {
    const other = await makeFamily(app)
    await syncOf(app, other, [create(other.childId)])
    await syncOf(app, family, [create(family.childId), dose(family.childId, family.productId, '2026-01-15T22:10:00Z')])
    await post(`/families/${family.familyId}/invites`, { role: 'viewer' })
    const before = await rowsOf(other.familyId)
    await eraseFamily()
    await Promise.all([run(inDays(3)), run(inDays(3))])
    expect(await rowsOf(family.familyId)).toEqual({})
    expect(await everything()).not.toContain(family.familyId)
    expect(await rowsOf(other.familyId)).toEqual(before)
    expect((await syncOf(app, family, [])).status).toBe(404)
  })
})

describe('an account that is to be erased', () => {
  const eraseAccount = (token: string, eraseOwnedFamilies = false) =>
    post<Reply<'account.erase'>>('/me/erase', { eraseOwnedFamilies }, token)

  it('leaves its families at once, and is back in them when that is taken back', async () => {
    const token = family.tokens.caregiver
    expect((await eraseAccount(token)).status).toBe(200)
    expect((await syncOf(app, family, [], { token })).status).toBe(404)
    expect(await app.as(token).post('/invites/accept', { code: 'K7QM-4XPA', memberName: '姥姥' })).toMatchObject({
      status: 410,
      body: { code: 'account_erased' },
    })
    expect((await app.as(token).get<Reply<'account.read'>>('/me')).body.erasure).toBeDefined()
    await post('/me/erase/cancel', { confirm: true }, token)
    await run(inDays(9))
    expect((await syncOf(app, family, [create(family.childId)], { token })).status).toBe(200)
  })

  it('hands its families over first, or takes them along when that is said', async () => {
    expect(await eraseAccount(family.tokens.owner)).toMatchObject({
      status: 409,
      body: { code: 'owner_must_hand_over' },
    })
    expect((await eraseAccount(family.tokens.owner, true)).status).toBe(200)
    expect((await syncOf(app, family, [], caregiver())).body).toMatchObject({ code: 'family_erased' })
    await post('/me/erase/cancel', { confirm: true })
    expect((await syncOf(app, family, [], caregiver())).status).toBe(200)
  })

  it('is a bare id once it is due: no name, no way to sign in, and what it wrote stays', async () => {
    const entry = create(family.childId)
    await syncOf(app, family, [entry], caregiver())
    await post(`/families/${family.familyId}/members/own-name`, { memberName: '特别的称呼' }, family.tokens.caregiver)
    await eraseAccount(family.tokens.caregiver)
    await run(inDays(3))
    await run(inDays(3))
    expect(await everything()).not.toContain('特别的称呼')
    const identities = await database.query('select * from account_identity where account_id = $1', [
      family.accounts.caregiver,
    ])
    expect(identities).toEqual([])
    const { body } = await syncOf(app, family, [])
    expect(body.records).toContainEqual(
      expect.objectContaining({ id: family.accounts.caregiver, name: '已注销的成员', removed: true }),
    )
    expect(body.records.some(({ id }) => id === entry.entryId)).toBe(true)
  })
})
