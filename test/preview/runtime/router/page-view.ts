import type { UnitConfig } from '../../../../cloud/build/project/config.ts'
import type { Easel } from '../easel/code-space.ts'
import type { Program } from '../program.ts'
import { type Address, addressText } from './address.ts'
import type { EventChannel } from './event-channel.ts'
import { watchPullDown } from './pull-down.ts'
import { watchScroll } from './page-scroll.ts'
import type { PageBox } from './page-box.ts'
import type { StackedPage } from './page-stack.ts'

/** What a page may have changed of the navigation bar. */
export interface BarChanges {
  title?: string
  background?: string
  front?: string
  busy?: boolean
}

type PageMethods = Record<string, ((...args: unknown[]) => unknown) | undefined>

/** One live page: its scrolling box in the document and its instance in the mini-program. */
export class PageView implements StackedPage, PageBox {
  readonly address: Address
  readonly config: UnitConfig
  readonly bar: BarChanges = {}
  /** The scrolling box. */
  readonly element: HTMLElement
  /** What getCurrentPages returns, and `this` in the page's methods. */
  readonly instance: PageMethods & { data: Record<string, unknown> }
  readonly #root: ReturnType<Easel['backend']['createRoot']>

  constructor(easel: Easel, program: Program, parent: HTMLElement, address: Address, channel: EventChannel) {
    this.address = address
    this.config = { ...program.app.window, ...program.units[address.route]!.config }
    this.element = document.createElement('div')
    this.element.className = 'page'
    // Scrolled by the keyboard too, where a page has nothing else to stand on.
    this.element.tabIndex = 0
    const placeholder = document.createElement('div')
    this.element.append(placeholder)
    parent.append(this.element)
    this.#root = easel.backend.createRoot('page', easel.space, addressText(address))
    this.instance = this.#root.get() as never
    Object.assign(this.instance, {
      route: address.route,
      options: address.query,
      getOpenerEventChannel: () => channel,
    })
    this.#root.attach(this.element as never, placeholder as never)
    watchPullDown(this)
    watchScroll(this)
  }

  load(): void {
    this.call('onLoad', this.address.query)
    // Not an animation frame: a page in a hidden tab must get ready too.
    setTimeout(() => this.call('onReady'))
  }

  show(): void {
    this.element.classList.remove('away')
    this.call('onShow')
    this.#root.getComponent().triggerPageLifetime('show', [])
  }

  hide(): void {
    this.element.classList.add('away')
    this.call('onHide')
    this.#root.getComponent().triggerPageLifetime('hide', [])
  }

  close(): void {
    this.call('onUnload')
    this.#root.release()
    this.element.remove()
  }

  resized(size: { windowWidth: number; windowHeight: number }): void {
    this.call('onResize', { size })
    this.#root.getComponent().triggerPageLifetime('resize', [{ size }])
  }

  call(method: string, ...args: unknown[]): unknown {
    return this.instance[method]?.(...args)
  }
}
