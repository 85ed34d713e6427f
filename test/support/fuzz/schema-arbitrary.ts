import * as fc from 'fast-check'

/** What the served document says of a value; only the words of JSON Schema that it uses. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

/** Ids for what a property or parameter of this name speaks of. */
export type IdsFor = (name: string) => fc.Arbitrary<string>

/** Values a schema allows, with ids of things that are there, and texts of every script. */
export function arbitraryOf(schema: JsonSchema, ids: IdsFor, name = ''): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, ids, name)))
  if (schema.allOf) return arbitraryOf(Object.assign({}, ...schema.allOf) as JsonSchema, ids, name)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, ids)
    case 'array':
      return arrayOf(schema, ids, name)
    case 'string':
      return stringOf(schema, ids, name)
    case 'integer':
      return integerOf(schema)
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case undefined:
      return fc.jsonValue({ maxDepth: 2 })
    default:
      throw new Error(`a type of JSON Schema that the fuzzing does not know: ${schema.type}`)
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  ids: IdsFor,
): fc.Arbitrary<unknown> {
  const named = Object.entries(properties)
  if (named.length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: 20 }), arbitraryOf(additionalProperties, ids), { maxKeys: 5 })
  const model = named.map(([name, value]) => {
    const said = arbitraryOf(value, ids, name).map((one) => ({ [name]: one }))
    return required.includes(name) ? said : fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, said)
  })
  return fc.tuple(...model).map((parts) => Object.assign({}, ...parts) as unknown)
}

function arrayOf(
  { prefixItems, items, minItems = 0, maxItems }: JsonSchema,
  ids: IdsFor,
  name: string,
): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => arbitraryOf(item, ids, name)))
  if (!items) return fc.constant([])
  const maxLength = Math.max(minItems, Math.min(maxItems ?? 4, 4))
  return fc.array(arbitraryOf(items, ids, name), { minLength: minItems, maxLength, size: 'small' })
}

const stamp = fc
  .tuple(
    fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
    fc.constantFrom('Z', '+08:00', '-09:30', '+14:00'),
  )
  .map(([at, offset]) => new Date(at).toISOString().slice(0, 19) + offset)
const date = fc
  .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((at) => new Date(at).toISOString().slice(0, 10))
const KNOWN_TEXTS = [
  'Asia/Shanghai',
  'K7QM-4XPA',
  '妈妈',
  'ibuprofen',
  'paracetamol',
  'cough',
  '乐乐 🐛',
  'é́́́',
  'ﷺ',
  '\u202eabc',
]

function stringOf(
  { format, pattern, minLength = 0, maxLength = 200 }: JsonSchema,
  ids: IdsFor,
  name: string,
): fc.Arbitrary<string> {
  if (format === 'uuid') return ids(name)
  if (format === 'date-time') return stamp
  if (format === 'date') return date
  const known = KNOWN_TEXTS.filter((text) => text.length >= minLength && text.length <= maxLength)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength)
  const any = fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
  const full = fc.constantFrom('长', 'x').map((letter) => letter.repeat(maxLength))
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 6, arbitrary: any }, full)
}

function integerOf({ minimum = -1000, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema): fc.Arbitrary<number> {
  const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 8) })
  const edges = [minimum, maximum, 2 ** 31 - 1, 2 ** 31, 2 ** 32].filter((edge) => edge >= minimum && edge <= maximum)
  return fc.oneof({ weight: 8, arbitrary: small }, fc.constantFrom(...edges))
}

function numberOf({ minimum = -1000, exclusiveMinimum, maximum = 1000 }: JsonSchema): fc.Arbitrary<number> {
  const least = exclusiveMinimum ?? minimum
  const cents = fc.integer({ min: Math.ceil(least * 100), max: Math.floor(maximum * 100) }).map((value) => value / 100)
  return fc.oneof({ weight: 8, arbitrary: cents }, fc.constantFrom(least, maximum))
}
