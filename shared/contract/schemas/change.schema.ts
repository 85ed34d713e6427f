import * as z from 'zod'
import { EntryContentSchema } from './entry.schema.ts'
import { FactContentSchema } from './fact.schema.ts'
import { IdSchema, StampSchema } from './primitives.ts'

/** Made on the phone, once per change: the server stores a change under it exactly once. */
export const changeHead = { changeId: IdSchema, madeAt: StampSchema }
const entry = { ...changeHead, entryId: IdSchema }
const fact = { ...changeHead, factId: IdSchema }

/** What the person had before their eyes: anything but the current revision makes the change a conflicting revision. */
const base = {
  /** The revision of the record. */
  baseRevision: z.int().min(1),
  /**
   * When it was a change of this phone's own, made but not yet answered: its id. It counts instead of `baseRevision`, since
   * which revision it will become is not known yet; another phone's may take that number.
   */
  baseChangeId: IdSchema.optional(),
}

/** What a person decides about revisions that contradict each other. */
const settlement = <Content extends z.ZodType>(content: Content) => ({
  /** The conflicting revisions that are settled with it. */
  conflicting: z.array(z.int().min(1)).min(1).max(20),
  /** The revision that stands, the current one or one of those; or something else that was meant. */
  stands: z.union([z.int().min(1), content]),
})

/** Changes of what the record says: entries, and the facts beside them. */
export const recordChanges = [
  z.strictObject({
    op: z.literal('entry.create'),
    ...entry,
    childId: IdSchema,
    content: EntryContentSchema,
    /** The intent that this dose answers: 喂了. One the server does not know loses no dose. */
    intentId: IdSchema.optional(),
  }),
  z.strictObject({ op: z.literal('entry.edit'), ...entry, ...base, content: EntryContentSchema }),
  z.strictObject({ op: z.literal('entry.delete'), ...entry, ...base }),
  z.strictObject({ op: z.literal('entry.settle'), ...entry, ...base, ...settlement(EntryContentSchema) }),
  /** A condition that was asked about before is answered anew, under the id it has. */
  z.strictObject({ op: z.literal('fact.create'), ...fact, content: FactContentSchema }),
  z.strictObject({ op: z.literal('fact.edit'), ...fact, ...base, content: FactContentSchema }),
  /** A child's is the owner's alone. */
  z.strictObject({ op: z.literal('fact.delete'), ...fact, ...base }),
  z.strictObject({ op: z.literal('fact.settle'), ...fact, ...base, ...settlement(FactContentSchema) }),
] as const

export const RecordChangeSchema = z.discriminatedUnion('op', recordChanges)
export type RecordChange = z.infer<typeof RecordChangeSchema>
