import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { asDatabaseError, DatabaseUnavailable } from './database-errors.ts'
import { refuseUnsafeRole } from './role-check.ts'

const PATIENCE_MS = 15_000
const PAUSE_MS = 250

/** Connects, waiting a while for a database that is still starting, and refuses a role that row-level security does not bind. */
export async function connect(source: DataSource): Promise<DataSource> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      await source.initialize()
      surviveKills(source)
      break
    } catch (error) {
      const known = asDatabaseError(error)
      if (!(known instanceof DatabaseUnavailable) || Date.now() > deadline) throw known
      await pause(PAUSE_MS)
    }
  }
  try {
    await refuseUnsafeRole(source)
    return source
  } catch (error) {
    await source.destroy()
    throw error
  }
}

/**
 * The pool lets go of a new connection's errors a moment before a query runner takes them. One that is killed in that
 * moment has told its end to nobody, which would end the process; its next statement fails all the same.
 */
function surviveKills(source: DataSource): void {
  const { master } = source.driver as unknown as { readonly master: Pool }
  master.on('connect', (client) => client.on('error', () => undefined))
}
