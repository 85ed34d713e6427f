import * as z from 'zod'
import { crossFaults, remarksOn, type FileFinding } from '../interchange/file-findings.ts'
import { INTERCHANGE_FORMAT, type InterchangeJson } from '../interchange/interchange-json.ts'
import { pointer, valueAt } from '../interchange/json-pointer.ts'
import { SEXES } from '../record/child.ts'
import { PRODUCT_FORMS, type ProductForm } from '../record/product.ts'
import { SYMPTOM_CODES } from '../symptoms/vocabulary.ts'
import { isKnownZone } from '../time/zone.ts'
import { entryContents, namesMedicine, oneAmount } from './schemas/entry.schema.ts'
import { CodeSchema, DateSchema, NameSchema, textSchema } from './schemas/primitives.ts'
import { NoteSchema, ProductIngredientSchema } from './schemas/fact.schema.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional()

/** Ids of a file are its own: any short text, unique among entries and among products. */
const FileIdSchema = textSchema(64)

/** Which ℃ a file may hold. The database keeps 20–50; a tool that only reads also takes ℉ written as ℃, and asks about it. */
export interface CelsiusBounds {
  readonly min: number
  readonly max: number
}
export const STORABLE: CelsiusBounds = { min: 20, max: 50 }
export const READABLE: CelsiusBounds = { min: 0, max: 115 }

const ZoneSchema = z
  .string()
  .max(60)
  .refine(isKnownZone, { message: 'must be an IANA time zone such as Asia/Shanghai' })

const ChildSchema = z.strictObject({
  name: optional(NameSchema),
  birthDate: optional(DateSchema),
  sex: optional(z.enum(SEXES)),
  timeZone: optional(ZoneSchema),
  weights: optional(
    z.array(
      z.strictObject({
        at: DateSchema,
        kg: z.number().min(0.001).max(200),
        confirmed: optional(z.boolean()),
      }),
    ),
  ),
  conditions: optional(z.array(z.strictObject({ code: CodeSchema, present: z.boolean(), note: optional(NoteSchema) }))),
})

const isForm = (text: string): text is ProductForm => PRODUCT_FORMS.some((form) => form === text)

const ProductSchema = z.strictObject({
  id: FileIdSchema,
  name: NameSchema,
  form: optional(
    z
      .string()
      .max(40)
      .transform((text): ProductForm => (isForm(text) ? text : 'other')),
  ),
  minAgeMonths: optional(z.int().min(0).max(216)),
  maxDosesPerDay: optional(z.int().min(1).max(24)),
  openedOn: optional(DateSchema),
  ingredients: optional(z.array(ProductIngredientSchema).max(20)),
})

/** Rules over a whole dose are asked even where one of its fields is faulty: every fault is told at once. */
const isObject = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null

const entrySchema = (celsius: CelsiusBounds) => {
  const head = { id: FileIdSchema, by: optional(NameSchema) }
  const contents = entryContents(FileIdSchema)
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...head, ...contents.temperature, celsius: z.number().min(celsius.min).max(celsius.max) }),
    z
      .strictObject({ ...head, ...contents.dose })
      .refine(oneAmount, { message: 'give the amount in one unit', path: ['ml'], when: isObject })
      .refine(namesMedicine, {
        message: 'name a productId, an ingredient or a medicine',
        path: ['productId'],
        when: isObject,
      }),
    z.strictObject({
      ...head,
      ...contents.symptom,
      code: z.enum(SYMPTOM_CODES, { error: 'must be a code of the symptom vocabulary' }),
    }),
    z.strictObject({ ...head, ...contents.answer }),
    z.strictObject({ ...head, ...contents.note }),
  ])
}

const fileSchema = (celsius: CelsiusBounds) =>
  z.strictObject({
    format: z.literal(INTERCHANGE_FORMAT),
    child: optional(ChildSchema),
    products: optional(z.array(ProductSchema)),
    entries: optional(z.array(entrySchema(celsius))),
  }) satisfies z.ZodType<InterchangeJson>

/** What became of reading a file: the file when there is no problem, and remarks either way. */
export interface FileReading {
  readonly file: InterchangeJson | null
  readonly problems: readonly FileFinding[]
  readonly warnings: readonly FileFinding[]
}

/** Reads parsed JSON as an interchange file, with one problem per faulty place. Unknown keys are left out with a warning. */
export function readInterchange(json: unknown, celsius: CelsiusBounds = STORABLE): FileReading {
  const schema = fileSchema(celsius)
  // Rules over a whole entry are skipped while it has unknown keys, so these are taken out first.
  const unknown = unknownKeys(schema.safeParse(json).error?.issues ?? [])
  const known = unknown.length === 0 ? json : withoutKeys(json, unknown)
  const warnings = [
    ...unknown.map((path) => ({
      path: pointer(path),
      code: 'unknown_key',
      message: 'is not of this format: left out',
    })),
    ...remarksOn(known),
  ]
  const { data, error } = schema.safeParse(known)
  const problems = onePerPlace([...(error?.issues ?? []).map((issue) => faultOf(issue, known)), ...crossFaults(known)])
  return { file: data && problems.length === 0 ? data : null, problems, warnings }
}

const unknownKeys = (issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[][] =>
  issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : []))

function withoutKeys(json: unknown, paths: readonly PropertyKey[][]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(json))
  for (const path of paths) Reflect.deleteProperty(valueAt(copy, path.slice(0, -1)) as object, path[path.length - 1]!)
  return copy
}

function onePerPlace(faults: readonly FileFinding[]): readonly FileFinding[] {
  const byPlace = new Map<string, FileFinding>()
  for (const fault of faults) if (!byPlace.has(fault.path)) byPlace.set(fault.path, fault)
  return [...byPlace.values()]
}

function faultOf({ path, code, message }: z.core.$ZodIssue, json: unknown): FileFinding {
  const isMissing = path.length > 0 && valueAt(json, path) === undefined
  return { path: pointer(path), code: isMissing ? 'missing' : (CODES[code] ?? 'invalid'), message }
}

const CODES: Readonly<Partial<Record<z.core.$ZodIssue['code'], string>>> = {
  invalid_type: 'wrong_type',
  invalid_value: 'not_one_of',
  invalid_union: 'not_one_of',
  invalid_format: 'wrong_format',
  too_small: 'out_of_range',
  too_big: 'out_of_range',
}
