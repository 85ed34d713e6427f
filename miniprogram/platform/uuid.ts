const VERSION = 0x70
const VARIANT = 0x80

/** A UUIDv7 of a time (milliseconds) and ten random bytes: the time first, so that a database keeps neighbours together. */
export function uuidV7(ms: number, random: ArrayLike<number>): string {
  const bytes = [...timeBytes(ms), ...Array.from(random).slice(0, 10)]
  bytes[6] = VERSION | (bytes[6]! & 0x0f)
  bytes[8] = VARIANT | (bytes[8]! & 0x3f)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function timeBytes(ms: number): number[] {
  const bytes: number[] = []
  for (let rest = ms, i = 0; i < 6; i++, rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return bytes
}
