import { type Element, Event as EaselEvent } from 'glass-easel'

/** A finger, or the mouse's button, where it is on the screen. */
export interface Finger {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

/** As WeChat tells a handler: x and y are relative to the element, as a canvas wants them. */
type TouchPoint = Finger & { x: number; y: number }

export type TouchType = 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel'

interface Gesture {
  detail?: unknown
  touches: readonly Finger[]
  changedTouches: readonly Finger[]
  /** The DOM event behind it. */
  origin: Event
}

/**
 * Sends a bubbling event to the mini-program's element around a DOM target.
 * Tells what the handlers did: whether one forbade the browser's default, and whether any ran at all.
 */
export function sendEvent(
  target: EventTarget | null,
  type: string,
  gesture: Gesture,
): { prevented: boolean; heard: boolean } {
  const element = easelElementAt(target)
  if (element === undefined) return { prevented: false, heard: false }
  const box = (element.$$ as unknown as HTMLElement).getBoundingClientRect()
  const place = (finger: Finger): TouchPoint => ({
    identifier: finger.identifier,
    clientX: finger.clientX,
    clientY: finger.clientY,
    pageX: finger.pageX,
    pageY: finger.pageY,
    x: finger.clientX - box.left,
    y: finger.clientY - box.top,
  })
  let heard = false
  const event = new EaselEvent(type, gesture.detail ?? {}, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    originalEvent: gesture.origin,
    extraFields: { touches: gesture.touches.map(place), changedTouches: gesture.changedTouches.map(place) },
    handleListenerReturn: () => {
      heard = true
    },
  })
  event.dispatch(element)
  return { prevented: event.defaultPrevented(), heard }
}

/** The innermost element of the mini-program that holds a DOM node. */
function easelElementAt(target: EventTarget | null): Element | undefined {
  let node = target instanceof Node ? target : null
  while (node !== null) {
    const element = (node as { __wxElement?: Element }).__wxElement
    if (element !== undefined) return element
    node = node.parentNode
  }
  return undefined
}
