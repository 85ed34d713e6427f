import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { makeFamily, type TestFamily } from '../support/factories.ts'
import { LivePhone } from '../support/live-phone.ts'
import { RealPhone } from '../support/real-phone.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
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
const logFor = ({ childId }: TestFamily, phone: RealPhone, celsius: number): void => {
  expect(phone.core.entries.log(childId, reading(celsius)).ok).toBe(true)
}
const log = (phone: RealPhone, celsius: number): void => logFor(family, phone, celsius)
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

  it(
    'tell phones over their own sockets, and a phone whose instance dies comes back by itself over the other',
    async () => {
      for (let round = 0; round < rounds(1, 10); round++) {
        const here = await makeFamily(app)
        let dying = await startApiProcess(database.apiUrl)
        const phones = [
          new RealPhone(dying.url, here.tokens.owner, here.accounts.owner, 3),
          new RealPhone(other.url, here.tokens.caregiver, here.accounts.caregiver, 4),
        ] as const
        const [mama, baba] = phones
        const isLive = ({ core }: RealPhone): boolean => core.sync.connection.get().isLive
        const shows = (phone: RealPhone, celsius: number) => () => readings(phone).includes(`${celsius} saved`)
        for (const { core } of phones) core.wakeUp()
        await until(phones, () => phones.every(isLive))

        // Nobody asks: each hears of the other's by its socket.
        logFor(here, mama, 38.1)
        await until(phones, shows(baba, 38.1))
        logFor(here, baba, 38.2)
        await until(phones, shows(mama, 38.2))

        // What is on its way and what is written while there is nobody to take it is kept.
        logFor(here, mama, 38.3)
        await dying.kill()
        await until(phones, () => !isLive(mama))
        logFor(here, mama, 38.4)
        logFor(here, baba, 38.5)
        await until(phones, shows(baba, 38.5))
        expect(readings(mama)).toContain('38.4 pending')

        mama.apiUrl = other.url // as the gateway in front of them sends it on
        await until(phones, () => isLive(mama))
        const all = [38.1, 38.2, 38.3, 38.4, 38.5].map((celsius) => `${celsius} saved`)
        await until(phones, () => [mama, baba].every((phone) => isDeepStrictEqual(readings(phone), all)))

        // And back again, live, on a new instance.
        dying = await startApiProcess(database.apiUrl)
        mama.core.fallAsleep()
        mama.apiUrl = dying.url
        mama.core.wakeUp()
        await until(phones, () => isLive(mama))
        logFor(here, baba, 38.6)
        await until(phones, shows(mama, 38.6))
        for (const { core } of phones) core.fallAsleep()
        await dying.stop()
      }
    },
    PATIENCE_MS,
  )
})

/** Lets the phones' time go on until it is so; what never comes is ended by the test's own patience. */
async function until(phones: readonly RealPhone[], isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    for (const { clock } of phones) await clock.pass(250)
    await pause(15)
  }
}
