import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { makeFamily, type TestFamily } from '../support/factories.ts'
import { LivePhone } from '../support/live-phone.ts'
import { RealPhone } from '../support/real-phone.ts'
import { PATIENCE_MS } from '../support/rounds.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let family: TestFamily
let one: ApiProcess
let other: ApiProcess

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  family = await makeFamily(app)
  ;[one, other] = await Promise.all([startApiProcess(database.apiUrl), startApiProcess(database.apiUrl)])
}, PATIENCE_MS)
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()])
  await app.close()
  await database.drop()
})

const reading = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-15T22:10:00+08:00', celsius, site: 'axillary' }) as const
const log = (phone: RealPhone, celsius: number): void => {
  expect(phone.core.entries.log(family.childId, reading(celsius)).ok).toBe(true)
}
const readings = (phone: RealPhone) =>
  phone.core.family
    .get()
    .entries.map(({ content, state }) => `${content.kind === 'temperature' ? content.celsius : ''} ${state}`)
    .sort()

describe('two instances of the API on one database', () => {
  it(
    'carry live news across, and when one is killed its phones go on with the other',
    async () => {
      const { tokens, accounts, familyId } = family
      const mama = new RealPhone(one.url, tokens.owner, accounts.owner, 1)
      const baba = new RealPhone(other.url, tokens.caregiver, accounts.caregiver, 2)
      for (const phone of [mama, baba]) await phone.sync()

      const ears = await LivePhone.ready(other.url, tokens.caregiver, [familyId])
      log(mama, 38.5)
      await mama.sync()
      await ears.news(familyId, 8)
      await baba.sync()
      expect(readings(baba)).toEqual(['38.5 saved'])

      log(mama, 38.7)
      const dying = mama.sync()
      await one.kill()
      await dying
      log(mama, 38.9)
      await mama.sync()
      expect(readings(mama).filter((row) => row.endsWith('pending')).length).toBeGreaterThanOrEqual(1)

      mama.apiUrl = other.url
      await mama.sync()
      await ears.news(familyId, 10)
      await baba.sync()
      expect(readings(mama)).toEqual(['38.5 saved', '38.7 saved', '38.9 saved'])
      expect(readings(baba)).toEqual(readings(mama))
      await ears.end()
    },
    PATIENCE_MS,
  )
})
