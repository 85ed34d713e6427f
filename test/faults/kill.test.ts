import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { create, makeFamily, type TestFamily } from '../support/factories.ts'
import { startMortalPostgres, type MortalPostgres } from '../support/mortal-postgres.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { tell } from '../support/tally.ts'
import { startTestApp } from '../support/test-app.ts'
import { client } from '../support/test-client.ts'

const WRITERS = 6

let postgres: MortalPostgres
let api: ApiProcess
let family: TestFamily

beforeAll(async () => {
  postgres = await startMortalPostgres()
  const app = await startTestApp(postgres)
  family = await makeFamily(app)
  await app.close()
  api = await startApiProcess(postgres.apiUrl)
}, PATIENCE_MS)
afterAll(async () => {
  await api.stop()
  postgres.stop()
})

type Create = ReturnType<typeof create>

/** The outcome of a change as the server told it; null when it said nothing, or that it could not just now. */
async function send(change: Create): Promise<string | null> {
  const path = `/families/${family.familyId}/sync`
  const body = { epoch: null, cursor: 1_000_000, changes: [change] }
  const answer = await client(api.url, family.tokens.owner)
    .post<SyncResponse>(path, body)
    .catch(() => null)
  if (answer === null || answer.status === 503) return null
  // Any other refusal would never end: it is a failure of the test, not of the network.
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 })
  return answer.body.results[0]!.outcome
}

/** Writers that write one entry after the other until there is no answer any more. */
function underLoad() {
  const acknowledged: Create[] = []
  const unanswered: Create[] = []
  let inFlight = 0
  const writing = Array.from({ length: WRITERS }, async () => {
    for (;;) {
      const change = create(family.childId)
      inFlight += 1
      const outcome = await send(change)
      inFlight -= 1
      if (outcome === null) return void unanswered.push(change)
      acknowledged.push(change)
    }
  })
  return { acknowledged, unanswered, inFlight: () => inFlight, end: () => Promise.all(writing) }
}

/** How often each of these stands in the database: as a change, as an entry, as a revision. */
async function copiesOf(changes: readonly Create[]): Promise<{ change: number; entry: number; revision: number }[]> {
  const database = new pg.Client({ connectionString: postgres.superuserUrl })
  await database.connect()
  try {
    const { rows } = await database.query<{ change: number; entry: number; revision: number }>(
      `select (select count(*)::int from change where change_id = one.change_id and entry_id = one.entry_id) as change,
              (select count(*)::int from entry where id = one.entry_id) as entry,
              (select count(*)::int from revision where entry_id = one.entry_id) as revision
       from unnest($1::uuid[], $2::uuid[]) as one (change_id, entry_id)`,
      [changes.map(({ changeId }) => changeId), changes.map(({ entryId }) => entryId)],
    )
    return rows
  } finally {
    await database.end()
  }
}

/** Over all rounds; some of what was never answered had been stored all the same. */
const count = { rounds: 0, acknowledged: 0, unanswered: 0, storedUnanswered: 0 }

const ONCE = { change: 1, entry: 1, revision: 1 }

async function oneRound(kill: () => Promise<void>, revive: () => Promise<void>): Promise<void> {
  const load = underLoad()
  while (load.acknowledged.length < 2 * WRITERS && load.unanswered.length < WRITERS) await pause(5)
  await pause(Math.random() * 100)
  expect(load.inFlight()).toBeGreaterThan(0)
  await kill()
  await load.end()
  await revive()

  expect(load.acknowledged.length).toBeGreaterThan(0)
  expect(load.unanswered).toHaveLength(WRITERS)
  expect(await copiesOf(load.acknowledged)).toEqual(load.acknowledged.map(() => ONCE))
  count.rounds += 1
  count.acknowledged += load.acknowledged.length
  count.unanswered += load.unanswered.length
  for (const copies of await copiesOf(load.unanswered)) {
    count.storedUnanswered += copies.change
    expect([ONCE, { change: 0, entry: 0, revision: 0 }]).toContainEqual(copies)
  }

  // A phone sends again what was not answered, and what was: an answer may get lost.
  for (const change of load.unanswered) {
    let outcome = await send(change)
    while (outcome === null) {
      await pause(100)
      outcome = await send(change)
    }
    expect(['saved', 'duplicate']).toContain(outcome)
  }
  expect(await send(load.acknowledged[0]!)).toBe('duplicate')
  const all = [...load.unanswered, ...load.acknowledged]
  expect(await copiesOf(all)).toEqual(all.map(() => ONCE))
}

describe('what the server has acknowledged', () => {
  it(
    'is there, once, after the API is killed in the middle of load',
    async () => {
      for (let round = 0; round < rounds(5, 50); round++)
        await oneRound(
          () => api.kill(),
          async () => {
            api = await startApiProcess(postgres.apiUrl)
          },
        )
    },
    PATIENCE_MS,
  )

  it(
    'is there, once, after Postgres is killed in the middle of load, and the API goes on by itself',
    async () => {
      for (let round = 0; round < rounds(5, 50); round++)
        await oneRound(
          () => postgres.kill(),
          () => postgres.revive(),
        )
    },
    PATIENCE_MS,
  )

  it('has left no gap in the family’s order', async () => {
    const database = new pg.Client({ connectionString: postgres.superuserUrl })
    await database.connect()
    const { rows } = await database.query<{ seq: string; n: string; first: string }>(
      `select (select seq from family where id = $1) as seq, count(*) as n, min(seq) as first
       from change where family_id = $1`,
      [family.familyId],
    )
    await database.end()
    const { seq, n, first } = rows[0]!
    tell(`kill -9: ${JSON.stringify(count)}`)
    expect(Number(seq) - Number(first) + 1).toBe(Number(n))
  })
})
