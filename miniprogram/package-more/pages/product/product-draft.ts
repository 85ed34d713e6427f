import type { FactContentOf } from '../../../../shared/contract/schemas/fact.schema.ts'
import { KNOWN_PRODUCTS, type KnownProduct } from '../../../../shared/dosing/known-products.ts'
import type { Product, ProductForm } from '../../../../shared/record/product.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { micrograms, toMg, type Microgram } from '../../../../shared/units/medicine.ts'
import type { ProductRecord } from '../../../stores/records/family.ts'

/** One ingredient as its label says it: so many mg in so many mL, or in one piece. Texts as they are typed. */
export interface IngredientDraft {
  readonly code: string
  readonly mg: string
  readonly inMl: string
}

/** A medicine being copied from its box. */
export interface ProductDraft {
  readonly name: string
  readonly form: ProductForm
  readonly ingredients: readonly IngredientDraft[]
  readonly minAge: string
  readonly maxDoses: string
  /** '' while nobody has said. */
  readonly openedOn: string
}

export const EMPTY: ProductDraft = {
  name: '',
  form: 'liquid',
  ingredients: [],
  minAge: '',
  maxDoses: '',
  openedOn: '',
}

export const isLiquid = (form: ProductForm): boolean => form === 'liquid' || form === 'drops'

const text = (value: number | null | undefined): string => (value == null ? '' : String(value))

export const draftOf = (product: ProductRecord): ProductDraft => ({
  name: product.name,
  form: product.form,
  ingredients: product.ingredients.map(({ code, mgPerMl, mgPerUnit }) => ({
    code,
    mg: text(isLiquid(product.form) ? mgPerMl : mgPerUnit),
    inMl: '1',
  })),
  minAge: text(product.minAgeMonths),
  maxDoses: text(product.maxDosesPerDay),
  openedOn: product.openedOn ?? '',
})

/** What a known leaflet says. Which of its names it has is on the box: the longest says the most. */
export const presetDraft = (known: KnownProduct): ProductDraft => ({
  ...EMPTY,
  name: presetName(known),
  form: known.form,
  ingredients: known.ingredients.map(({ code, perMl, perPiece }) => {
    const mass = perMl ?? perPiece
    return { code, mg: mass === null ? '' : String(toMg(mass)), inMl: '1' }
  }),
  minAge: text(known.minAgeMonths),
  maxDoses: text(known.maxDosesPerDay),
})

export const presetName = ({ names }: KnownProduct): string =>
  names.reduce((longest, name) => (name.length > longest.length ? name : longest), '')

export const PRESETS: readonly KnownProduct[] = KNOWN_PRODUCTS

const FINEST = 1000

/** Micrograms in one mL or one piece; null when nothing was written, undefined when it is no number. */
export function strengthOf({ mg, inMl }: IngredientDraft, form: ProductForm): Microgram | null | undefined {
  if (mg.trim() === '') return null
  const amount = Number(mg)
  const volume = isLiquid(form) ? Number(inMl.trim() === '' ? '1' : inMl) : 1
  const each = Math.round((amount / volume) * FINEST) / FINEST
  return Number.isFinite(each) && each > 0 && each <= 10_000 ? micrograms(each) : undefined
}

export type DraftFault = 'needs' | 'needsMg' | 'badAge' | 'badDoses'

/** What keeps the draft from being saved; null when nothing does. */
export function faultOf(draft: ProductDraft): DraftFault | null {
  if (draft.name.trim() === '') return 'needs'
  if (draft.ingredients.some((part) => strengthOf(part, draft.form) === undefined)) return 'needsMg'
  if (!isWhole(draft.minAge, 0, 216)) return 'badAge'
  return isWhole(draft.maxDoses, 1, 24) ? null : 'badDoses'
}

const isWhole = (typed: string, least: number, most: number): boolean =>
  typed.trim() === '' || (/^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most)

const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

/** The draft as the rules take it. */
export const productOfDraft = (draft: ProductDraft): Product => ({
  id: '',
  name: draft.name.trim(),
  form: draft.form,
  minAgeMonths: numberOf(draft.minAge),
  maxDosesPerDay: numberOf(draft.maxDoses),
  openedOn: draft.openedOn === '' ? null : (draft.openedOn as DateText),
  ingredients: draft.ingredients.map((part) => {
    const each = strengthOf(part, draft.form) ?? null
    return isLiquid(draft.form)
      ? { code: part.code, perMl: each, perPiece: null }
      : { code: part.code, perMl: null, perPiece: each }
  }),
})

export function productContent(draft: ProductDraft): FactContentOf<'product'> {
  const { name, form, minAgeMonths, maxDosesPerDay, openedOn, ingredients } = productOfDraft(draft)
  return {
    kind: 'product',
    name,
    form,
    minAgeMonths,
    maxDosesPerDay,
    openedOn: openedOn ?? null,
    ingredients: ingredients.map(({ code, perMl, perPiece }) => ({
      code,
      mgPerMl: perMl === null ? null : toMg(perMl),
      mgPerUnit: perPiece === null ? null : toMg(perPiece),
    })),
  }
}
