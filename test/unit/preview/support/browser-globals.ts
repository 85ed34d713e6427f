/** What every browser has and jsdom lacks. Import first: modules use some of it while they load. */
import { TextDecoder, TextEncoder } from 'node:util'

class MediaQuery extends EventTarget {
  matches = false
}

/** The system's theme, which tests change. */
export const darkSystem = new MediaQuery()

Object.assign(globalThis, { TextEncoder, TextDecoder, matchMedia: () => darkSystem })
