import { EnvError, readDatabaseEnv, type DatabaseEnv } from '../config/env.ts'

type OwnerEnv = DatabaseEnv & { readonly DATABASE_OWNER_URL: string }

/** The database's settings for a tool that works as the schema's owner; ends the process when they are wrong. */
export function ownerEnvOrExit(): OwnerEnv {
  try {
    const { DATABASE_OWNER_URL, ...env } = readDatabaseEnv(process.env)
    if (DATABASE_OWNER_URL === undefined) throw new EnvError(['DATABASE_OWNER_URL: is missing'])
    return { ...env, DATABASE_OWNER_URL }
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
