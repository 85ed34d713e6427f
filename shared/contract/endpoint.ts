import * as z from 'zod'
import { IdSchema } from './schemas/primitives.ts'

/** What one route takes and answers. */
export interface Endpoint {
  readonly summary: string
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly body: z.ZodType
  readonly response: z.ZodType
}

/** A file, streamed: no JSON, and nothing for the phone's client; its download goes by the path. */
export interface FileReply {
  getStream: () => unknown
}
export const FileReplySchema = z.custom<FileReply>((reply) => typeof reply === 'object' && reply !== null)

/** No parameters, or no query. */
export const none = z.strictObject({})
export const family = { familyId: IdSchema }
