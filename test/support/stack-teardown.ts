import { rmSync } from 'node:fs'
import type { Stack } from '../../cloud/local/stack.ts'

interface Running {
  readonly stack: Stack
  readonly directory: string
}

const place = globalThis as typeof globalThis & { shouwenTestStack?: Running }

/** Setup and teardown are loaded apart from each other and share nothing but the process. */
export const keepForTeardown = (running: Running): void => {
  place.shouwenTestStack = running
}

async function stopProduct(): Promise<void> {
  await place.shouwenTestStack?.stack.stop()
  if (place.shouwenTestStack) rmSync(place.shouwenTestStack.directory, { recursive: true, force: true })
}
export { stopProduct as default }
