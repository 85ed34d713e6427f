import type { QueryRunner } from 'typeorm'
import { grantJobsTo } from './job-schema.ts'
import { MIGRATIONS_TABLE } from './data-source.ts'

const READ = 'SELECT'
const APPEND = 'SELECT, INSERT'
const WRITE = 'SELECT, INSERT, UPDATE'
const PURGE = 'SELECT, INSERT, UPDATE, DELETE'

/** What the API's role may do, table by table; nothing else, and nothing on a table that is not here. */
export const GRANTS: Readonly<Record<string, string>> = {
  [MIGRATIONS_TABLE]: READ,
  account: APPEND,
  account_identity: APPEND,
  session: PURGE,
  family: WRITE,
  member: WRITE,
  consent: APPEND,
  tombstone: READ,
  erasure: WRITE,
  erasure_due: 'SELECT, INSERT, DELETE',
  account_erasure: 'SELECT, INSERT, DELETE',
  access_log: APPEND,
  invite: PURGE,
  invite_directory: 'SELECT, INSERT, DELETE',
  login_link: PURGE,
  child: WRITE,
  weight: WRITE,
  condition: WRITE,
  product: WRITE,
  fact_revision: APPEND,
  duty: APPEND,
  dose_intent: PURGE,
  duplicate_answer: APPEND,
  proposal: WRITE,
  entry: WRITE,
  revision: APPEND,
  change: APPEND,
  upkeep: PURGE,
  guess: PURGE,
}

/** What it may have done with the owner's rights: to erase what is append only, through these doors alone. */
const DOORS = [
  'erase_entry(uuid, uuid, bigint)',
  'erase_child(uuid, uuid, bigint)',
  'erase_family(uuid)',
  'erase_account(uuid, timestamptz)',
  'forget_access(uuid, timestamptz)',
] as const

/** Gives the API's role exactly those rights; run by the owner after every migration. */
export async function grantTo(role: string, runner: QueryRunner): Promise<void> {
  const api = `"${role.replaceAll('"', '""')}"`
  await runner.query(`
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${api};
    GRANT USAGE ON SCHEMA public TO ${api};
    ${Object.entries(GRANTS)
      .map(([table, rights]) => `GRANT ${rights} ON ${table} TO ${api};`)
      .join('\n')}
    ${DOORS.map((signature) => `GRANT EXECUTE ON FUNCTION ${signature} TO ${api};`).join('\n')}
  `)
  await grantJobsTo(api, runner)
}
