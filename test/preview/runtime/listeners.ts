/** Functions that want to hear of one thing. */
export class Listeners<Args extends unknown[]> {
  #all: ((...args: Args) => void)[] = []

  readonly add = (listener: (...args: Args) => void): void => {
    if (!this.#all.includes(listener)) this.#all.push(listener)
  }

  /** Without an argument every listener goes, as in wx.offX(). */
  readonly remove = (listener?: (...args: Args) => void): void => {
    this.#all = listener === undefined ? [] : this.#all.filter((each) => each !== listener)
  }

  emit(...args: Args): void {
    for (const listener of [...this.#all]) listener(...args)
  }
}
