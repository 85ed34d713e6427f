import type { LiveHello, LiveMessage } from '../../../shared/contract/schemas/live.schema.ts'

export const helloFrame = (token: string, families: string[]): string =>
  JSON.stringify({ type: 'hello', token, families } satisfies LiveHello)

/** What the server says; null for anything this version does not know. */
export function readFrame(text: string): LiveMessage | null {
  try {
    const frame = JSON.parse(text) as Partial<Record<string, unknown>> | null
    if (frame?.type === 'ready') return { type: 'ready' }
    if (frame?.type === 'news' && typeof frame.familyId === 'string' && typeof frame.seq === 'number') {
      return { type: 'news', familyId: frame.familyId, seq: frame.seq }
    }
    return null
  } catch {
    return null
  }
}
