import pg from 'pg'
import { DEMO_FAMILY } from '../../server/demo/demo-family.ts'
import { stackUnderTest } from './stack-under-test.ts'

/** An entry as it stands in the database, past the API and past every phone. */
export interface StoredEntry {
  readonly id: string
  readonly kind: string
  readonly celsius: number | null
  readonly symptom: string | null
  readonly present: boolean | null
  readonly note: string | null
  readonly microlitres: number | null
  readonly verdict: string | null
  readonly deleted: boolean
  /** How often it was written. */
  readonly revisions: number
}

const ENTRIES = `
  select id, kind, centi_celsius / 100.0::float8 as celsius, symptom, present, note, volume_microlitres as microlitres,
    dose_check ->> 'verdict' as verdict, deleted,
    (select count(*)::int from revision r where r.family_id = e.family_id and r.entry_id = e.id) as revisions
  from entry e order by seq`

/** Everything the demo family has written, as the API's role sees it under its row-level security. */
export const storedEntries = (): Promise<StoredEntry[]> => ask<StoredEntry>(ENTRIES)

/** What somebody has said they are giving, as it stands in the database. */
export interface StoredIntent {
  readonly outcome: string | null
  /** Every rule that spoke against it when it was said. */
  readonly rules: readonly string[]
}

export const storedIntents = (): Promise<StoredIntent[]> =>
  ask<StoredIntent>(`select outcome, dose_check -> 'rules' as rules from dose_intent order by seq`)

async function ask<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: stackUnderTest().databaseUrl })
  await client.connect()
  try {
    await client.query(`select set_config('app.family_id', $1, false)`, [DEMO_FAMILY.id])
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

/** What was written since `before` was read. */
export function writtenSince(before: readonly StoredEntry[], now: readonly StoredEntry[]): StoredEntry[] {
  const known = new Set(before.map(({ id }) => id))
  return now.filter(({ id }) => !known.has(id))
}
