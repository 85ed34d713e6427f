import { readFileSync } from 'node:fs'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { readInterchange } from '../../../shared/contract/interchange.ts'
import type { InterchangeJson } from '../../../shared/interchange/interchange-json.ts'
import { DAY, HOUR, instant, parseStamp } from '../../../shared/time/instant.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const night: InterchangeJson = readInterchange(
  JSON.parse(readFileSync(new URL('../../../server/demo/demo-night.shouwen.json', import.meta.url), 'utf8')),
).file!

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const demo = (now = Date.now()) => startTestApp(database, { env: { DEMO: 'true' }, clock: { now: () => instant(now) } })

async function login(app: TestApp, person: string): Promise<{ token: string; account: Reply<'account.read'> }> {
  const { body } = await app.as(null).post<Reply<'demo.login'>>('/demo/login', { person })
  return { token: body.accessToken, account: (await app.as(body.accessToken).get<Reply<'account.read'>>('/me')).body }
}

async function pull(app: TestApp, person: string): Promise<SyncResponse> {
  const { token, account } = await login(app, person)
  const path = `/families/${account.families[0]!.familyId}/sync`
  return (await app.as(token).post<SyncResponse>(path, { epoch: null, cursor: 0, changes: [] })).body
}

describe('the demo family', () => {
  it('has a mother who owns it, a father who cares, and a grandmother who looks', async () => {
    const app = await demo()
    const people = await Promise.all(['mama', 'baba', 'grandma'].map((person) => login(app, person)))
    expect(people.map(({ account }) => account.families)).toMatchObject([
      [{ memberName: '妈妈', role: 'owner' }],
      [{ memberName: '爸爸', role: 'caregiver' }],
      [{ memberName: '姥姥', role: 'viewer' }],
    ])
    expect(new Set(people.map(({ account }) => account.families[0]!.familyId)).size).toBe(1)
    await app.close()
  })

  it('has had its night just now: moved by whole days, the last entry the latest possible before now', async () => {
    const now = Date.now()
    const app = await demo(now)
    const { records } = await pull(app, 'baba')
    const entries = records.filter((record) => record.type === 'entry')
    const times = entries.map(({ content }) => parseStamp(content.at)!.at)
    expect(entries).toHaveLength(night.entries!.length)
    const last = Math.max(...times)
    expect(last).toBeLessThanOrEqual(now)
    expect(last).toBeGreaterThan(now - DAY)
    const original = Math.max(...night.entries!.map(({ at }) => parseStamp(at)!.at))
    expect((last - original) % DAY).toBe(0)

    const child = records.find((record) => record.type === 'child')!
    const age = (birth: string, at: number) => (at - Date.parse(birth)) / HOUR
    expect(age(child.birthDate!, last)).toBe(age(night.child!.birthDate!, original))
    await app.close()
  })

  it('knows who wrote what, and what each dose held', async () => {
    const app = await demo()
    const { records } = await pull(app, 'mama')
    const members = new Map(records.filter((record) => record.type === 'member').map(({ id, name }) => [id, name]))
    const entries = records.filter((record) => record.type === 'entry')
    const authors = entries.map(({ loggedBy, author }) => author ?? members.get(loggedBy!))
    expect(authors).toEqual(night.entries!.map(({ by }) => by))
    const doses = entries.filter(({ content }) => content.kind === 'dose')
    expect(doses.map(({ check }) => check?.ingredients.map(({ ingredient }) => ingredient))).toEqual([
      ['ibuprofen'],
      ['paracetamol'],
      ['ibuprofen'],
    ])
    expect(doses.map(({ check }) => check?.rules)).toEqual([['allowed'], ['allowed'], ['caution']])
    await app.close()
  })

  it('is made once, by however many servers start on it, and stays as its members leave it', async () => {
    const apps = await Promise.all([demo(), demo(), demo()])
    const { records, cursor } = await pull(apps[0], 'mama')
    expect(records.filter(({ type }) => type !== 'consent')).toHaveLength(cursor)
    const { token, account } = await login(apps[1], 'mama')
    const entry = records.findLast((record) => record.type === 'entry')!
    await apps[1].as(token).post(`/families/${account.families[0]!.familyId}/sync`, {
      epoch: null,
      cursor: 0,
      changes: [
        {
          op: 'entry.delete',
          changeId: '00000000-0000-4000-8000-000000000001',
          madeAt: '2026-01-15T22:10:00Z',
          entryId: entry.id,
          baseRevision: 1,
        },
      ],
    })
    await Promise.all(apps.map((app) => app.close()))

    const tomorrow = await demo(Date.now() + DAY)
    const later = await pull(tomorrow, 'mama')
    expect(later.cursor).toBe(cursor + 1)
    expect(later.records.filter((record) => record.type === 'entry' && record.deleted)).toHaveLength(1)
    await tomorrow.close()
  })

  it('is finished by the next start when the first was killed in the middle', async () => {
    const first = await demo()
    const { cursor } = await pull(first, 'mama')
    await first.close()
    // As it stood between making the family and bringing in its night.
    await database.query('truncate child, product cascade')
    await database.query('update family set seq = 4')
    const second = await demo()
    expect((await pull(second, 'mama')).cursor).toBe(cursor)
    await second.close()
  })
})
