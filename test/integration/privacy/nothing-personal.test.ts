import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import { ROUTE_IDS, callWith, goodBody, idsOf, pathOf } from '../../support/contract-calls.ts'
import { announce } from '../../support/changes.ts'
import { create, dose, edit, makeAccount, newFamily, type TestFamily } from '../../support/factories.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp } from '../../support/test-app.ts'
import type { Client } from '../../support/test-client.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

/** Everything a family could tell of itself, each recognisable wherever it turns up. */
const MARKS = {
  family: '记号家庭之名',
  owner: '记号妈妈',
  guest: '记号姥姥',
  child: '记号小宝',
  note: '记号备注那句话',
  medicine: '记号药名',
  product: '记号药箱',
  conditionNote: '记号过敏细节',
  birthDate: '2023-03-07',
  celsius: '39.73',
  ml: '4.321',
  kg: '14.357',
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('a whole night through the API', () => {
  it('leaves no name, note, value or code of the family in the log, the metrics or an error', async () => {
    const app = await startTestApp(database, { env: { METRICS_TOKEN: 'a token of Prometheus' } })
    const { accountId, token } = await makeAccount(app)
    const errors: string[] = []
    const heard = async (answering: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answering
      if (status >= 400) errors.push(JSON.stringify(body))
      return body
    }
    const owner: Client = app.as(token)
    const founded = {
      ...newFamily(),
      name: MARKS.family,
      memberName: MARKS.owner,
      child: { ...newFamily().child, name: MARKS.child, birthDate: MARKS.birthDate },
    }
    await owner.post('/families', founded)
    const { familyId } = founded
    const { childId } = founded.child
    const { code } = (await owner.post<Reply<'invites.create'>>(`/families/${familyId}/invites`, { role: 'caregiver' }))
      .body
    const guest = await makeAccount(app)
    await heard(app.as(guest.token).post('/invites/accept', { code, memberName: MARKS.guest, consentVersion: 1 }))
    await heard(app.as(guest.token).post('/invites/accept', { code: 'K7QM-4XPA', memberName: MARKS.guest }))

    const productId = randomUUID()
    const family = {
      familyId,
      childId,
      productId,
      accounts: { owner: accountId, caregiver: guest.accountId, viewer: guest.accountId },
      tokens: { owner: token, caregiver: guest.token, viewer: guest.token },
    } as TestFamily
    const fact = (content: object) => ({
      op: 'fact.create',
      changeId: randomUUID(),
      madeAt: '2026-01-15T22:00:00+08:00',
      factId: randomUUID(),
      content,
    })
    const cabinet = { kind: 'product', name: MARKS.product, form: 'liquid', minAgeMonths: null, maxDosesPerDay: null }
    const note = create(childId, { kind: 'note', text: MARKS.note } as never)
    const night = [
      { ...fact({ ...cabinet, ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }] }), factId: productId },
      fact({ kind: 'weight', childId, on: '2026-01-10', weightKg: Number(MARKS.kg), confirmed: true }),
      fact({ kind: 'condition', childId, code: 'ibuprofen_allergy', present: true, note: MARKS.conditionNote }),
      announce(childId, { productId, ml: Number(MARKS.ml) }),
      dose(childId, productId, '2026-01-15T22:15:00+08:00', Number(MARKS.ml)),
      create(childId, { kind: 'dose', at: '2026-01-15T22:16:00+08:00', medicine: MARKS.medicine } as never),
      create(childId, { celsius: Number(MARKS.celsius) }),
      note,
      edit(note, 1, { text: `${MARKS.note}二` }),
      edit(note, 1, { text: `${MARKS.note}三` }),
    ]
    await heard(syncOf(app, family, night))
    // The same, refused in every way there is.
    await heard(syncOf(app, family, [{ ...note, content: { ...note.content, text: MARKS.note, extra: MARKS.child } }]))
    await heard(syncOf(app, family, [{ ...note, content: { kind: MARKS.note, at: MARKS.note } }]))
    await heard(owner.post(`/families/${familyId}/rename`, { name: MARKS.family.repeat(40) }))
    await heard(owner.get(`/families/${familyId}/children/${childId}/entries?from=${encodeURIComponent(MARKS.note)}`))
    await heard(owner.get(`/families/${encodeURIComponent(MARKS.family)}/members`))
    for (const id of ROUTE_IDS.filter((one) => !one.startsWith('account.') && !one.startsWith('auth.')))
      await heard(callWith(app.as(guest.token), id, pathOf(id, idsOf(family, note.entryId)), goodBody(id, family)))
    await heard(
      syncOf(app, family, [{ op: 'entry.erase', changeId: randomUUID(), madeAt: note.madeAt, entryId: note.entryId }]),
    )
    await heard(owner.post('/me/erase', { eraseOwnedFamilies: true }))
    await pause(50)
    const metrics = await app.as(null).get<string>('//metrics', { authorization: 'Bearer a token of Prometheus' })
    await app.close()

    expect(metrics.status).toBe(200)
    expect(errors.length).toBeGreaterThan(8)
    const log = app.logged()
    expect(log.split('\n').length).toBeGreaterThan(30)
    for (const [what, mark] of [
      ...Object.entries(MARKS),
      ['code', code],
      ['bare code', code.replace('-', '')],
    ] as const)
      for (const [where, text] of Object.entries({ log, metrics: metrics.body, errors: errors.join('\n') }))
        expect([what, where, text.includes(mark) || text.includes(encodeURIComponent(mark))]).toEqual([
          what,
          where,
          false,
        ])
    for (const secret of [token, guest.token]) expect(log + metrics.body + errors.join()).not.toContain(secret)
  })
})
