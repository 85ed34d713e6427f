import { PgBoss } from 'pg-boss'
import { JOB_SCHEMA } from '../database/job-schema.ts'

/** Longer than any job works; what was killed in the middle is begun again after it. */
const LOST_AFTER_SECONDS = 60
const DAY_SECONDS = 86_400

/** Of each kind one job waits or runs at a time, whatever the number of instances. */
const QUEUE = {
  policy: 'exclusive',
  expireInSeconds: LOST_AFTER_SECONDS,
  retryLimit: 5,
  retryDelay: 30,
  deleteAfterSeconds: DAY_SECONDS,
} as const

interface Surroundings {
  readonly url: string
  /** This instance watches the schedules and the jobs of instances that died. */
  readonly watches: boolean
  readonly onError: (error: Error) => void
}

/** pg-boss, as far as jobs need it. Its schema is the migrations' business: here it is used and never changed. */
export class JobQueue {
  private readonly boss: PgBoss

  constructor({ url, watches, onError }: Surroundings) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: JOB_SCHEMA,
      application_name: 'shouwen jobs',
      max: 2,
      connectionTimeoutMillis: 3_000,
      options: '-c statement_timeout=10000 -c idle_in_transaction_session_timeout=10000',
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      registerInstance: false,
      supervise: watches,
      schedule: watches,
      superviseIntervalSeconds: 30,
      monitorIntervalSeconds: 30,
      maintenanceIntervalSeconds: 600,
    })
    this.boss.on('error', onError)
  }

  /** Rejects while the schema is not there. */
  async open(names: readonly string[]): Promise<void> {
    await this.boss.start()
    for (const name of names) await this.boss.createQueue(name, QUEUE)
  }

  /** From now on this instance works the jobs of a kind, which come as its schedule says. */
  async work(name: string, cron: string, handler: () => Promise<void>): Promise<void> {
    await this.boss.schedule(name, cron, null, { tz: 'UTC' })
    await this.boss.work(name, { pollingIntervalSeconds: 10 }, handler)
  }

  /** Works one job of the kind here and now; false when another instance has it in hand. */
  async workOne(name: string, handler: () => Promise<void>): Promise<boolean> {
    await this.boss.supervise(name) // what was killed in the middle may be begun again
    await this.boss.send(name, null)
    const [job] = await this.boss.fetch(name, { batchSize: 1 })
    if (job === undefined) return false
    try {
      await handler()
    } catch (error) {
      await this.boss.fail(name, job.id, { failed: true })
      throw error
    }
    await this.boss.complete(name, job.id)
    return true
  }

  async close(): Promise<void> {
    await this.boss.stop({ timeout: 10_000 })
  }
}
