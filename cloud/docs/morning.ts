import pg from 'pg'
import { DEMO_FAMILY } from '../../server/demo/demo-family.ts'

const AFTER_LAST_ENTRY_MS = 6 * 60_000

/** The moment the pictures are taken at: the demo night has just ended, whatever time it really is. */
export async function morningOfTheNight(databaseUrl: string): Promise<Date> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`select set_config('app.family_id', $1, false)`, [DEMO_FAMILY.id])
    const { rows } = await client.query<{ last: Date }>('select max(occurred_at) as last from entry')
    return new Date(rows[0]!.last.getTime() + AFTER_LAST_ENTRY_MS)
  } finally {
    await client.end()
  }
}
