import path from 'node:path'
import { pino } from 'pino'
import { buildPreview } from '../../test/preview/build/build-preview.ts'
import { servePreview } from '../../test/preview/build/serve-preview.ts'
import { compiledServer, compileServer } from './compile-server.ts'
import { freePort, wantedPort } from './free-port.ts'
import { localDatabase } from './local-database.ts'
import { migrateDatabase } from './migrate-database.ts'
import { keptSecret } from './secret.ts'

export interface Stack {
  /** Two phones side by side. */
  readonly address: string
  readonly api: string
  /** Signs in the owner of this machine, once, where it runs with LOCAL_LOGIN=true. */
  readonly ownerLink: string | null
  /** Where the record is kept. */
  readonly place: string
  /** The record itself, as the API's role. */
  readonly databaseUrl: string
  /** Lets requests finish, then stops everything that was started; a second call does nothing. */
  stop(): Promise<void>
}

/** Database, API and the mini-program in the browser, on loopback, with the demo family. */
export async function startStack(dataDirectory: string, env: NodeJS.ProcessEnv): Promise<Stack> {
  const undo: (() => void | Promise<void>)[] = []
  let stopped = false
  const stop = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    for (const step of undo.reverse()) await step()
  }
  try {
    const [apiPort, pagePort] = [
      await freePort(wantedPort(env, 'PORT', 3000)),
      await freePort(wantedPort(env, 'PREVIEW_PORT', 8080)),
    ]
    const api = `http://127.0.0.1:${apiPort}`
    const outDir = path.join(dataDirectory, 'preview')
    const built = Promise.all([
      compileServer(),
      buildPreview({ outDir, minify: true, define: { PREVIEW_API_BASE: JSON.stringify(api) } }),
    ])
    built.catch(() => undefined) // awaited below, after the database
    const database = await localDatabase(dataDirectory, env)
    undo.push(() => database.stop())
    await built

    await migrateDatabase(database)
    const app = await startApi(dataDirectory, {
      ...env,
      DATABASE_URL: database.apiUrl,
      PORT: String(apiPort),
      // Whoever keeps their own family here has no need of the demo's.
      DEMO: env.DEMO ?? (env.LOCAL_LOGIN === 'true' ? 'false' : 'true'),
      APP_URL: env.APP_URL ?? `http://localhost:${pagePort}/phone.html?login=local`,
      SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(dataDirectory, 'session-secret'),
      ALLOWED_ORIGINS: env.ALLOWED_ORIGINS ?? `http://localhost:${pagePort},http://127.0.0.1:${pagePort}`,
    })
    undo.push(() => app.close())
    const pages = await servePreview({ outDir, port: pagePort })
    undo.push(() => pages.close())
    return {
      address: pages.url,
      api,
      ownerLink: await app.ownerLink(),
      place: database.place,
      databaseUrl: database.apiUrl,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The compiled API in this very process: a kill leaves no orphan of it behind. Its log goes to a file. */
async function startApi(dataDirectory: string, variables: NodeJS.ProcessEnv) {
  const { readEnv } = await compiledServer<typeof import('../../server/config/env.ts')>('config/env.ts')
  const { createApp } = await compiledServer<typeof import('../../server/app.ts')>('app.ts')
  const { createLog } = await compiledServer<typeof import('../../server/platform/log.ts')>('platform/log.ts')
  const env = readEnv(variables)
  const destination = pino.destination({ dest: path.join(dataDirectory, 'api.log'), mkdir: true, sync: false })
  const app = await createApp(env, { log: createLog(env.LOG_LEVEL, destination) })
  await app.listen()
  return app
}
