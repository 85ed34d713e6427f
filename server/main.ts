import { createApp } from './app.ts'
import { readEnv } from './config/env.ts'
import { startFailure } from './start-failure.ts'

/** How long requests that are under way may take to end. */
const PATIENCE_MS = 20_000

try {
  const env = readEnv(process.env)
  const app = await createApp(env)
  const port = await app.listen()
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1) // asked twice: whoever asks does not want to wait
      stopping = true
      setTimeout(() => process.exit(1), PATIENCE_MS).unref()
      app.log.info({ signal }, 'stopping')
      void app.close().then(() => process.exit(0))
    })
  app.log.info({ host: env.HOST, port, demo: env.DEMO }, 'listening')
  const link = await app.ownerLink()
  // Beside the log, which may hold no secret and is kept longer than the link is good.
  if (link !== null) console.log(`Sign in as the owner, once, within the hour: ${link}`)
} catch (error) {
  console.error(startFailure(error) ?? error)
  process.exit(1)
}
