import { randomInt } from 'node:crypto'

/** Nothing here is taken for another: no 0 and O, no 1, I and L, no U that is written like V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** Eight characters, 6 × 10¹¹ of them: short enough to be read out over the telephone. */
export const makeCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** `K7QM-4XPA`, as people read it. */
export const shown = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`

/** The code in what somebody typed, whatever the case, the width and the gaps; null when there is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
  return CODE.test(code) ? code : null
}
