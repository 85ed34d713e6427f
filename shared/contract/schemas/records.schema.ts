import * as z from 'zod'
import { SEXES } from '../../record/child.ts'
import { PRODUCT_FORMS } from '../../record/product.ts'
import {
  AmountSchema,
  CodeSchema,
  DateSchema,
  IdSchema,
  NameSchema,
  SeqSchema,
  StampSchema,
  decimal,
} from './primitives.ts'
import { DoseCheckSchema } from './dose-check.schema.ts'
import { EntryContentSchema } from './entry.schema.ts'

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

const ChildRecordSchema = z.strictObject({
  type: z.literal('child'),
  ...head,
  name: NameSchema,
  birthDate: DateSchema.nullable(),
  sex: z.enum(SEXES).nullable(),
  timeZone: z.string().max(60).nullable(),
  deleted: z.boolean(),
})

const WeightRecordSchema = z.strictObject({
  type: z.literal('weight'),
  ...head,
  childId: IdSchema,
  on: DateSchema,
  weightKg: decimal(3, 0.001, 200),
  deleted: z.boolean(),
})

const ConditionRecordSchema = z.strictObject({
  type: z.literal('condition'),
  ...head,
  childId: IdSchema,
  code: CodeSchema,
  present: z.boolean(),
  deleted: z.boolean(),
})

export const ProductIngredientSchema = z.strictObject({
  code: CodeSchema,
  mgPerMl: AmountSchema.nullable().optional(),
  mgPerUnit: AmountSchema.nullable().optional(),
})

const ProductRecordSchema = z.strictObject({
  type: z.literal('product'),
  ...head,
  name: NameSchema,
  form: z.enum(PRODUCT_FORMS),
  minAgeMonths: z.int().min(0).max(216).nullable(),
  maxDosesPerDay: z.int().min(1).max(24).nullable(),
  ingredients: z.array(ProductIngredientSchema).max(20),
  deleted: z.boolean(),
})

/** A revision that lost: it was made against an older state. Shown on every phone until a person settles it. */
const ConflictSchema = z.strictObject({
  revision: z.int().min(1),
  accountId: IdSchema,
  at: StampSchema,
  /** null: the conflicting change wanted the entry deleted. */
  content: EntryContentSchema.nullable(),
})

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
  /** The unsettled ones, latest last; of very many only the latest ones, the rest stands among the revisions. */
  conflicts: z.array(ConflictSchema),
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
  EntryRecordSchema,
])
export type SyncRecord = z.infer<typeof RecordSchema>
export type EntryRecord = z.infer<typeof EntryRecordSchema>
