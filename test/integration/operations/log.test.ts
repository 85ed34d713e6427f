import { setTimeout as pause } from 'node:timers/promises'
import { create, dose, edit, makeFamily, remove } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { syncOf } from '../../support/sync.ts'
import { proxyTo } from '../../support/tcp-proxy.ts'
import { startTestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const CHILD = '乐乐小名很特别'
const NOTE = '半夜哭着要抱抱的那句话'
const CELSIUS = 39.73

describe('the log', () => {
  it('tells what happened, at its loudest, without a name, a note, a value or a token', async () => {
    const proxy = await proxyTo(database.apiUrl)
    const app = await startTestApp({ apiUrl: proxy.url }, { env: { DEMO: 'true', DATABASE_CONNECT_TIMEOUT_MS: '300' } })
    const family = await makeFamily(app, { childName: CHILD })
    const phone = await LivePhone.ready(app.url, family.tokens.owner, [family.familyId])
    const note = create(family.childId, { kind: 'note', text: NOTE } as never)
    const reading = create(family.childId, { celsius: CELSIUS })
    await syncOf(app, family, [
      note,
      reading,
      dose(family.childId, family.productId, '2026-01-15T22:15:00+08:00', 4.321),
    ])
    await syncOf(app, family, [
      edit(reading, 1, { celsius: CELSIUS + 0.01 }),
      edit(reading, 1, { celsius: 36.11 }),
      remove(note, 1),
    ])
    await app.as('a.forged.token').get('/me')
    await app
      .as(family.tokens.owner)
      .get(`/families/${family.familyId}/children/${family.childId}/entries?from=${encodeURIComponent(NOTE)}`)
    await app.as(family.tokens.owner).get(`//nowhere/${encodeURIComponent(CHILD)}?token=${family.tokens.owner}`)
    await app.as(family.tokens.owner).send(`/families/${family.familyId}/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"note": "${NOTE}`,
    })
    // A row that breaks a constraint is quoted whole in Postgres’ own message.
    await database.query("alter table entry add constraint trap check (note is distinct from '机关')")
    await syncOf(app, family, [create(family.childId, { kind: 'note', text: '机关' } as never)])
    await database.query('alter table entry drop constraint trap')
    proxy.cut()
    await syncOf(app, family, [create(family.childId, { kind: 'note', text: NOTE } as never)])
    proxy.restore()
    await phone.end()
    await pause(50)
    await app.close()
    proxy.close()

    const log = app.logged()
    expect(log.split('\n').length).toBeGreaterThan(15)
    expect(log).toContain('"code":"23514","constraint":"trap"')
    expect(log).toContain('"code":"database_unavailable"')
    for (const secret of [
      CHILD,
      NOTE,
      '机关',
      String(CELSIUS),
      '3973',
      '36.11',
      '4.321',
      '美林',
      ...Object.values(family.tokens),
      'a.forged.token',
      'only tests know',
    ])
      expect(log).not.toContain(secret)
    expect(log).not.toContain(new URL(database.apiUrl).password)
    for (const line of log.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
  })

  it('carries the request’s id in every line written on its behalf', async () => {
    const app = await startTestApp(database)
    const family = await makeFamily(app)
    await database.query("alter table entry add constraint trap check (note is distinct from '机关')")
    const { status, body, headers } = await app
      .as(family.tokens.owner)
      .post(
        `/families/${family.familyId}/sync`,
        { epoch: null, cursor: 0, changes: [create(family.childId, { kind: 'note', text: '机关' } as never)] },
        { 'x-request-id': 'request-of-a-phone' },
      )
    await database.query('alter table entry drop constraint trap')
    await app.close()
    expect([status, body.code, body.requestId]).toEqual([500, 'internal', 'request-of-a-phone'])
    expect(Object.keys(body).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
    expect(headers.get('x-request-id')).toBe('request-of-a-phone')
    const lines = app
      .logged()
      .split('\n')
      .filter((line) => line.includes('"requestId":"request-of-a-phone"'))
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['a request failed', 'request'])
  })
})
