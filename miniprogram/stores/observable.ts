/** A value that tells when it has changed. */
export interface Readable<T> {
  readonly get: () => T
  /** The answer stops listening. */
  readonly subscribe: (listener: () => void) => () => void
}

export interface Observable<T> extends Readable<T> {
  /** Listeners hear of it unless the value is the very same. */
  readonly set: (next: T) => void
}

export function observable<T>(initial: T): Observable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (next === value) return
      value = next
      // A copy: a listener may stop listening while it is told.
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A value made of others, made again only when one of them has changed. */
export function derived<Inputs extends readonly unknown[], T>(
  inputs: { readonly [Index in keyof Inputs]: Readable<Inputs[Index]> },
  make: (...values: Inputs) => T,
): Readable<T> {
  let last: { readonly values: Inputs; readonly made: T } | null = null
  return {
    get() {
      const values = inputs.map((input) => input.get()) as unknown as Inputs
      if (!last || values.some((value, index) => value !== last!.values[index]))
        last = { values, made: make(...values) }
      return last.made
    },
    subscribe(listener) {
      const stops = inputs.map((input) => input.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
  }
}
