import * as z from 'zod'
import { IdSchema, StampSchema } from './primitives.ts'

export const RefreshTokenSchema = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/, 'must be a refresh token')

/**
 * Made by the client for something that works once. When the answer was lost it sends the same again with the same id, and
 * is answered anew; another id with what was used already is somebody else's.
 */
export const AttemptSchema = IdSchema

/** What every sign-in answers. */
export const SignedInSchema = z.strictObject({
  accountId: IdSchema,
  accessToken: z.string(),
  expiresAt: StampSchema,
  refreshToken: RefreshTokenSchema,
  refreshExpiresAt: StampSchema,
})
export type SignedIn = z.infer<typeof SignedInSchema>
