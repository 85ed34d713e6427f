import { makeFamily } from '../../support/factories.ts'
import { syncOf } from '../../support/sync.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { MINUTE, instant, shift, type Instant } from '../../../shared/time/instant.ts'

interface Answered {
  readonly phones: readonly { readonly accountId: string; readonly name: string; readonly heardAt: string | null }[]
}

const BEGUN = instant(Date.UTC(2026, 0, 15, 19, 10))

let database: TestDatabase
let app: TestApp
let now: Instant = BEGUN

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { clock: { now: () => now } })
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

describe('the answer before a dose', () => {
  it('names when the phone of each other caregiver was last heard from, and nobody’s who gives none', async () => {
    const family = await makeFamily(app)
    const path = `/families/${family.familyId}/children/${family.childId}/dose-check`
    const ask = async () => {
      const { status, body } = await app.as(family.tokens.owner).post<Answered>(path, { productId: family.productId })
      expect(status).toBe(200)
      return body.phones.map(({ name, heardAt }) => [name, heardAt])
    }
    expect(await ask()).toEqual([['caregiver', null]])

    await syncOf(app, family, [], { token: family.tokens.caregiver })
    expect(await ask()).toEqual([['caregiver', '2026-01-15T19:10:00+00:00']])

    now = shift(BEGUN, 5 * MINUTE)
    expect(await ask()).toEqual([['caregiver', '2026-01-15T19:10:00+00:00']])
    await syncOf(app, family, [], { token: family.tokens.caregiver })
    expect(await ask()).toEqual([['caregiver', '2026-01-15T19:15:00+00:00']])
  })
})
