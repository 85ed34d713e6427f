import type { FactContentOf } from '../../shared/contract/schemas/fact.schema.ts'
import type { FactRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { ProductIngredient } from '../../shared/record/product.ts'
import { micrograms, toMg } from '../../shared/units/medicine.ts'
import type { FactConflicts, StandingFact } from '../facts/fact-revisions.service.ts'
import type { ProductEntity } from './product.entity.ts'

/** The medicine cabinet, between its table and the contract. */
type Content = Omit<FactContentOf<'product'>, 'kind'>

const contentOf = ({ name, form, minAgeMonths, maxDosesPerDay, openedOn, ingredients }: ProductEntity): Content => ({
  name,
  form,
  minAgeMonths,
  maxDosesPerDay,
  openedOn,
  ingredients: ingredients.map(({ code, perMl, perPiece }) => ({
    code,
    mgPerMl: perMl === null ? null : toMg(perMl),
    mgPerUnit: perPiece === null ? null : toMg(perPiece),
  })),
})

const standing = ({ id, seq, revision, deleted }: ProductEntity) => ({ id, seq, revision, deleted })

export const productFact = (row: ProductEntity): StandingFact => ({
  ...standing(row),
  content: { kind: 'product', ...contentOf(row) },
})

export const productRecord = (row: ProductEntity, all: FactConflicts): FactRecord => ({
  type: 'product',
  ...standing(row),
  ...contentOf(row),
  conflicts: [...(all.get(row.id) ?? [])],
})

/** The columns that say what a product's content does; amounts in micrograms. */
export const productColumns = ({ name, form, minAgeMonths, maxDosesPerDay, openedOn, ingredients }: Content) => ({
  name,
  form,
  minAgeMonths,
  maxDosesPerDay,
  openedOn: openedOn ?? null,
  ingredients: ingredients.map(({ code, mgPerMl, mgPerUnit }): ProductIngredient => ({
    code,
    perMl: mgPerMl == null ? null : micrograms(mgPerMl),
    perPiece: mgPerUnit == null ? null : micrograms(mgPerUnit),
  })),
})
