import { IdSchema } from '../../shared/contract/schemas/primitives.ts'
import type { ChildJson, ConditionJson, ProductJson, WeightJson } from '../../shared/interchange/interchange-json.ts'
import type { EntryJson } from '../../shared/record/entry-json.ts'
import { derivedId } from '../platform/derived-id.ts'

/**
 * Which ids the rows of a file get in a family: always the same, so that a file read twice adds nothing. An id of the file
 * that is a UUID is kept: it came out of an export. Any other is only unique within its file, so what it names goes into the
 * id as well: another night's "e1" is another entry, a product of another strength another product.
 */
export const fileIds = (familyId: string) => ({
  child: ({ name, birthDate }: ChildJson) => derivedId(familyId, 'child', name ?? '', birthDate ?? ''),
  weight: (childId: string, { at, kg }: WeightJson) => derivedId(familyId, 'weight', childId, at, String(kg)),
  condition: (childId: string, { code }: ConditionJson) => derivedId(familyId, 'condition', childId, code),
  product: (product: ProductJson) => given(product.id) ?? derivedId(familyId, 'product', JSON.stringify(product)),
  entry: (childId: string, { id, kind, at }: EntryJson) =>
    given(id) ?? derivedId(familyId, 'entry', childId, id, kind, at),
})

const given = (id: string): string | null => IdSchema.safeParse(id).data ?? null
