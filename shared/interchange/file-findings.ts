import { conditionOf } from '../child/conditions.ts'
import { allergenOf } from '../dosing/allergies.ts'
import { PRODUCT_FORMS } from '../record/product.ts'
import { itemsAt, pointer, type Item } from './json-pointer.ts'

/** One fault of a file, or one remark about it, at its JSON pointer, with a stable code. */
export interface FileFinding {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Faults between parts of unread JSON: ids used twice, and doses of a product that is not there. */
export function crossFaults(json: unknown): readonly FileFinding[] {
  const products = new Set(itemsAt(json, ['products']).map(({ item }) => item.id))
  const dangling = itemsAt(json, ['entries']).filter(
    ({ item }) => item.kind === 'dose' && typeof item.productId === 'string' && !products.has(item.productId),
  )
  return [
    ...repeatedIds(json, 'products'),
    ...repeatedIds(json, 'entries'),
    ...dangling.map(({ index, item }) => ({
      path: pointer(['entries', index, 'productId']),
      code: 'unknown_product',
      message: `no product of this file has the id "${String(item.productId)}"`,
    })),
  ]
}

function repeatedIds(json: unknown, list: 'products' | 'entries'): readonly FileFinding[] {
  const firstIndex = new Map<unknown, number>()
  const repeated: FileFinding[] = []
  for (const { index, item } of itemsAt(json, [list])) {
    if (typeof item.id !== 'string') continue
    const first = firstIndex.get(item.id)
    if (first === undefined) firstIndex.set(item.id, index)
    else {
      const path = pointer([list, index, 'id'])
      repeated.push({ path, code: 'duplicate_id', message: `is the id of ${pointer([list, first])} too` })
    }
  }
  return repeated
}

/** What is kept although no rule knows it, or kept less exactly than it was written. */
export function remarksOn(json: unknown): readonly FileFinding[] {
  const remark = (
    path: readonly string[],
    key: string,
    code: string,
    message: string,
    holds: (value: unknown) => boolean,
  ) =>
    itemsAt(json, path)
      .filter(({ item }: Item) => holds(item[key]))
      .map(({ index }) => ({ path: pointer([...path, index, key]), code, message }))
  return [
    ...remark(
      ['child', 'conditions'],
      'code',
      'unknown_condition',
      'is kept, but no rule knows it',
      isUnknownCondition,
    ),
    ...remark(['products'], 'form', 'unknown_form', 'is read as "other"', isUnknownForm),
    ...remark(['entries'], 'celsius', 'cut_to_hundredths', 'is kept to hundredths of a degree', isFinerThanHundredths),
  ]
}

const isUnknownCondition = (code: unknown): boolean =>
  typeof code === 'string' && conditionOf(code) === null && allergenOf(code) === null

const isUnknownForm = (form: unknown): boolean =>
  typeof form === 'string' && !PRODUCT_FORMS.some((known) => known === form)

const isFinerThanHundredths = (celsius: unknown): boolean =>
  typeof celsius === 'number' && Math.abs(celsius * 100 - Math.round(celsius * 100)) > 1e-6
