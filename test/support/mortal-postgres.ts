import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../cloud/local/embedded-postgres.ts'
import { migrateDatabase } from '../../cloud/local/migrate-database.ts'
import { provisionDatabase, type DatabaseUrls } from '../../cloud/local/provision.ts'

/** A Postgres of a test's own, durable as in production, that can be killed and comes back on the same port. */
export interface MortalPostgres extends DatabaseUrls {
  /** Of the same database, past every policy. */
  readonly superuserUrl: string
  /** Where its cluster is. */
  readonly directory: string
  /** SIGKILL to the postmaster: no checkpoint, no goodbye. Resolves when every process of it is gone. */
  kill(): Promise<void>
  revive(): Promise<void>
  stop(): void
}

export async function startMortalPostgres(): Promise<MortalPostgres> {
  const directory = mkdtempSync(path.join(tmpdir(), 'shouwen-faults-'))
  chmodSync(directory, 0o755) // root may start the tests; the database user must be able to enter
  const first = await startEmbeddedPostgres({ directory })
  let stop = first.stop
  const urls = await provisionDatabase(first.superuserUrl, { database: 'shouwen' })
  await migrateDatabase(urls)
  return {
    ...urls,
    directory: first.directory,
    superuserUrl: Object.assign(new URL(first.superuserUrl), { pathname: '/shouwen' }).href,
    async kill() {
      const postmaster = postmasterOf(first)
      const family = [postmaster, ...processesBelow(postmaster)]
      process.kill(postmaster, 'SIGKILL')
      while (family.some(isAlive)) await pause(20)
    },
    async revive() {
      const again = await startEmbeddedPostgres({ directory, settings: { port: String(first.port) } })
      stop = again.stop
    },
    stop() {
      stop()
      for (const place of [directory, first.directory]) rmSync(place, { recursive: true, force: true })
    },
  }
}

export const postmasterOf = ({ directory }: Pick<MortalPostgres, 'directory'>): number =>
  Number(readFileSync(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/** `pid (comm) state ppid …` of every process. */
export const processesBelow = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.parent === parent)

/** A zombie that nobody has collected yet is dead. */
const isAlive = (pid: number): boolean => {
  const state = statOf(pid)?.state
  return state !== undefined && state !== 'Z'
}

function statOf(pid: number): { state: string; parent: number } | null {
  try {
    const [state = '', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return null
  }
}
