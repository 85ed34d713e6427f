import { rmSync } from 'node:fs'

interface Running {
  readonly stop: () => void
  readonly directories: readonly string[]
}

const place = globalThis as typeof globalThis & { shouwenTestPostgres?: Running }

/** Setup and teardown are loaded apart from each other and share nothing but the process. */
export const keepForTeardown = (running: Running): void => {
  place.shouwenTestPostgres = running
}

function stopPostgres(): void {
  place.shouwenTestPostgres?.stop()
  for (const directory of place.shouwenTestPostgres?.directories ?? [])
    rmSync(directory, { recursive: true, force: true })
}
export { stopPostgres as default }
