import type { Element } from 'glass-easel'
import type { component } from 'glass-easel-miniprogram-adapter'
import type { Phone } from '../phone-parts.ts'
import { canvasNode } from '../components/canvas-node.ts'

type Callback = ((result: unknown) => void) | undefined
type Fields = Record<'id' | 'dataset' | 'rect' | 'size' | 'scrollOffset' | 'node', boolean | undefined> & {
  computedStyle?: string[]
}
interface Found {
  id: string
  dataset: unknown
  element: HTMLElement
}

/** wx.createSelectorQuery: questions are collected, then answered together after the page has been drawn. */
export class SelectorQuery {
  readonly #phone: Phone
  readonly #questions: { ask: () => unknown; callback: Callback }[] = []
  #scope: component.GeneralComponent | undefined

  constructor(phone: Phone, scope?: component.GeneralComponent) {
    this.#phone = phone
    this.#scope = scope
  }

  in(scope: component.GeneralComponent): this {
    this.#scope = scope
    return this
  }

  select(selector: string) {
    return this.#nodes(() => this.#root().querySelector(selector), true)
  }

  selectAll(selector: string) {
    return this.#nodes(() => this.#root().querySelectorAll(selector), false)
  }

  selectViewport() {
    const viewport = () => [{ id: '', dataset: {}, element: this.#phone.stack.top!.element }]
    return this.#answers(viewport, true)
  }

  exec(callback?: (results: unknown[]) => void): this {
    setTimeout(() => {
      const results = this.#questions.map(({ ask }) => ask())
      this.#questions.forEach((question, index) => question.callback?.(results[index]))
      callback?.(results)
    })
    return this
  }

  #root() {
    const scope = this.#scope ?? (this.#phone.stack.top!.instance as unknown as component.GeneralComponent)
    return scope._$.getShadowRoot()!
  }

  #nodes(find: () => Element | Element[] | null, single: boolean) {
    return this.#answers(() => {
      const found = find()
      return (found === null ? [] : [found].flat()).map((node) => ({
        id: node.id,
        dataset: node.dataset,
        element: node.$$ as unknown as HTMLElement,
      }))
    }, single)
  }

  #answers(find: () => Found[], single: boolean) {
    const ask = (read: (found: Found) => unknown, callback: Callback): this => {
      const answer = () => {
        const all = find().map(read)
        return single ? (all[0] ?? null) : all
      }
      this.#questions.push({ ask: answer, callback })
      return this
    }
    return {
      boundingClientRect: (callback?: Callback) =>
        ask(
          (found) => ({ id: found.id, dataset: found.dataset, ...this.#rect(found), ...this.#size(found) }),
          callback,
        ),
      scrollOffset: (callback?: Callback) =>
        ask((found) => ({ id: found.id, dataset: found.dataset, ...scroll(found) }), callback),
      node: (callback?: Callback) => ask((found) => ({ node: canvasNode(found.element) }), callback),
      fields: (fields: Partial<Fields>, callback?: Callback) => ask((found) => this.#fields(found, fields), callback),
    }
  }

  #fields(found: Found, fields: Partial<Fields>) {
    const style = getComputedStyle(found.element)
    return {
      ...(fields.id === true && { id: found.id }),
      ...(fields.dataset === true && { dataset: found.dataset }),
      ...(fields.rect === true && this.#rect(found)),
      ...(fields.size === true && this.#size(found)),
      ...(fields.scrollOffset === true && scroll(found)),
      ...(fields.node === true && { node: canvasNode(found.element) }),
      ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(kebab(name))])),
    }
  }

  /** Places are told from the corner of the page, below the navigation bar. */
  #rect({ element }: Found) {
    const box = element.getBoundingClientRect()
    const origin = this.#phone.pagesElement.getBoundingClientRect()
    return {
      left: box.left - origin.left,
      right: box.right - origin.left,
      top: box.top - origin.top,
      bottom: box.bottom - origin.top,
    }
  }

  #size({ element }: Found) {
    const { width, height } = element.getBoundingClientRect()
    return { width, height }
  }
}

function scroll({ element }: Found) {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
  return { scrollTop, scrollLeft, scrollHeight, scrollWidth }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
