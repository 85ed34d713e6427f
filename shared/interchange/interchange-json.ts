import type { Sex } from '../record/child.ts'
import type { EntryJson } from '../record/entry-json.ts'
import type { ProductForm } from '../record/product.ts'

export const INTERCHANGE_FORMAT = 'shouwen/1'

export interface WeightJson {
  /** The day it was measured, `YYYY-MM-DD`. */
  at: string
  kg: number
  /** Asked about because it is unlikely for the age, and said to be right. */
  confirmed?: boolean | null | undefined
}

export interface ConditionJson {
  code: string
  present: boolean
  /** In the family's own words. */
  note?: string | null | undefined
}

export interface ChildJson {
  name?: string | null | undefined
  birthDate?: string | null | undefined
  sex?: Sex | null | undefined
  timeZone?: string | null | undefined
  weights?: WeightJson[] | null | undefined
  conditions?: ConditionJson[] | null | undefined
}

export interface ProductJson {
  id: string
  name: string
  form?: ProductForm | null | undefined
  minAgeMonths?: number | null | undefined
  maxDosesPerDay?: number | null | undefined
  /** `YYYY-MM-DD`. */
  openedOn?: string | null | undefined
  ingredients?:
    { code: string; mgPerMl?: number | null | undefined; mgPerUnit?: number | null | undefined }[] | null | undefined
}

/** A child's record as a file (`*.shouwen.json`): export, import, fixtures and the tools share it. What is missing is not known. */
export interface InterchangeJson {
  format: typeof INTERCHANGE_FORMAT
  child?: ChildJson | null | undefined
  products?: ProductJson[] | null | undefined
  entries?: EntryJson[] | null | undefined
}
