import type { ChildRecord } from '../../../shared/record/child-record.ts'
import type { DateText } from '../../../shared/time/date.ts'
import type { Entry } from '../../../shared/record/entry.ts'
import { entryFromJson } from '../../../shared/record/entry-json.ts'
import type { Product } from '../../../shared/record/product.ts'
import { micrograms } from '../../../shared/units/medicine.ts'
import { grams } from '../../../shared/units/weight.ts'
import type { EntryRow } from './entry-row.ts'
import type { Child, Family, ProductRecord } from './family.ts'

/** One child's record as the rules take it. Unsent and failed entries are in it: they happened. */
export function childRecordOf(family: Family, child: Child): ChildRecord {
  const own = (one: { readonly childId: string }): boolean => one.childId === child.id
  return {
    child: {
      name: child.name,
      birthDate: child.birthDate as DateText | null,
      sex: child.sex,
      timeZone: child.timeZone,
    },
    weights: family.weights
      .filter(own)
      .map(({ on, weightKg, confirmed }) => ({ on: on as DateText, weight: grams(weightKg), confirmed })),
    conditions: family.conditions.filter(own).map(({ code, present, note }) => ({
      code,
      present,
      ...(note == null ? {} : { note }),
    })),
    // What was taken out of the cabinet was given before that.
    products: [...family.products, ...family.formerProducts].map(productOf),
    entries: family.entries.filter(own).map(entryOf),
  }
}

/** The domain's entry of a row. */
export const entryOf = ({ id, by, content }: EntryRow): Entry => entryFromJson({ ...content, id, by })

/** The domain’s product of a record. */
export const productOf = ({
  id,
  name,
  form,
  minAgeMonths,
  maxDosesPerDay,
  openedOn,
  ingredients,
}: ProductRecord): Product => ({
  id,
  name,
  form,
  minAgeMonths,
  maxDosesPerDay,
  ...(openedOn == null ? {} : { openedOn: openedOn as DateText }),
  ingredients: ingredients.map(({ code, mgPerMl, mgPerUnit }) => ({
    code,
    perMl: mgPerMl == null ? null : micrograms(mgPerMl),
    perPiece: mgPerUnit == null ? null : micrograms(mgPerUnit),
  })),
})
