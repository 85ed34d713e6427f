const ITEM_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

const encoder = new TextEncoder()

/** WeChat's storage over a browser's: JSON values, 1 MB an entry, 10 MB in all, measured in UTF-8. */
export class StorageBox {
  readonly #area: Storage
  readonly #prefix: string
  /** Bytes per key, counted once: every write asks for the total. */
  readonly #sizes = new Map<string, number>()

  constructor(area: Storage, phone: string) {
    this.#area = area
    this.#prefix = `wx:${phone}:`
    for (const key of this.keys()) this.#sizes.set(key, bytes(key) + bytes(area.getItem(this.#prefix + key)!))
  }

  /** The value, or undefined when there is none. */
  get(key: string): unknown {
    const text = this.#area.getItem(this.#prefix + key)
    return text === null ? undefined : (JSON.parse(text) as { value: unknown }).value
  }

  set(key: string, value: unknown): void {
    if (typeof key !== 'string' || key === '') throw new Error('parameter error: key should be a non-empty string')
    const text = JSON.stringify({ value })
    const size = bytes(text)
    if (size > ITEM_LIMIT) throw new Error('entry size limit reached')
    const total = this.size() - (this.#sizes.get(key) ?? 0) + bytes(key) + size
    if (total > TOTAL_LIMIT) throw new Error('exceed storage max size 10Mb')
    this.#area.setItem(this.#prefix + key, text)
    this.#sizes.set(key, bytes(key) + size)
  }

  remove(key: string): void {
    this.#area.removeItem(this.#prefix + key)
    this.#sizes.delete(key)
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key)
  }

  keys(): string[] {
    return Object.keys(this.#area)
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length))
  }

  /** Bytes of all keys and values. */
  size(): number {
    let sum = 0
    for (const size of this.#sizes.values()) sum += size
    return sum
  }
}

function bytes(text: string): number {
  return encoder.encode(text).length
}
