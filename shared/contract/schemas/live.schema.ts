import * as z from 'zod'
import { IdSchema, SeqSchema } from './primitives.ts'

/**
 * What a client sends: first within 5 s of connecting, and again whenever it has a new token or other families. The token
 * never stands in the URL, where proxies log it.
 */
export const LiveHelloSchema = z.strictObject({
  type: z.literal('hello'),
  token: z.string().min(1).max(2048),
  families: z.array(IdSchema).min(1).max(50),
})
export type LiveHello = z.infer<typeof LiveHelloSchema>

/** What the server sends: `ready` after each hello, then `news` when a family's record has moved on to `seq`: pull. */
export const LiveMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('news'), familyId: IdSchema, seq: SeqSchema }),
])
export type LiveMessage = z.infer<typeof LiveMessageSchema>
