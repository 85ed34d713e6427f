import { micrograms, microlitres, milliPieces } from '../units/medicine.ts'
import type { Given } from './contents.ts'

/** A dose somebody asks about: a product or an ingredient, with an amount or without one. */
export type DoseQuestion = Given

/** The question as JSON has it: `productId` or `ingredient`, and the amount in at most one unit. */
export interface DoseQuestionJson {
  readonly productId?: string | null | undefined
  readonly ingredient?: string | null | undefined
  readonly ml?: number | null | undefined
  readonly count?: number | null | undefined
  readonly mg?: number | null | undefined
}

/** The question with integer units. */
export const doseQuestion = ({ productId, ingredient, ml, count, mg }: DoseQuestionJson): DoseQuestion => ({
  productId: productId ?? null,
  ingredient: ingredient ?? null,
  medicine: null,
  antipyretic: null,
  volume: ml == null ? null : microlitres(ml),
  pieces: count == null ? null : milliPieces(count),
  mass: mg == null ? null : micrograms(mg),
})
