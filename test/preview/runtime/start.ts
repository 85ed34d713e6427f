import { startPhone } from './phone.ts'
import type { Program } from './program.ts'
import { addressWithStorage } from './storage-access.ts'

/** What the build's entry calls: starts the phone, or says on the screen why it could not. */
export function start(program: Program): void {
  const elsewhere = addressWithStorage()
  if (elsewhere !== undefined) {
    location.replace(elsewhere)
    return
  }
  startPhone(program).catch((error: unknown) => {
    console.error(error)
    const message = document.createElement('pre')
    message.className = 'failure'
    message.textContent = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
    document.getElementById('pages')!.append(message)
  })
}
