// Exits with 1 when the entities and the migrated schema of DATABASE_OWNER_URL differ, and prints what a migration lacks.
// Runs compiled: node dist/node/server/cli/migration-drift.js
import { schemaDrift } from '../database/drift.ts'
import { ownerEnvOrExit } from './database-env.ts'

const statements = await schemaDrift(ownerEnvOrExit())
if (statements.length > 0) {
  console.error(`The entities and the migrations differ. A migration is missing for:\n${statements.join(';\n')}`)
  process.exitCode = 1
}
