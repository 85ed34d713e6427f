import { rm } from 'node:fs/promises'
import { BUILT } from '../component/support/built.ts'

async function removeComponents(): Promise<void> {
  const folder = process.env[BUILT]
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}
export { removeComponents as default }
