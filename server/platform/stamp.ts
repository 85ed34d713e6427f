import { formatStamp, instant } from '../../shared/time/instant.ts'

/** The server's own times are in UTC; only what a person wrote down has the offset of a place. */
export const stampOf = (at: Date): string => formatStamp({ at: instant(at.getTime()), offsetMinutes: 0 })
