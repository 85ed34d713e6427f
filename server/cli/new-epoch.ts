// After a restore from a backup, before the server is started again: phones then send again what the backup has lost.
// Runs compiled, with DATABASE_URL and DATABASE_OWNER_URL: node dist/node/server/cli/new-epoch.js
import { beginNewEpoch } from '../database/new-epoch.ts'
import { ownerEnvOrExit } from './database-env.ts'

const families = await beginNewEpoch(ownerEnvOrExit())
console.log(`A new epoch has begun for ${families} ${families === 1 ? 'family' : 'families'}.`)
