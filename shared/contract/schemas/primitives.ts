import * as z from 'zod'
import { parseStamp } from '../../time/instant.ts'

/** A UUID made on the phone or by the server, any version, in lower case: one id is one text everywhere. */
export const IdSchema = z.guid().toLowerCase()

const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

/** ISO 8601 with an offset, between 2000 and 2100. Later than now is accepted: a wrong phone clock loses no record. */
export const StampSchema = z
  .string()
  .max(40)
  .refine(
    (text) => {
      const stamp = parseStamp(text)
      return stamp !== null && stamp.at >= EARLIEST && stamp.at < LATEST
    },
    { message: 'must be an ISO 8601 date-time with an offset, between 2000 and 2100' },
  )
  .meta({ format: 'date-time' })

/** Control characters but tab and line ends, and halves of surrogate pairs: no keyboard makes them and no database keeps them. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u
const isPlain = (text: string): boolean => !UNPRINTABLE.test(text)

/** Trimmed text a person wrote, 1 to `max` characters. */
export const textSchema = (max: number) =>
  z.string().trim().min(1).max(max).refine(isPlain, { message: 'must be plain text without control characters' })

export const DateSchema = z.iso.date()
export const NameSchema = textSchema(60)
export const CodeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a lower-case code')
/** `family.seq`, the cursor of a sync. */
export const SeqSchema = z.int().min(0)

/** A number of at most this many decimals: a finer one would be cut off silently when it is stored. */
export const decimal = (decimals: 2 | 3, min: number, max: number) =>
  z
    .number()
    .min(min)
    .max(max)
    .refine((value) => Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6, {
      message: `must have at most ${decimals} decimals`,
    })

/** Millilitres, milligrams or pieces of a medicine. */
export const AmountSchema = decimal(3, 0.001, 10_000)
