import * as fc from 'fast-check'

/** What JSON.stringify cannot write: put in its place once the text is there. */
const RAW = ['1e400', '-1e400', '9007199254740993', '123456789012345678901234567890', '-0', '0.1e-320', '1E1000000000']
const rawMark = (index: number): string => `@@raw ${index}@@`

/** The JSON text of a value, with such numbers where their marks stand. */
export const textOf = (value: unknown): string =>
  ((JSON.stringify(value) as string | undefined) ?? '').replace(
    /"@@raw (\d+)@@"/g,
    (_, index: string) => RAW[Number(index)]!,
  )

const nested = (depth: number, kind: 'array' | 'object'): unknown => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = kind === 'array' ? [value] : { a: value }
  return value
}

const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  'x\udc00y',
  '\uffff\ufffe',
  '\u202e\u2066',
  '\u0001\u001b[31m',
  "'; drop table entry; --",
  '" or 1=1 --',
  '$1',
  '%s%n%x',
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '=cmd|calc!A0',
  '../../../../etc/passwd',
  '\r\nset-cookie: a=b',
  'null',
  'NaN',
  '0',
  'true',
  '-1',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '2026-01-15T22:10:00',
  '9999-12-31T23:59:59Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'constructor',
  '__proto__',
  'K7QM-4XPA',
  'ﬀ'.repeat(200),
  'e\u0301'.repeat(2000),
  'x'.repeat(7000),
]

/** What no form would ever send. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { '': '' }, nested(900, 'array'), nested(500, 'object')),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(0, -1, 1.5, 1e21, 1e300, -1e300, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63), 38.555, 0.0001),
  },
  { weight: 2, arbitrary: fc.nat(RAW.length - 1).map(rawMark) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
) // prettier-ignore

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'familyId',
  'accountId',
  'role',
  'seq',
  '',
  'a/b~c',
  '\u0000',
  '\ud800',
]

/** How one place of a value is spoiled. */
export type Spoiling =
  | { readonly how: 'replace'; readonly by: unknown }
  | { readonly how: 'drop' }
  | { readonly how: 'add'; readonly key: string; readonly value: unknown }
  | { readonly how: 'repeat'; readonly times: number }

export const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ how: fc.constant('replace' as const), by: hostile }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('drop' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('add' as const), key: fc.constantFrom(...KEYS), value: hostile }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ how: fc.constant('repeat' as const), times: fc.constantFrom(2, 21, 201, 900) }),
  },
)

type Path = readonly (string | number)[]

/** Every place in a value, the value itself first. */
function placesOf(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => placesOf(item, [...at, index]))]
  if (value !== null && typeof value === 'object')
    return [at, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, key]))]
  return [at]
}

/** The value with one of its places spoiled. */
export function spoil(value: unknown, which: number, how: Spoiling): unknown {
  const places = placesOf(value)
  return spoilAt(value, places[which % places.length]!, how)
}

function spoilAt(value: unknown, [step, ...rest]: Path, how: Spoiling): unknown {
  if (step === undefined) return spoiled(value, how)
  if (Array.isArray(value)) {
    const copy = [...value] as unknown[]
    if (rest.length === 0 && how.how === 'drop') copy.splice(step as number, 1)
    else copy[step as number] = spoilAt(copy[step as number], rest, how)
    return copy
  }
  const copy = { ...(value as Record<string, unknown>) }
  if (rest.length === 0 && how.how === 'drop')
    return Object.fromEntries(Object.entries(copy).filter(([key]) => key !== step))
  return withKey(copy, String(step), spoilAt(copy[step], rest, how))
}

function spoiled(value: unknown, how: Spoiling): unknown {
  switch (how.how) {
    case 'replace':
      return how.by
    case 'drop':
      return undefined
    case 'add':
      return value !== null && typeof value === 'object' && !Array.isArray(value)
        ? withKey(value, how.key, how.value)
        : { [how.key]: value }
    case 'repeat':
      return Array<unknown>(how.times).fill(Array.isArray(value) && value.length > 0 ? value[0] : value)
  }
}

/** A key of its own, even where it is called `__proto__`. */
const withKey = (object: object, key: string, value: unknown): object => ({ ...object, [key]: value })
