import * as z from 'zod'
import { DOSE_OUTCOMES, QUESTIONS, SITES, YES_NO_UNKNOWN } from '../../record/entry.ts'
import { AmountSchema, CodeSchema, IdSchema, StampSchema, decimal, textSchema } from './primitives.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional()

/** What is physically a clinical thermometer's reading, hundredths at most. Implausible values are asked about, not refused. */
const CelsiusSchema = decimal(2, 20, 50)

/** One amount unit at most: 5 mL or 100 mg, never a contradiction of both. */
export const oneAmount = (dose: { ml?: unknown; count?: unknown; mg?: unknown }): boolean =>
  [dose.ml, dose.count, dose.mg].filter((amount) => amount != null).length <= 1

/** A dose names what was given in some way. */
export const namesMedicine = (dose: { productId?: unknown; ingredient?: unknown; medicine?: unknown }): boolean =>
  dose.productId != null || dose.ingredient != null || dose.medicine != null

/** The content of an entry per kind, without id, child and author; `references` is how a product is named (a UUID, or a file's own id). */
export const entryContents = (references: z.ZodType<string>) => ({
  temperature: { kind: z.literal('temperature'), at: StampSchema, celsius: CelsiusSchema, site: z.enum(SITES) },
  dose: {
    kind: z.literal('dose'),
    at: StampSchema,
    productId: optional(references),
    ingredient: optional(CodeSchema),
    medicine: optional(textSchema(80)),
    antipyretic: optional(z.enum(YES_NO_UNKNOWN)),
    ml: optional(AmountSchema),
    count: optional(AmountSchema),
    mg: optional(AmountSchema),
    outcome: optional(z.enum(DOSE_OUTCOMES)),
    outcomeMinutes: optional(z.int().min(0).max(1440)),
  },
  symptom: { kind: z.literal('symptom'), at: StampSchema, code: CodeSchema, present: z.boolean() },
  answer: { kind: z.literal('answer'), at: StampSchema, question: z.enum(QUESTIONS), value: z.enum(YES_NO_UNKNOWN) },
  note: { kind: z.literal('note'), at: StampSchema, text: textSchema(2000) },
})

const contents = entryContents(IdSchema)

const dose = z
  .strictObject(contents.dose)
  .refine(oneAmount, { message: 'give the amount in one unit', path: ['ml'] })
  .refine(namesMedicine, { message: 'name a product, an ingredient or a medicine', path: ['productId'] })

/** What an edit puts in place of the old content. */
export const EntryContentSchema = z.discriminatedUnion('kind', [
  z.strictObject(contents.temperature),
  dose,
  z.strictObject(contents.symptom),
  z.strictObject(contents.answer),
  z.strictObject(contents.note),
])
export type EntryContent = z.infer<typeof EntryContentSchema>
