// Brings the database of DATABASE_OWNER_URL to the newest schema, and the role of DATABASE_URL to its rights.
// Runs compiled: node dist/node/server/cli/migrate.js
import { migrate } from '../database/migrate.ts'
import { ownerEnvOrExit } from './database-env.ts'

const ran = await migrate(ownerEnvOrExit())
console.log(ran.length === 0 ? 'The schema is up to date.' : `Migrated: ${ran.join(', ')}`)
