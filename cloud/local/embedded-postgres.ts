import { spawnSync } from 'node:child_process'
import { randomBytes, createHash } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { canEnter, postgresUser, type PostgresUser } from './postgres-user.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { freePort } from './free-port.ts'

export interface EmbeddedPostgres {
  readonly superuserUrl: string
  readonly port: number
  /** Where the cluster really is: elsewhere than asked when the database user could not enter the folder. */
  readonly directory: string
  /** True: this cluster was running already (another process has it, or a killed one left it behind). */
  readonly adopted: boolean
  readonly stop: () => void
}

const SUPERUSER = 'shouwen_root'

/**
 * A real Postgres on loopback, its data in `directory`: started, or adopted when it runs already. Survives a kill at any
 * moment: a half-made cluster never gets its final name, and a stale pid file is cleared.
 */
export async function startEmbeddedPostgres(options: {
  directory: string
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const asked = path.resolve(options.directory)
  mkdirSync(asked, { recursive: true })
  const fallback = path.join('/var/tmp', `shouwen-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`)
  const anyone = postgresUser(path.join(asked, 'cluster'))
  const directory = canEnter(anyone, asked) ? asked : owned(fallback, anyone)
  const user = postgresUser(path.join(directory, 'cluster'))
  if (user) chownSync(directory, user.uid, user.gid)

  const binaries = await postgresBinaries(user, fallback)
  const cluster = path.join(directory, 'cluster')
  const passwordFile = path.join(directory, 'password')
  const log = path.join(directory, 'postgres.log')
  const run = (command: string, args: string[]): void => execute(command, args, { directory, log, user })

  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    createCluster({ cluster, passwordFile, user, run, initdb: binaries.initdb })
  const password = readFileSync(passwordFile, 'utf8').trim()
  const url = (port: number): string => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`

  const running = await adopt(cluster, url)
  const port = running ?? (await freePort(0))
  if (running === null) {
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings }
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
    run(binaries.pgCtl, ['-D', cluster, '-w', '-t', '60', '-l', log, '-o', `-p ${port} ${flags.join(' ')}`, 'start'])
  }
  return {
    superuserUrl: url(port),
    port,
    directory,
    adopted: running !== null,
    stop: () => run(binaries.pgCtl, ['-D', cluster, '-m', 'fast', '-w', 'stop']),
  }
}

/** The folder under a world-writable parent; refused when somebody else has put it there. */
function owned(directory: string, user: PostgresUser | null): string {
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  const { uid } = lstatSync(directory)
  if (uid !== 0 && uid !== user?.uid)
    throw new Error(`${directory} belongs to another user; remove it and start again.`)
  return directory
}

interface Cluster {
  readonly cluster: string
  readonly passwordFile: string
  readonly user: PostgresUser | null
  readonly initdb: string
  readonly run: (command: string, args: string[]) => void
}

function createCluster({ cluster, passwordFile, user, initdb, run }: Cluster): void {
  const half = `${cluster}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) for (const file of [half, passwordFile]) chownSync(file, user.uid, user.gid)
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  run(initdb, [
    '-D',
    half,
    '-U',
    SUPERUSER,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...locale,
    '--no-instructions',
  ])
  renameSync(half, cluster)
}

/** The port of a cluster that runs from this very folder; null when none does, with its stale pid file cleared. */
async function adopt(cluster: string, url: (port: number) => string): Promise<number | null> {
  const pidFile = path.join(cluster, 'postmaster.pid')
  for (let attempt = 0; attempt < 40 && existsSync(pidFile); attempt++) {
    const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
    if (port && (await dataDirectory(url(Number(port)))) === realpathSync(cluster)) return Number(port)
    if (!isPostgres(Number(pid))) {
      rmSync(pidFile, { force: true })
      return null
    }
    await new Promise((resolve) => setTimeout(resolve, 250)) // it is starting up or shutting down
  }
  return null
}

/** After a restart of the machine the pid in a stale file may be any program's. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}

async function dataDirectory(connectionString: string): Promise<string | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory ?? null
  } catch {
    return null
  } finally {
    void client.end().catch(() => undefined)
  }
}

function execute(
  command: string,
  args: string[],
  at: { directory: string; log: string; user: PostgresUser | null },
): void {
  const log = openSync(at.log, 'a', 0o600)
  try {
    if (at.user) fchownSync(log, at.user.uid, at.user.gid)
    const result = spawnSync(command, args, {
      ...at.user,
      cwd: at.directory,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
    })
    if (result.status === 0) return
    const tail = readFileSync(at.log, 'utf8').split('\n').slice(-12).join('\n')
    throw new Error(
      `${path.basename(command)} failed (${result.error?.message ?? result.status}); the end of ${at.log}:\n${tail}`,
    )
  } finally {
    closeSync(log)
  }
}
