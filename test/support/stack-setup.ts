import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startStack } from '../../cloud/local/stack.ts'
import { keepForTeardown } from './stack-teardown.ts'
import { STACK } from './stack-under-test.ts'

/** The product as `npm start` runs it, once for all browser tests: on free ports, over a record of its own. */
async function startProduct(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'shouwen-e2e-'))
  chmodSync(directory, 0o755) // root may start the tests; the database user must be able to enter
  const { DATABASE_URL: _ours, DATABASE_OWNER_URL: _theirs, ...env } = process.env
  const stack = await startStack(directory, {
    ...env,
    PORT: '0',
    PREVIEW_PORT: '0',
    // A phone of nobody in the demo family may join it.
    DEMO: 'true',
    LOCAL_LOGIN: 'true',
    APP_URL: 'http://localhost/phone.html',
  })
  keepForTeardown({ stack, directory })
  const { address, api, databaseUrl, ownerLink } = stack
  process.env[STACK] = JSON.stringify({ address, api, databaseUrl, ownerLink })
}
export { startProduct as default }
