import type { ChildRecord } from '../record/child-record.ts'
import { entryFromJson, entryToJson } from '../record/entry-json.ts'
import type { Product } from '../record/product.ts'
import type { DateText } from '../time/date.ts'
import { micrograms, toMg } from '../units/medicine.ts'
import { grams, toKg } from '../units/weight.ts'
import { INTERCHANGE_FORMAT, type ConditionJson, type InterchangeJson, type ProductJson } from './interchange-json.ts'

/** The record of a file that has passed the schema; what the file leaves out is unknown. */
export function recordFromInterchange({ child, products, entries }: InterchangeJson): ChildRecord {
  return {
    child: {
      name: child?.name ?? null,
      birthDate: (child?.birthDate ?? null) as DateText | null,
      sex: child?.sex ?? null,
      timeZone: child?.timeZone ?? null,
    },
    weights: (child?.weights ?? []).map(({ at, kg, confirmed }) => ({
      on: at as DateText,
      weight: grams(kg),
      ...(confirmed == null ? {} : { confirmed }),
    })),
    conditions: (child?.conditions ?? []).map(withNote),
    products: (products ?? []).map(productFromJson),
    entries: (entries ?? []).map(entryFromJson),
  }
}

/** The record as a file, lossless: `recordFromInterchange` gives the same record back. What is unknown is left out. */
export function interchangeFromRecord({ child, weights, conditions, products, entries }: ChildRecord): InterchangeJson {
  return {
    format: INTERCHANGE_FORMAT,
    child: {
      ...(child.name === null ? {} : { name: child.name }),
      ...(child.birthDate === null ? {} : { birthDate: child.birthDate }),
      ...(child.sex === null ? {} : { sex: child.sex }),
      ...(child.timeZone === null ? {} : { timeZone: child.timeZone }),
      weights: weights.map(({ on, weight, confirmed }) => ({
        at: on,
        kg: toKg(weight),
        ...(confirmed === undefined ? {} : { confirmed }),
      })),
      conditions: conditions.map(withNote),
    },
    products: products.map(productToJson),
    entries: entries.map(entryToJson),
  }
}

const withNote = ({ code, present, note }: ConditionJson) => ({ code, present, ...(note == null ? {} : { note }) })

const productFromJson = (json: ProductJson): Product => ({
  id: json.id,
  name: json.name,
  form: json.form ?? 'other',
  minAgeMonths: json.minAgeMonths ?? null,
  maxDosesPerDay: json.maxDosesPerDay ?? null,
  ...(json.openedOn == null ? {} : { openedOn: json.openedOn as DateText }),
  ingredients: (json.ingredients ?? []).map(({ code, mgPerMl, mgPerUnit }) => ({
    code,
    perMl: mgPerMl == null ? null : micrograms(mgPerMl),
    perPiece: mgPerUnit == null ? null : micrograms(mgPerUnit),
  })),
})

const productToJson = (product: Product): ProductJson => ({
  id: product.id,
  name: product.name,
  form: product.form,
  ...(product.minAgeMonths === null ? {} : { minAgeMonths: product.minAgeMonths }),
  ...(product.maxDosesPerDay === null ? {} : { maxDosesPerDay: product.maxDosesPerDay }),
  ...(product.openedOn == null ? {} : { openedOn: product.openedOn }),
  ingredients: product.ingredients.map(({ code, perMl, perPiece }) => ({
    code,
    ...(perMl === null ? {} : { mgPerMl: toMg(perMl) }),
    ...(perPiece === null ? {} : { mgPerUnit: toMg(perPiece) }),
  })),
})
