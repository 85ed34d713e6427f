import * as z from 'zod'
import { REJECTIONS } from '../errors.ts'
import { SYNC_LIMITS } from '../routes.ts'
import { IdSchema, SeqSchema, StampSchema } from './primitives.ts'
import { changeHead, recordChanges } from './change.schema.ts'
import { DoseCheckSchema } from './dose-check.schema.ts'
import { IntentMedicineSchema } from './intent.schema.ts'
import { DUPLICATE_ANSWERS, RecordSchema } from './records.schema.ts'

const ChangeSchema = z.discriminatedUnion('op', [
  ...recordChanges,
  /** 彻底删除: its author's or the owner's. Content, revisions and conflicts are gone, everywhere, and nothing brings them back. */
  z.strictObject({ op: z.literal('entry.erase'), ...changeHead, entryId: IdSchema }),
  /** "I am giving it now": stands for ten minutes, and is answered with the guard's verdict on it. */
  z.strictObject({
    op: z.literal('intent.create'),
    ...changeHead,
    intentId: IdSchema,
    childId: IdSchema,
    medicine: IntentMedicineSchema,
  }),
  /** 没喂: the dose was not given after all. */
  z.strictObject({ op: z.literal('intent.deny'), ...changeHead, intentId: IdSchema }),
  /** Whether two entries that look alike were one event (同一次) or two (两次). Deleting one of them is a change of its own. */
  z.strictObject({
    op: z.literal('duplicate.answer'),
    ...changeHead,
    entryIds: z.tuple([IdSchema, IdSchema]).refine(([a, b]) => a !== b, { message: 'must be two entries' }),
    answer: z.enum(DUPLICATE_ANSWERS),
  }),
  /** This member is on duty from now on: whoever sends it, or the one who is handed over to. */
  z.strictObject({ op: z.literal('duty.take'), ...changeHead, accountId: IdSchema }),
  /**
   * What a former member has proposed becomes part of the record, as theirs (`accept`), or does not. The owner's alone. The
   * answer's `check` is that of a dose which has come in with it.
   */
  z.strictObject({ op: z.literal('proposal.settle'), ...changeHead, proposalId: IdSchema, accept: z.boolean() }),
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
