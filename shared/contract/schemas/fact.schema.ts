import * as z from 'zod'
import { SEXES } from '../../record/child.ts'
import { PRODUCT_FORMS } from '../../record/product.ts'
import { AmountSchema, CodeSchema, DateSchema, IdSchema, NameSchema, decimal, textSchema } from './primitives.ts'

/** What a family states beside its entries: whom the record is about, and the medicine cabinet. */
export const FACT_KINDS = ['child', 'weight', 'condition', 'product'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What a family adds to an allergy or a disease. */
export const NoteSchema = textSchema(200)

export const ProductIngredientSchema = z.strictObject({
  code: CodeSchema,
  mgPerMl: AmountSchema.nullable().optional(),
  mgPerUnit: AmountSchema.nullable().optional(),
})

/** What is said of each kind, without its id: a change carries it, and a record repeats it. */
export const factContents = {
  child: {
    name: NameSchema,
    birthDate: DateSchema.nullable(),
    sex: z.enum(SEXES).nullable(),
    timeZone: textSchema(60).nullable(),
  },
  weight: {
    childId: IdSchema,
    on: DateSchema,
    weightKg: decimal(3, 0.001, 200),
    /** Unlikely for the age, asked about, and said to be right. */
    confirmed: z.boolean(),
  },
  /** Asked about and answered; never asked is no record. */
  condition: {
    childId: IdSchema,
    code: CodeSchema,
    present: z.boolean(),
    /** In the family's own words; left out by phones that do not know of it. */
    note: NoteSchema.nullable().optional(),
  },
  product: {
    name: NameSchema,
    form: z.enum(PRODUCT_FORMS),
    minAgeMonths: z.int().min(0).max(216).nullable(),
    maxDosesPerDay: z.int().min(1).max(24).nullable(),
    /** The day on which the bottle was opened; left out by phones that do not know of it. */
    openedOn: DateSchema.nullable().optional(),
    ingredients: z
      .array(ProductIngredientSchema)
      .max(20)
      .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, {
        message: 'must name each ingredient once',
      }),
  },
}

export const FactContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('child'), ...factContents.child }),
  z.strictObject({ kind: z.literal('weight'), ...factContents.weight }),
  z.strictObject({ kind: z.literal('condition'), ...factContents.condition }),
  z.strictObject({ kind: z.literal('product'), ...factContents.product }),
])
export type FactContent = z.infer<typeof FactContentSchema>
export type FactContentOf<Kind extends FactKind> = Extract<FactContent, { kind: Kind }>
