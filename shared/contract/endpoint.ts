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

/** No parameters, or no query. */
export const none = z.strictObject({})
export const family = { familyId: IdSchema }
