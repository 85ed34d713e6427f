/** What a picker shows for one item of its range. */
export function optionText(item: unknown, rangeKey: string): string {
  const shown = rangeKey === '' ? item : (item as Record<string, unknown>)[rangeKey]
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : ''
}
