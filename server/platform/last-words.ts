import type { Duplex } from 'node:stream'

/**
 * Says the last words on a connection and gives the other side a moment to hang up: one that never does would be kept open
 * for ever, and one that breaks off meanwhile is nobody's fault.
 */
export function endWith(socket: Duplex, words: string, goodbyeMs: number): void {
  const deadline = setTimeout(() => socket.destroy(), goodbyeMs).unref()
  socket.on('close', () => clearTimeout(deadline))
  socket.on('error', () => socket.destroy())
  socket.end(words)
  socket.resume() // what is still arriving must not keep the end of it from being seen
}
