import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** A key for one use alone, made from the server's secret: what it signs passes for nothing else. */
export const keyFor = (secret: string, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', use, 32))

/** What is kept of a secret that cannot be guessed. */
export const fingerprint = (secret: Uint8Array): Buffer => createHash('sha256').update(secret).digest()

/** What is kept of a secret short enough to be guessed: without the key, the kept value gives nothing to try guesses on. */
export const keyedFingerprint = (key: Uint8Array, secret: Uint8Array | string): Buffer =>
  createHmac('sha256', key).update(secret).digest()

/** In constant time; never equal when the lengths differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
