import { createApp, type App, type Overrides } from '../../server/app.ts'
import { readEnv } from '../../server/config/env.ts'
import { createLog } from '../../server/platform/log.ts'
import { SESSION_SECRET } from './session-secret.ts'
import { client, type Client } from './test-client.ts'
import type { TestDatabase } from './test-database.ts'

export interface TestApp {
  readonly app: App
  readonly url: string
  /** Every line it has logged. */
  readonly logged: () => string
  /** Calls it, as the owner of a token or as nobody. */
  as(token: string | null): Client
  close(): Promise<void>
}

export interface TestAppOptions extends Overrides {
  readonly env?: Readonly<Record<string, string>>
}

/** The whole server on a free port, over a database of the test's own. */
export async function startTestApp(
  database: Pick<TestDatabase, 'apiUrl'>,
  { env = {}, ...overrides }: TestAppOptions = {},
): Promise<TestApp> {
  let lines = ''
  const log = createLog('trace', { write: (line: string) => void (lines += line) })
  const variables = {
    NODE_ENV: 'test',
    DATABASE_URL: database.apiUrl,
    SESSION_SECRET,
    PORT: '0',
    JOBS: 'false',
    ...env,
  }
  const app = await createApp(readEnv(variables), { log, ...overrides })
  const url = `http://127.0.0.1:${await app.listen()}`
  return { app, url, logged: () => lines, as: (token) => client(url, token), close: () => app.close() }
}
