import type { Element } from 'glass-easel'
import type { component } from 'glass-easel-miniprogram-adapter'
import { ARIA_PROPERTIES, setAria, spokenElement } from './aria.ts'

type PropertyType =
  StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | ObjectConstructor | null
type PropertySpec = PropertyType | { type: PropertyType; value: unknown }
type TypeOf<S> = S extends { type: infer T } ? T : S
type ValueOf<T> = T extends StringConstructor
  ? string
  : T extends NumberConstructor
    ? number
    : T extends BooleanConstructor
      ? boolean
      : T extends ArrayConstructor
        ? unknown[]
        : unknown
type Values<P> = { [K in keyof P]: ValueOf<TypeOf<P[K]>> }

/** One element on the page, as its built-in component sees it. */
export interface Host<Data> {
  readonly data: Data
  /** The DOM element of the tag itself. */
  readonly element: HTMLElement
  /** Path of the page or component whose template the tag stands in. */
  readonly owner: string
  /** Fires the WeChat event; bubbles only when asked, as WeChat's own. */
  emit(name: string, detail?: unknown, bubbles?: boolean): void
  /** Changes a property from inside (typing, toggling), so that `model:` bindings hear of it. */
  set(values: Partial<Data>): void
  /** Listens to a WeChat event on the element. */
  on(name: string, listener: (event: { stopPropagation(): void }) => void): void
  /** Sets or clears the extra class that `hover-class` adds, in the owner's style scope. */
  setExtraClass(names: string): void
  /** The element with this id in the same template. */
  sibling(id: string): HTMLElement | undefined
}

export interface Builtin<P extends Record<string, PropertySpec>> {
  properties: P
  /** Once, when the element is made, before it has its attributes. */
  created?(host: Host<Values<P>>): void
  /** When the element is on the page and has its attributes. */
  attached?(host: Host<Values<P>>): void
  detached?(host: Host<Values<P>>): void
  /** By comma-separated property names: runs at creation and whenever one of them changes. */
  changed?: Record<string, (host: Host<Values<P>>) => void>
}

export type AnyBuiltin = Builtin<Record<string, PropertySpec>>

/** Gives the definition its types; the registry takes it without them. */
export function builtin<P extends Record<string, PropertySpec>>(definition: Builtin<P>): AnyBuiltin {
  return definition as unknown as AnyBuiltin
}

/** The definition object glass-easel wants for a built-in element. */
export function easelDefinition(definition: AnyBuiltin) {
  const changed = Object.entries(definition.changed ?? {})
  const observers = changed.map(([fields, react]) => ({
    fields,
    observer(this: component.GeneralComponent) {
      react(hostOf(this))
    },
  }))
  const aria = Object.keys(ARIA_PROPERTIES).map((name) => ({
    fields: name,
    observer(this: component.GeneralComponent) {
      setAria(spokenElement(hostOf(this).element), name, (this.data as Record<string, unknown>)[name])
    },
  }))
  const hidden = {
    fields: 'hidden',
    observer(this: component.GeneralComponent) {
      const { data, element } = hostOf(this)
      element.toggleAttribute('hidden', data['hidden'] === true)
    },
  }
  return {
    properties: { ...ARIA_PROPERTIES, hidden: Boolean, ...definition.properties } as never,
    observers: [...aria, hidden, ...observers] as never,
    lifetimes: {
      created(this: component.GeneralComponent) {
        const host = makeHost(this)
        hosts.set(this, host)
        definition.created?.(host)
        for (const [, react] of changed) react(host)
      },
      attached(this: component.GeneralComponent) {
        definition.attached?.(hostOf(this))
      },
      detached(this: component.GeneralComponent) {
        definition.detached?.(hostOf(this))
      },
    },
  }
}

type AnyHost = Host<Record<string, unknown>>
const hosts = new WeakMap<object, AnyHost>()

function hostOf(caller: component.GeneralComponent): AnyHost {
  return hosts.get(caller)!
}

/** Style segments of glass-easel: 0 is the template's own class attribute, 3 is for what comes on top. */
const EXTRA = 3 as unknown as Parameters<Element['setNodeClass']>[1]

function makeHost(caller: component.GeneralComponent): AnyHost {
  const node = caller._$
  return {
    get data() {
      return caller.data as Record<string, unknown>
    },
    element: node.$$ as unknown as HTMLElement,
    get owner() {
      return node.ownerShadowRoot?.getHostNode().is ?? ''
    },
    emit: (name, detail = {}, bubbles = false) => {
      node.triggerEvent(name, detail, { bubbles, composed: bubbles, capturePhase: bubbles })
    },
    set: (values) => node.setData(values),
    on: (name, listener) => {
      node.addListener(name, listener)
    },
    setExtraClass: (names) => node.setNodeClass(names, EXTRA),
    sibling: (id) => node.ownerShadowRoot?.getElementById(id)?.$$ as unknown as HTMLElement | undefined,
  }
}
