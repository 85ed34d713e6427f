import * as z from 'zod'
import { VERDICTS, type DoseCheckJson } from '../../dosing/verdict.ts'
import { AmountSchema, CodeSchema, IdSchema, NameSchema, StampSchema } from './primitives.ts'
import { oneAmount } from './entry.schema.ts'

const VerdictSchema = z.enum(VERDICTS)

const IngredientVerdictSchema = z.strictObject({
  ingredient: z.string(),
  verdict: VerdictSchema,
  rules: z.array(VerdictSchema),
  earliestAt: StampSchema.nullable(),
  earliestIsLowerBound: z.boolean(),
  dosesIn24h: z.int(),
  mgIn24h: z.number().nullable(),
  mgPerKgIn24h: z.number().nullable(),
  evidence: z.array(
    z.strictObject({
      /** null: a remark, which decides nothing. */
      rule: VerdictSchema.nullable(),
      reason: z.string(),
      entryIds: z.array(z.string()),
      values: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
})

const DoseCheckObject = z.strictObject({
  now: StampSchema,
  verdict: VerdictSchema,
  rules: z.array(VerdictSchema),
  earliestAt: StampSchema.nullable(),
  ingredients: z.array(IngredientVerdictSchema),
})

export const DoseCheckSchema: z.ZodType<DoseCheckJson> = DoseCheckObject

interface HeardPhone {
  readonly accountId: string
  readonly name: string
  readonly heardAt: string | null
}

/** The answer names when the phone of each other caregiver was last heard from: what it has not sent, nobody can know. */
export const DoseAnswerSchema: z.ZodType<DoseCheckJson & { readonly phones: readonly HeardPhone[] }> =
  DoseCheckObject.extend({
    phones: z.array(z.strictObject({ accountId: IdSchema, name: NameSchema, heardAt: StampSchema.nullable() })),
  })

/** "May I give this now?" A plain question: it reserves nothing. Without an amount, caps count as reached at their value. */
export const DoseQuestionSchema = z
  .strictObject({
    productId: IdSchema.optional(),
    ingredient: CodeSchema.optional(),
    ml: AmountSchema.optional(),
    count: AmountSchema.optional(),
    mg: AmountSchema.optional(),
  })
  .refine((question) => (question.productId === undefined) !== (question.ingredient === undefined), {
    message: 'name either a product or an ingredient',
    path: ['productId'],
  })
  .refine(oneAmount, { message: 'give the amount in one unit', path: ['ml'] })
