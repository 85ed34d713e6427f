import * as z from 'zod'
import { REJECTIONS } from '../errors.ts'
import { SYNC_LIMITS } from '../routes.ts'
import { IdSchema, SeqSchema, StampSchema } from './primitives.ts'
import { DoseCheckSchema } from './dose-check.schema.ts'
import { EntryContentSchema } from './entry.schema.ts'
import { FactContentSchema } from './fact.schema.ts'
import { IntentMedicineSchema } from './intent.schema.ts'
import { DUPLICATE_ANSWERS, RecordSchema } from './records.schema.ts'

/** Made on the phone, once per change: the server stores a change under it exactly once. */
const head = { changeId: IdSchema, madeAt: StampSchema }
const entry = { ...head, entryId: IdSchema }
const fact = { ...head, factId: IdSchema }

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

const ChangeSchema = z.discriminatedUnion('op', [
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
  /** "I am giving it now": stands for ten minutes, and is answered with the guard's verdict on it. */
  z.strictObject({
    op: z.literal('intent.create'),
    ...head,
    intentId: IdSchema,
    childId: IdSchema,
    medicine: IntentMedicineSchema,
  }),
  /** 没喂: the dose was not given after all. */
  z.strictObject({ op: z.literal('intent.deny'), ...head, intentId: IdSchema }),
  /** Whether two entries that look alike were one event (同一次) or two (两次). Deleting one of them is a change of its own. */
  z.strictObject({
    op: z.literal('duplicate.answer'),
    ...head,
    entryIds: z.tuple([IdSchema, IdSchema]).refine(([a, b]) => a !== b, { message: 'must be two entries' }),
    answer: z.enum(DUPLICATE_ANSWERS),
  }),
  /** This member is on duty from now on: whoever sends it, or the one who is handed over to. */
  z.strictObject({ op: z.literal('duty.take'), ...head, accountId: IdSchema }),
])
export type Change = z.infer<typeof ChangeSchema>
export type ChangeOf<Op extends Change['op']> = Extract<Change, { op: Op }>

export const SyncRequestSchema = z.strictObject({
  /** null on the first sync. A different epoch than the server's means: pull again from 0. */
  epoch: IdSchema.nullable(),
  cursor: SeqSchema,
  /** What the phone's clock shows as it sends this: a wrong one is told on the rows it has made. */
  sentAt: StampSchema.optional(),
  changes: z.array(ChangeSchema).max(SYNC_LIMITS.changes),
})

const ChangeResultSchema = z.strictObject({
  changeId: IdSchema,
  /** `duplicate`: this change was stored before, with the result in `stored`. */
  outcome: z.enum(['saved', 'duplicate', 'conflict', 'rejected']),
  stored: z.enum(['saved', 'conflict']).nullable(),
  seq: SeqSchema.nullable(),
  revision: z.int().min(1).nullable(),
  rejection: z.enum(REJECTIONS).nullable(),
  /**
   * For a saved dose: the guard's verdict, decided inside the transaction that stored it. null where very many doses at once
   * would make the answer too large; the entry's record has it in any case.
   */
  check: DoseCheckSchema.nullable(),
})
export type ChangeResult = z.infer<typeof ChangeResultSchema>

export const SyncResponseSchema = z.strictObject({
  epoch: IdSchema,
  cursor: SeqSchema,
  /** True: there are more records; ask again from `cursor`. */
  more: z.boolean(),
  records: z.array(RecordSchema),
  results: z.array(ChangeResultSchema),
})
export type SyncResponse = z.infer<typeof SyncResponseSchema>
