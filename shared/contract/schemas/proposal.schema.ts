import * as z from 'zod'
import { SYNC_LIMITS } from '../routes.ts'
import { RecordChangeSchema } from './change.schema.ts'
import { IdSchema, StampSchema } from './primitives.ts'

/** As a sync would have carried them, in the order in which they were made; nothing else is worth proposing later. */
export const ProposalsSchema = z.strictObject({
  /** What the phone's clock shows as it sends this. */
  sentAt: StampSchema.optional(),
  changes: z.array(RecordChangeSchema).min(1).max(SYNC_LIMITS.changes),
})

/** Per change, in their order. All of them are kept when this is answered: the phone need not send them again. */
export const ProposedSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      changeId: IdSchema,
      /** `duplicate`: it was proposed before, or is part of the record since the author belonged to the family. */
      outcome: z.enum(['proposed', 'duplicate']),
    }),
  ),
})
