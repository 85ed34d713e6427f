import { readDatabaseEnv } from '../../server/config/env.ts'
import { beginNewEpoch } from '../../server/database/new-epoch.ts'
import { makeFamily } from '../support/factories.ts'
import { RealPhone } from '../support/real-phone.ts'
import { PATIENCE_MS } from '../support/rounds.ts'
import { startTestApp } from '../support/test-app.ts'
import { createTestDatabase, restoreFrom, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const reading = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-15T22:10:00+08:00', celsius, site: 'axillary' }) as const

describe('a database that comes back as it was some time ago', () => {
  it(
    'gets again what phones had sent since, entries and cabinet alike, and every phone shows the same',
    async () => {
      const before = await startTestApp(database)
      const family = await makeFamily(before)
      const { childId, productId, familyId, tokens, accounts } = family
      const mama = new RealPhone(before.url, tokens.owner, accounts.owner, 1)
      const baba = new RealPhone(before.url, tokens.caregiver, accounts.caregiver, 2)
      for (const phone of [mama, baba]) await phone.sync()
      mama.core.entries.log(childId, reading(38.1))
      for (const phone of [mama, baba]) await phone.sync()

      // The backup knows this much.
      await before.close()
      const restore = await restoreFrom(database)
      const lost = await startTestApp(database)
      for (const phone of [mama, baba]) phone.apiUrl = lost.url

      // All of this is acknowledged, and then the database is gone.
      mama.core.entries.log(childId, reading(39.2))
      const [seen] = baba.core.family.get().entries
      baba.core.entries.edit(seen!, reading(38.2))
      baba.core.facts.add({ kind: 'weight', childId, on: '2026-01-14', weightKg: 14.6, confirmed: false })
      const announced = mama.core.intents.announce(childId, { productId, ml: 5 })
      if (!announced.ok) throw new Error(announced.problem)
      for (const phone of [mama, baba, mama]) await phone.sync()
      mama.core.entries.log(childId, { kind: 'dose', at: reading(0).at, productId, ml: 5 }, announced.value.intentId)
      mama.core.facts.takeDuty(accounts.caregiver)
      for (const phone of [mama, baba, mama]) await phone.sync()
      for (const phone of [mama, baba]) expect(phone.core.outbox.rows.get()).toEqual([])
      // Baba has this on his phone only.
      baba.network.turn(false)
      baba.core.entries.log(childId, reading(39.9))
      await lost.close()

      await restore()
      const env = { ...readDatabaseEnv({ DATABASE_URL: database.apiUrl }), DATABASE_OWNER_URL: database.ownerUrl }
      expect(await beginNewEpoch(env)).toBe(1)
      const [only] = await database.query<{ n: number }>('select count(*)::int as n from change')
      expect(only!.n).toBe(1)

      const after = await startTestApp(database)
      for (const phone of [mama, baba]) phone.apiUrl = after.url
      baba.network.turn(true)
      for (const phone of [baba, mama, baba, mama]) await phone.sync()
      const made = new Set([...mama.made.keys(), ...baba.made.keys()])
      const stored = await database.query<{ id: string; outcome: string }>(
        'select change_id as id, outcome from change where family_id = $1',
        [familyId],
      )
      expect(new Set(stored.map(({ id }) => id))).toEqual(made)
      expect(stored.filter(({ outcome }) => outcome !== 'saved')).toEqual([])
      for (const { core } of [mama, baba]) {
        const { entries, weights, intents, duty } = core.family.get()
        const told = entries.map(({ content }) => (content.kind === 'temperature' ? content.celsius : content.kind))
        expect(told.sort()).toEqual([38.2, 39.2, 39.9, 'dose'])
        expect(weights.map(({ weightKg }) => weightKg).sort()).toEqual([14.2, 14.6])
        expect(intents).toMatchObject([{ outcome: 'given', state: 'saved' }])
        expect(duty).toMatchObject({ accountId: accounts.caregiver })
        expect(core.outbox.rows.get()).toEqual([])
      }
      await after.close()
    },
    PATIENCE_MS,
  )

  it('still keeps every family behind its wall', async () => {
    const [family] = await database.query<{ forced: boolean }>(
      "select relforcerowsecurity as forced from pg_class where relname = 'family'",
    )
    expect(family).toEqual({ forced: true })
  })
})
