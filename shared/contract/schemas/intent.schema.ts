import * as z from 'zod'
import { namesMedicine, oneAmount } from './entry.schema.ts'
import { AmountSchema, CodeSchema, IdSchema, textSchema } from './primitives.ts'

/** What somebody is about to give: as a dose names it. */
export const IntentMedicineSchema = z
  .strictObject({
    productId: IdSchema.nullable().optional(),
    ingredient: CodeSchema.nullable().optional(),
    medicine: textSchema(80).nullable().optional(),
    ml: AmountSchema.nullable().optional(),
    count: AmountSchema.nullable().optional(),
    mg: AmountSchema.nullable().optional(),
  })
  .refine(oneAmount, { message: 'give the amount in one unit', path: ['ml'] })
  .refine(namesMedicine, { message: 'name a product, an ingredient or a medicine', path: ['productId'] })
export type IntentMedicine = z.infer<typeof IntentMedicineSchema>
