import { randomBytes } from 'node:crypto'
import { fingerprint, keyedFingerprint, sameBytes } from './secrets.ts'

/** The session it belongs to (16 bytes), what makes it unlike every other (24), and the server's mark on both (32). */
const SESSION = 16
const NONCE = 24
const MARK = 32

export interface RefreshToken {
  readonly text: string
  readonly sessionId: string
  /** What the database keeps of it. */
  readonly hash: Buffer
}

export function makeRefreshToken(key: Uint8Array, sessionId: string): RefreshToken {
  const body = Buffer.concat([Buffer.from(sessionId.replaceAll('-', ''), 'hex'), randomBytes(NONCE)])
  const bytes = Buffer.concat([body, keyedFingerprint(key, body)])
  return { text: bytes.toString('base64url'), sessionId, hash: fingerprint(bytes) }
}

/** The token, when this server made it; null for anything else. That it still counts is the session's to say. */
export function readRefreshToken(key: Uint8Array, text: string): RefreshToken | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== SESSION + NONCE + MARK || bytes.toString('base64url') !== text) return null
  const body = bytes.subarray(0, SESSION + NONCE)
  if (!sameBytes(keyedFingerprint(key, body), bytes.subarray(SESSION + NONCE))) return null
  return { text, sessionId: uuidOf(body.subarray(0, SESSION)), hash: fingerprint(bytes) }
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
