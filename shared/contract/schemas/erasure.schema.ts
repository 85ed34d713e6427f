import * as z from 'zod'
import { IdSchema, NameSchema, StampSchema } from './primitives.ts'

/** What can be erased on its own. An entry is erased by a change of a sync: `entry.erase`. */
export const TOMBSTONE_SUBJECTS = ['entry', 'intent', 'proposal', 'child', 'weight', 'condition'] as const
export type TombstoneSubject = (typeof TOMBSTONE_SUBJECTS)[number]

export const ERASURE_STATES = ['pending', 'cancelled', 'done'] as const
export type ErasureState = (typeof ERASURE_STATES)[number]

/** Until `dueAt` it can be taken back; whoever asks again is told of the one that is pending. */
export const ErasureSchema = z.strictObject({ erasureId: IdSchema, dueAt: StampSchema })

export const AccountErasureSchema = z.strictObject({ dueAt: StampSchema })

/** A family that is about to be erased: hidden from all, and taken back by who asked for it or the owner. */
export const ErasedFamilySchema = z.strictObject({
  familyId: IdSchema,
  name: NameSchema,
  erasureId: IdSchema,
  dueAt: StampSchema,
  mayCancel: z.boolean(),
})

export const erasureContent = {
  childId: IdSchema,
  /** Who asked for it. */
  accountId: IdSchema,
  askedAt: StampSchema,
  dueAt: StampSchema,
  state: z.enum(ERASURE_STATES),
}
