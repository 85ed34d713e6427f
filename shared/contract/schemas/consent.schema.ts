import * as z from 'zod'
import { CONSENT_ANSWERS, CONSENT_KINDS } from '../../consent/versions.ts'
import { IdSchema, StampSchema } from './primitives.ts'

/**
 * The version of the guardian's consent that was agreed to. Left out, or another than the current one: `consent_required`,
 * and nothing was changed.
 */
export const ConsentVersionSchema = z.int().min(1).max(1_000)

/** What somebody answers to the text of a version. */
export const ConsentSaidSchema = z.strictObject({ version: ConsentVersionSchema, answer: z.enum(CONSENT_ANSWERS) })
export type ConsentSaid = z.infer<typeof ConsentSaidSchema>

/** One answer as it stands: the guardian's of each member, and the one about AI of the family. */
export const consentContent = {
  accountId: IdSchema,
  kind: z.enum(CONSENT_KINDS),
  version: ConsentVersionSchema,
  answer: z.enum(CONSENT_ANSWERS),
  at: StampSchema,
}

export const ConsentsSchema = z.strictObject({
  /** What is asked for now: an answer to an earlier version no longer counts. */
  current: z.strictObject({ guardian: ConsentVersionSchema, ai: ConsentVersionSchema }),
  /** Everything that was ever answered, latest first. */
  consents: z.array(z.strictObject(consentContent)),
})
