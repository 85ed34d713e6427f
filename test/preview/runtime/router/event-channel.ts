type Listener = (...args: unknown[]) => void

/** How a page and the one it opened talk; what is said before anyone listens is kept. */
export class EventChannel {
  readonly #listeners = new Map<string, Listener[]>()
  readonly #kept = new Map<string, unknown[][]>()

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    const kept = this.#kept.get(name) ?? []
    this.#kept.delete(name)
    for (const args of kept) this.emit(name, ...args)
  }

  once(name: string, listener: Listener): void {
    const single: Listener = (...args) => {
      this.off(name, single)
      listener(...args)
    }
    this.on(name, single)
  }

  off(name: string, listener?: Listener): void {
    if (listener === undefined) this.#listeners.delete(name)
    else
      this.#listeners.set(
        name,
        (this.#listeners.get(name) ?? []).filter((each) => each !== listener),
      )
  }

  emit(name: string, ...args: unknown[]): void {
    const listeners = this.#listeners.get(name) ?? []
    if (listeners.length === 0) this.#kept.set(name, [...(this.#kept.get(name) ?? []), args])
    for (const listener of listeners) listener(...args)
  }
}
