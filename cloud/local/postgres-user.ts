import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** The system user Postgres runs as; null: the one who runs us. Postgres refuses to run as root. */
export interface PostgresUser {
  readonly uid: number
  readonly gid: number
}

/** Nobody special unless we are root; then the owner of an existing cluster, else `postgres`, else `nobody`. */
export function postgresUser(clusterDirectory: string): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(clusterDirectory, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = systemUser('postgres') ?? systemUser('nobody')
  if (!found)
    throw new Error('Postgres cannot run as root, and this system has neither a user "postgres" nor "nobody".')
  return found
}

function systemUser(name: string): PostgresUser | null {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** Can this user enter the folder? A parent with mode 0700 that belongs to root keeps everybody else out. */
export function canEnter(user: PostgresUser | null, directory: string): boolean {
  if (!user) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
