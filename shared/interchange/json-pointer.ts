/** The RFC 6901 pointer of a path in JSON: `/entries/3/celsius`. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')

/** What stands at a path; undefined when there is nothing. */
export const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], json)

/** An object in a list of unread JSON, with its place. */
export interface Item {
  readonly index: number
  readonly item: Readonly<Record<string, unknown>>
}

/** The objects of a list, whatever else stands in it; none when there is no list. */
export function itemsAt(json: unknown, path: readonly string[]): readonly Item[] {
  const list = valueAt(json, path)
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) =>
    typeof item === 'object' && item !== null ? [{ index, item: item as Item['item'] }] : [],
  )
}
