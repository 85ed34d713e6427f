import path from 'node:path'
import { load, render as create } from 'miniprogram-simulate'
import { BUILT } from './built.ts'

/** A component of the mini-program on a screen, as a finger and a screen reader meet it. */
export interface Rendered {
  /** What can be read, without the space between elements. */
  readonly text: () => string
  /** What the screen reader says of each thing that has a label, in their order. */
  readonly labels: () => readonly string[]
  /** Whether something with this label carries a class, as `chosen`. */
  readonly has: (label: string, className: string) => boolean
  /** What the screen reader is told of the thing with this label, as `aria-checked`. */
  readonly attribute: (label: string, name: string) => unknown
  readonly tap: (label: string) => Promise<void>
  /** Puts a finger down on the first thing of a class, moves it so far down, and lifts it. */
  readonly drag: (className: string, down: number) => Promise<void>
  /** The details of every event of a name so far. */
  readonly told: (event: string) => readonly unknown[]
  readonly set: (properties: Record<string, unknown>) => Promise<void>
}

/** Renders a component of `components/`, listening to the events of these names. */
export async function render(
  name: string,
  properties: Record<string, unknown>,
  events: readonly string[] = [],
): Promise<Rendered> {
  const component = create(idOf(name), properties) as unknown as SimulatedComponent
  const told = new Map<string, unknown[]>(events.map((event) => [event, []]))
  for (const [event, details] of told) component.addEventListener(event, ({ detail }) => details.push(detail))
  component.attach(document.body.appendChild(document.createElement('div')))
  await settled()

  const all = (): readonly HTMLElement[] => [...component.dom.querySelectorAll<HTMLElement>('*')]
  const labelled = (label: string): HTMLElement => {
    const found = all().find((element) => attributeOf(element, 'aria-label') === label)
    if (!found) throw new Error(`nothing is called “${label}”, only ${labels().join(' | ')}`)
    return found
  }
  const labels = (): readonly string[] =>
    all().flatMap((element) => {
      const label = attributeOf(element, 'aria-label')
      return typeof label === 'string' && label !== '' ? [label] : []
    })
  return {
    text: () => component.dom.textContent,
    labels,
    has: (label, className) => hasClass(labelled(label), className),
    attribute: (label, attribute) => attributeOf(labelled(label), attribute),
    tap: (label) => touch(labelled(label), [0]),
    drag: (className, down) =>
      touch(
        all().find((element) => hasClass(element, className))!,
        [0, down],
      ),
    told: (event) => told.get(event)!,
    async set(next) {
      component.setData(next)
      await settled()
    },
  }
}

/** What is used of the simulator's component: its own types leave the listeners out. */
interface SimulatedComponent {
  readonly dom: HTMLElement
  readonly attach: (parent: Node) => void
  readonly setData: (data: Record<string, unknown>) => void
  readonly addEventListener: (event: string, listener: (event: { detail: unknown }) => void) => void
}

const ids = new Map<string, string>()

/**
 * The script of a component registers it, and runs only once in a test file: of components that share others, as nearly all
 * do, a file can render one.
 */
function idOf(name: string): string {
  const known = ids.get(name)
  if (known !== undefined) return known
  if (ids.size > 0) throw new Error(`${name} needs a test file of its own`)
  const rootPath = process.env[BUILT]!
  const id = load(path.join(rootPath, 'components', name, name), name, { compiler: 'simulate', rootPath })
  ids.set(name, id)
  return id
}

/** The simulator puts the name of the component before each class. */
const hasClass = ({ classList }: HTMLElement, name: string): boolean =>
  [...classList].some((each) => each.endsWith(`--${name}`))

interface Simulated {
  readonly __wxElement?: { readonly _vt?: { readonly attrs: readonly { name: string; value: unknown }[] } }
}

/** The simulator keeps aria attributes beside the document. */
const attributeOf = (element: HTMLElement, name: string): unknown =>
  (element as Simulated).__wxElement?._vt?.attrs.find((attribute) => attribute.name === name)?.value

/** A finger at each of these heights in turn. */
async function touch(target: HTMLElement, heights: readonly number[]): Promise<void> {
  const at = (y: number): Touch => new Touch({ identifier: 1, target, clientX: 0, clientY: y, pageX: 0, pageY: y })
  const send = (type: string, y: number, isDown: boolean): boolean =>
    target.dispatchEvent(
      new TouchEvent(type, {
        bubbles: true,
        cancelable: true,
        touches: isDown ? [at(y)] : [],
        changedTouches: [at(y)],
      }),
    )
  const [first, ...rest] = heights as [number, ...number[]]
  send('touchstart', first, true)
  for (const y of rest) send('touchmove', y, true)
  send('touchend', rest[rest.length - 1] ?? first, false)
  await settled()
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
