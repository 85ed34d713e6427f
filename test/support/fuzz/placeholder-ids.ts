import * as fc from 'fast-check'

/** Where an id of a generated request comes from; which one it is, is known once the families are there. */
const OWN = 'aaaaaaaa-aaaa-4aaa-8aaa-'
const OTHERS = 'bbbbbbbb-bbbb-4bbb-8bbb-'
const SEEN = 'cccccccc-cccc-4ccc-8ccc-'

const numbered = (kind: string): fc.Arbitrary<string> =>
  fc.nat(999).map((number) => kind + String(number).padStart(12, '0'))

/** Mostly ids of the caller's own family, now and then another family's, one seen in an answer, or nobody's. */
const anyPlace = fc.oneof(
  { weight: 6, arbitrary: numbered(OWN) },
  { weight: 2, arbitrary: numbered(OTHERS) },
  { weight: 4, arbitrary: numbered(SEEN) },
  { weight: 4, arbitrary: fc.uuid() },
)

/** What stands first in a pool, by what requests call it; every other name is looked for everywhere. */
const FIRST_IDS = ['familyId', 'childId', 'productId', 'entryId', 'accountId'] as const

/** Ids for a property or parameter of a name: where the kind is known, mostly the right one. */
export function idPlaces(name: string): fc.Arbitrary<string> {
  const place = FIRST_IDS.findIndex((known) => known === name)
  if (place < 0) return anyPlace
  const right = fc.constantFrom(OWN, OWN, OWN, OTHERS).map((kind) => kind + String(place).padStart(12, '0'))
  return fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: anyPlace })
}

/** In a path the family has to be the caller's for anything to happen. */
export const OWN_FAMILY = `${OWN}${'0'.repeat(12)}`

export interface IdPools {
  /** The family's own id first. */
  readonly own: readonly string[]
  readonly others: readonly string[]
  readonly seen: readonly string[]
}

const PLACE = /(aaaaaaaa-aaaa-4aaa-8aaa|bbbbbbbb-bbbb-4bbb-8bbb|cccccccc-cccc-4ccc-8ccc)-(\d{12})/g

/** The text with real ids where the places are. */
export function withIds(text: string, { own, others, seen }: IdPools): string {
  return text.replace(PLACE, (_, kind: string, number: string) => {
    const pool = kind.startsWith('a') ? own : kind.startsWith('b') ? others : seen
    return pool[Number(number) % pool.length] ?? own[0]!
  })
}
