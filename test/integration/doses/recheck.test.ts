import { create, dose, edit, makeFamily, remove, type TestFamily } from '../../support/factories.ts'
import { LivePhone } from '../../support/live-phone.ts'
import { entryOf, syncOf } from '../../support/sync.ts'
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

const on = (family: TestFamily) => ({
  send: (...changes: unknown[]) => syncOf(app, family, changes),
  given: (clock: string) => dose(family.childId, family.productId, `2026-01-${clock}+08:00`),
  /** What every phone is told of these entries: verdict and place in the order. */
  told: async (...changes: { entryId: string }[]) => {
    const answer = await syncOf(app, family, [])
    return changes.map(({ entryId }) => {
      const { check, seq, revision } = entryOf(answer, entryId)
      return { verdict: check?.verdict ?? null, seq, revision, remarks: remarksOf(check) }
    })
  },
})

type Check = ReturnType<typeof entryOf>['check']

const remarksOf = (check: Check) =>
  (check?.ingredients ?? []).flatMap(({ evidence }) =>
    evidence
      .filter(({ reason }) => reason === 'loosened_by_edit')
      .map(({ entryIds, values }) => [entryIds[0], values.was]),
  )

describe('a dose written late', () => {
  it('is looked at at its own time, and so are those after it, on every phone', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [first, later] = [given('15T20:00:00'), given('16T04:00:00')]
    await send(first, later)
    expect((await told(later))[0]).toMatchObject({ verdict: 'allowed', seq: expect.any(Number) })
    const phone = await LivePhone.ready(app.url, family.tokens.viewer, [family.familyId])

    const late = given('16T00:00:00')
    const { body } = await send(late)
    const { seq, check } = body.results[0]!
    expect(check?.verdict).toBe('too_soon')
    await phone.news(family.familyId, seq!)
    const [one, two] = await told(first, later)
    expect([one!.verdict, two!.verdict]).toEqual(['allowed', 'too_soon'])
    // The later dose took the place of the change in the order, so that a phone that has pulled up to it hears of it.
    expect(two).toMatchObject({ seq, revision: 1, remarks: [] })
    expect(one!.seq).toBeLessThan(seq!)
    await phone.end()
  })

  it('reaches a phone that pulls on from where it stood', async () => {
    const family = await makeFamily(app)
    const { send, given } = on(family)
    const later = given('16T04:00:00')
    const { cursor, epoch } = (await send(later)).body
    await send(given('16T02:00:00'))
    const pulled = await syncOf(app, family, [], { cursor, epoch, token: family.tokens.viewer })
    expect(entryOf(pulled, later.entryId).check?.verdict).toBe('too_soon')
  })

  it('leaves what is more than 24 hours after it, and what does not change, where it is', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [near, far] = [given('16T19:00:00'), given('17T20:01:00')]
    await send(near, far)
    const before = await told(near, far)
    await send(create(family.childId, { kind: 'note', at: '2026-01-15T20:00:00+08:00', text: '记一笔' }))
    expect(await told(near, far)).toEqual(before)
    await send(given('15T20:00:00'))
    const after = await told(near, far)
    // One dose more in its 24 hours: what is said of it has changed. The other one rests on nothing new.
    expect([after[0]!.seq > before[0]!.seq, after[1]]).toEqual([true, before[1]])
  })

  it('breaks ties by id', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [a, b] = [given('15T20:00:00'), given('15T20:00:00')].sort((x, y) => (x.entryId < y.entryId ? -1 : 1))
    await send(b)
    await send(a)
    expect((await told(a!, b!)).map(({ verdict }) => verdict)).toEqual(['allowed', 'too_soon'])
  })
})

describe('a dose that is edited or deleted', () => {
  it('moved away frees the next one, which says so', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [first, next] = [given('15T20:00:00'), given('15T23:00:00')]
    await send(first, next)
    expect((await told(next))[0]!.verdict).toBe('too_soon')
    await send(edit(first, 1, { at: '2026-01-15T16:00:00+08:00' }))
    expect((await told(next))[0]).toMatchObject({
      verdict: 'allowed',
      revision: 1,
      remarks: [[first.entryId, 'too_soon']],
    })
    await send(edit(first, 2, { at: '2026-01-15T20:00:00+08:00' }))
    expect((await told(next))[0]).toMatchObject({ verdict: 'too_soon', remarks: [[first.entryId, 'too_soon']] })
  })

  it('moved to another day frees what was after it, and stands before what is after it now', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [moved, old, other] = [given('15T20:00:00'), given('15T23:00:00'), given('12T23:00:00')]
    await send(other, moved, old)
    await send(edit(moved, 1, { at: '2026-01-12T20:00:00+08:00' }))
    expect((await told(old, other)).map(({ verdict }) => verdict)).toEqual(['allowed', 'too_soon'])
  })

  it('says of itself what it was before its own edit', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [first, next] = [given('15T20:00:00'), given('15T23:00:00')]
    await send(first, next)
    const { body } = await send(edit(next, 1, { at: '2026-01-16T03:00:00+08:00' }))
    expect(body.results[0]!.check?.verdict).toBe('allowed')
    expect((await told(next))[0]!.remarks).toEqual([[next.entryId, 'too_soon']])
  })

  it('deleted frees those after it, and has no answer itself', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [first, next] = [given('15T20:00:00'), given('15T23:00:00')]
    await send(first, next)
    const { body } = await send(remove(first, 1))
    const [gone, freed] = await told(first, next)
    expect(gone!.verdict).toBeNull()
    expect(freed).toMatchObject({
      verdict: 'allowed',
      seq: body.results[0]!.seq,
      remarks: [[first.entryId, 'too_soon']],
    })
  })

  it('kept beside the current one in a conflict changes no answer', async () => {
    const family = await makeFamily(app)
    const { send, given, told } = on(family)
    const [first, next] = [given('15T20:00:00'), given('15T23:00:00')]
    await send(first, next, edit(first, 1, { ml: 4 }))
    const before = await told(next)
    const { body } = await send(remove(first, 1))
    expect(body.results[0]!.outcome).toBe('conflict')
    expect(await told(next)).toEqual(before)
  })
})

describe('the question "may I give this now?"', () => {
  it('is answered from all that is on record, and reserves nothing', async () => {
    const family = await makeFamily(app)
    const path = `/families/${family.familyId}/children/${family.childId}/dose-check`
    const ask = (body: object) => app.as(family.tokens.viewer).post<NonNullable<Check>>(path, body)
    const first = await ask({ productId: family.productId, ml: 5 })
    expect([first.status, first.body.verdict]).toEqual([200, 'cannot_confirm'])
    expect(first.body.ingredients[0]!.evidence.map(({ reason }) => reason)).toContain('weight_outdated')
    expect((await ask({ ingredient: 'aspirin' })).body.verdict).toBe('banned')
    expect((await ask({ productId: family.productId, ml: 5 })).body).toMatchObject({ verdict: 'cannot_confirm' })
    expect((await ask({ ingredient: 'ibuprofen', ml: 5, mg: 100 })).status).toBe(400)
  })
})
