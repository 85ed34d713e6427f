import { EnvError } from './config/env.ts'
import { DatabaseUnavailable } from './database/database-errors.ts'
import { DatabaseNotReady } from './database/database-health.ts'
import { UnsafeRole } from './database/role-check.ts'

/** Faults of the surroundings and not of the code: one plain message says what to put right. Null for anything else. */
export const startFailure = (error: unknown): string | null =>
  [EnvError, UnsafeRole, DatabaseUnavailable, DatabaseNotReady].some((known) => error instanceof known)
    ? (error as Error).message
    : null
