import { setTimeout as pause } from 'node:timers/promises'
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
