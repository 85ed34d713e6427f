import * as z from 'zod'
import { IdSchema, NameSchema, SeqSchema, StampSchema } from './primitives.ts'
import { RecordChangeSchema } from './change.schema.ts'
import { consentContent } from './consent.schema.ts'
import { TOMBSTONE_SUBJECTS, erasureContent } from './erasure.schema.ts'
import { DoseCheckSchema } from './dose-check.schema.ts'
import { EntryContentSchema } from './entry.schema.ts'
import { IntentMedicineSchema } from './intent.schema.ts'
import { FactContentSchema, factContents, type FactKind } from './fact.schema.ts'

export const ROLES = ['owner', 'caregiver', 'viewer'] as const
export type Role = (typeof ROLES)[number]

const head = { seq: SeqSchema, id: IdSchema }

const FamilyRecordSchema = z.strictObject({ type: z.literal('family'), ...head, name: NameSchema })

/** `id` is the account's. A removed member stays as a record, so that older rows keep their author's name. */
const MemberRecordSchema = z.strictObject({
  type: z.literal('member'),
  ...head,
  name: NameSchema,
  role: z.enum(ROLES),
  removed: z.boolean(),
})

/** A revision that lost: it was made against an older state. Shown on every phone until a person settles it. */
const conflictOf = <Content extends z.ZodType>(content: Content) =>
  z.strictObject({
    revision: z.int().min(1),
    accountId: IdSchema,
    at: StampSchema,
    /** null: the conflicting change wanted it deleted. */
    content: content.nullable(),
  })

/** What every fact has beside its content; a deleted one stays as a record, for older rows may name it. */
const fact = {
  ...head,
  revision: z.int().min(1),
  deleted: z.boolean(),
  /** The unsettled ones, latest last. */
  conflicts: z.array(conflictOf(FactContentSchema)),
}

const ChildRecordSchema = z.strictObject({ type: z.literal('child'), ...fact, ...factContents.child })
const WeightRecordSchema = z.strictObject({ type: z.literal('weight'), ...fact, ...factContents.weight })
const ConditionRecordSchema = z.strictObject({ type: z.literal('condition'), ...fact, ...factContents.condition })
const ProductRecordSchema = z.strictObject({ type: z.literal('product'), ...fact, ...factContents.product })

export const INTENT_OUTCOMES = ['given', 'not_given'] as const
export type IntentOutcome = (typeof INTENT_OUTCOMES)[number]

/** Somebody has said that they are giving a dose. Without an outcome when it has run out, the guard can confirm nothing. */
const IntentRecordSchema = z.strictObject({
  type: z.literal('intent'),
  ...head,
  childId: IdSchema,
  /** Who said it. */
  accountId: IdSchema,
  medicine: IntentMedicineSchema,
  at: StampSchema,
  expiresAt: StampSchema,
  /** null: nobody has said yet. */
  outcome: z.enum(INTENT_OUTCOMES).nullable(),
  /** The dose that it became. */
  entryId: IdSchema.nullable(),
  answeredBy: IdSchema.nullable(),
  /** What the guard said when it was made, or since: a dose that becomes known later may speak against it. */
  check: DoseCheckSchema.nullable(),
})

export const DUPLICATE_ANSWERS = ['same', 'both'] as const
export type DuplicateAnswer = (typeof DUPLICATE_ANSWERS)[number]

/** Two entries that look alike were asked about, and this is the answer. */
const AcknowledgementRecordSchema = z.strictObject({
  type: z.literal('acknowledgement'),
  ...head,
  entryIds: z.tuple([IdSchema, IdSchema]),
  answer: z.enum(DUPLICATE_ANSWERS),
  accountId: IdSchema,
  at: StampSchema,
})

/** Who is on duty, and since when; `id` is the family's, for there is one. */
const DutyRecordSchema = z.strictObject({
  type: z.literal('duty'),
  ...head,
  /** null: nobody is, for whoever was may not write any more. */
  accountId: IdSchema.nullable(),
  since: StampSchema,
})

export const PROPOSAL_STATES = ['open', 'accepted', 'refused'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What somebody had not sent yet when their membership ended. Every member sees it; the owner says whether it counts. */
const ProposalRecordSchema = z.strictObject({
  type: z.literal('proposal'),
  /** `id` is the `changeId` of the change. */
  ...head,
  /** Who made it, and what the family called them. */
  accountId: IdSchema,
  author: NameSchema,
  /** As it was made. null: it is part of the record now, or was refused so long ago that nothing is left of it. */
  change: RecordChangeSchema.nullable(),
  receivedAt: StampSchema,
  state: z.enum(PROPOSAL_STATES),
  settledBy: IdSchema.nullable(),
  settledAt: StampSchema.nullable(),
})

/** `id` is the same for every answer of one member to one question, or of the family to the one about AI: the latest counts. */
const ConsentRecordSchema = z.strictObject({ type: z.literal('consent'), ...head, ...consentContent })

/** Something was erased: what a phone has of it under this id, and what it has not sent about it, is dropped. Of a child that is everything. */
const TombstoneRecordSchema = z.strictObject({
  type: z.literal('tombstone'),
  ...head,
  subject: z.enum(TOMBSTONE_SUBJECTS),
})

/** A child is about to be erased: deleted at once, as every phone sees, and gone for good when it is due. */
const ErasureRecordSchema = z.strictObject({ type: z.literal('erasure'), ...head, ...erasureContent })

export const EntryRecordSchema = z.strictObject({
  type: z.literal('entry'),
  ...head,
  childId: IdSchema,
  revision: z.int().min(1),
  content: EntryContentSchema,
  deleted: z.boolean(),
  /** The account that logged it; null for what came out of a file. */
  loggedBy: IdSchema.nullable(),
  /** The author's name as a file gave it; null for what was logged here. */
  author: NameSchema.nullable(),
  /** When the server received the first revision, and the latest one with its editor. */
  loggedAt: StampSchema,
  editedBy: IdSchema.nullable(),
  editedAt: StampSchema.nullable(),
  /**
   * By how much the phone's clock was wrong that wrote the current content, ahead of the server's when positive; null when
   * it was right. Told, never corrected.
   */
  clockOffsetSeconds: z.int().nullable(),
  /** The unsettled ones, latest last; of very many only the latest ones, the rest stands among the revisions. */
  conflicts: z.array(conflictOf(EntryContentSchema)),
  /** For a dose: what the guard says of it at its own time. */
  check: DoseCheckSchema.nullable(),
})

export const RecordSchema = z.discriminatedUnion('type', [
  FamilyRecordSchema,
  MemberRecordSchema,
  ChildRecordSchema,
  WeightRecordSchema,
  ConditionRecordSchema,
  ProductRecordSchema,
  IntentRecordSchema,
  AcknowledgementRecordSchema,
  DutyRecordSchema,
  ProposalRecordSchema,
  ConsentRecordSchema,
  TombstoneRecordSchema,
  ErasureRecordSchema,
  EntryRecordSchema,
])
export type SyncRecord = z.infer<typeof RecordSchema>
export type EntryRecord = z.infer<typeof EntryRecordSchema>
export type FactRecord = Extract<SyncRecord, { type: FactKind }>
