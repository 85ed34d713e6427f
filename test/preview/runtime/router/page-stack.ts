import { type Address, addressText, parseAddress } from './address.ts'
import { EventChannel } from './event-channel.ts'

/** A page as the stack moves it; what it looks like is not the stack's business. */
export interface StackedPage {
  readonly address: Address
  /** Runs onLoad, with the page already on the stack. */
  load(): void
  show(): void
  hide(): void
  close(): void
}

export interface PageStackRules<Page extends StackedPage> {
  isPage(route: string): boolean
  isTab(route: string): boolean
  /** Loads the page's package; the page below stays until then, and stays if it fails. */
  prepare(route: string): Promise<void>
  create(address: Address, channel: EventChannel): Page
  /** Runs after every move. */
  moved(top: Page): void
}

const LIMIT = 10

/** WeChat's page stack: at most ten pages, tab pages kept alive beside it, one move at a time. */
export class PageStack<Page extends StackedPage> {
  readonly pages: Page[] = []
  readonly #keptTabs = new Map<string, Page>()
  readonly #rules: PageStackRules<Page>
  #lastMove: Promise<unknown> = Promise.resolve()

  constructor(rules: PageStackRules<Page>) {
    this.#rules = rules
  }

  get top(): Page | undefined {
    return this.pages.at(-1)
  }

  navigateTo(url: string, channel = new EventChannel()): Promise<void> {
    return this.#move(async () => {
      const address = this.#find(url)
      if (this.#rules.isTab(address.route)) throw new Error('can not navigateTo a tabbar page')
      if (this.pages.length >= LIMIT) throw new Error('webview count limit exceed')
      const below = this.top
      await this.#push(address, () => below?.hide(), channel)
    })
  }

  redirectTo(url: string): Promise<void> {
    return this.#move(async () => {
      const address = this.#find(url)
      if (this.#rules.isTab(address.route)) throw new Error('can not redirectTo a tabbar page')
      await this.#push(address, () => this.pages.pop()?.close())
    })
  }

  navigateBack(delta = 1): Promise<void> {
    return this.#move(() => {
      if (this.pages.length < 2) throw new Error('cannot navigate back at first page.')
      const count = Math.min(Math.max(1, delta), this.pages.length - 1)
      for (let i = 0; i < count; i += 1) this.pages.pop()!.close()
      this.#show(this.top!)
    })
  }

  switchTab(url: string): Promise<void> {
    return this.#move(async () => {
      const { route } = this.#find(url)
      if (!this.#rules.isTab(route)) throw new Error('can not switch to no-tabBar page')
      if (this.top?.address.route === route) return
      const base = this.pages[0]
      const leave = (): void => {
        while (this.pages.length > 0) this.#leaveForTab(this.pages.pop()!)
      }
      if (base?.address.route === route) {
        while (this.pages.length > 1) this.pages.pop()!.close()
        this.#show(base)
        return
      }
      const kept = this.#keptTabs.get(route)
      if (kept === undefined) {
        await this.#push({ route, query: {} }, leave)
        return
      }
      leave()
      this.#keptTabs.delete(route)
      this.pages.push(kept)
      this.#show(kept)
    })
  }

  reLaunch(url: string): Promise<void> {
    return this.#move(async () => {
      const address = this.#find(url)
      await this.#push(address, () => {
        while (this.pages.length > 0) this.pages.pop()!.close()
        for (const page of this.#keptTabs.values()) page.close()
        this.#keptTabs.clear()
      })
    })
  }

  #find(url: string): Address {
    const address = parseAddress(url, this.top?.address.route ?? '')
    if (!this.#rules.isPage(address.route)) throw new Error(`page "${addressText(address).slice(1)}" is not found`)
    return address
  }

  async #push(address: Address, leave: () => void, channel = new EventChannel()): Promise<void> {
    await this.#rules.prepare(address.route)
    leave()
    const page = this.#rules.create(address, channel)
    this.pages.push(page)
    page.load()
    this.#show(page)
  }

  #show(page: Page): void {
    page.show()
    this.#rules.moved(page)
  }

  #leaveForTab(page: Page): void {
    if (!this.#rules.isTab(page.address.route)) {
      page.close()
      return
    }
    page.hide()
    this.#keptTabs.set(page.address.route, page)
  }

  /** A move waits for the one before it, whose page may still be loading its package. */
  #move(move: () => void | Promise<void>): Promise<void> {
    const result = this.#lastMove.then(move)
    this.#lastMove = result.catch(() => undefined)
    return result
  }
}
