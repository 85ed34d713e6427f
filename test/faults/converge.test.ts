import * as fc from 'fast-check'
import { makeFamily } from '../support/factories.ts'
import { RealPhone } from '../support/real-phone.ts'
import { Replay } from '../support/replay.ts'
import { knowledgeOf, play, steps } from '../support/schedules.ts'
import { tell } from '../support/tally.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

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

interface StoredChange {
  readonly id: string
  readonly outcome: string
  readonly revision: number | null
  readonly entry: string | null
  readonly fact: string | null
}

/** Every change is there exactly once, and every revision comes from one: in the order in which they were stored. */
async function storedOnce(familyId: string, phones: readonly RealPhone[]): Promise<number> {
  const made = new Map(phones.flatMap((one) => [...one.made]).map(([changeId, row]) => [changeId, row.change]))
  const stored = await database.query<StoredChange>(
    'select change_id as id, outcome, revision, entry_id as entry, fact_id as fact from change where family_id = $1 order by seq',
    [familyId],
  )
  expect(stored.map(({ id }) => id).sort()).toEqual([...made.keys()].sort())

  const replay = new Replay()
  for (const { id, outcome } of stored) {
    const change = made.get(id)!
    if ('entryId' in change && change.op !== 'entry.erase')
      expect({ id, outcome: replay.apply(change) }).toEqual({ id, outcome })
  }
  const revisions = await database.query<{ entry: string; n: number; stale: boolean; content: unknown }>(
    'select entry_id as entry, revision as n, stale, content from revision where family_id = $1',
    [familyId],
  )
  expect(revisions).toHaveLength(stored.filter(({ entry }) => entry !== null).length)
  for (const { entry, n, stale } of revisions)
    expect({ entry, n, stale }).toEqual({ entry, n, stale: replay.entries.get(entry)!.said.get(n)!.isStale })

  const shown = new Map(phones[0]!.core.family.get().entries.map((row) => [row.id, row]))
  for (const [entryId, { content, revision }] of replay.entries) {
    if (content === null) expect(shown.has(entryId)).toBe(false)
    else {
      expect(shown.get(entryId)).toMatchObject({ content, revision, state: 'saved' })
      expect(shown.get(entryId)!.conflicting.map((one) => one.revision)).toEqual(replay.conflictsOf(entryId))
    }
  }
  const facts = stored.filter(({ fact }) => fact !== null)
  const kept = await database.query<{ n: number }>(
    'select count(*)::int as n from fact_revision where family_id = $1 and account_id is not null',
    [familyId],
  )
  expect(kept[0]!.n).toBe(facts.length)
  return stored.length
}

describe('whatever several phones do and whatever happens on the way', () => {
  it(
    'once their outboxes are empty they show what the server has, and every change stands, stood, or is in conflict',
    async () => {
      let changes = 0
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 2, max: 5 }), steps, async (count, schedule) => {
          const family = await makeFamily(app)
          const phones = Array.from({ length: count }, (_, index) => {
            const role = index % 2 === 0 ? 'owner' : 'caregiver'
            return new RealPhone(app.url, family.tokens[role], family.accounts[role], index + 1)
          })
          await play(phones, schedule, family)
          const fresh = new RealPhone(app.url, family.tokens.viewer, family.accounts.viewer, 9)
          await fresh.sync()
          for (const one of phones) expect(knowledgeOf(one)).toEqual(knowledgeOf(fresh))
          changes += await storedOnce(family.familyId, phones)
        }),
        { numRuns: rounds(8, 220) },
      )
      tell(`${rounds(8, 220)} schedules over the API and Postgres, ${changes} changes stored`)
    },
    PATIENCE_MS,
  )
})
