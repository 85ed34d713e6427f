import { PgBoss } from 'pg-boss'
import type { QueryRunner } from 'typeorm'

/** The schema of the job queue: pg-boss's own, beside the tables of families, and knowing of none. */
export const JOB_SCHEMA = 'pgboss'

/** Brings the job queue's schema to the version of the library; the owner owns it, and nobody else may change it. */
export async function installJobSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => undefined) // what fails here rejects below
  try {
    await boss.start()
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The API's role works jobs; it owns nothing of the queue. */
export async function grantJobsTo(api: string, runner: QueryRunner): Promise<void> {
  await runner.query(`
    GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${api};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO ${api};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO ${api};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO ${api};
  `)
}
