import type { LongPress } from './long-press.ts'
import { type TouchType, sendEvent } from './send-event.ts'

/** Turns the browser's touches, and the mouse's button, into touchstart, touchmove, touchend, touchcancel. */
export function listenToFingers(root: HTMLElement, longPress: LongPress): void {
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    // Not passive: catchtouchmove must be able to stop the scrolling.
    root.addEventListener(type, (event) => onTouch(type, event, longPress), { passive: false })
  }
  listenToMouse(root, longPress)
}

function onTouch(type: TouchType, event: TouchEvent, longPress: LongPress): void {
  const touches = Array.from(event.touches)
  const changedTouches = Array.from(event.changedTouches)
  longPress.follow(type, event, touches, changedTouches)
  const { prevented } = sendEvent(event.target, type, { touches, changedTouches, origin: event })
  // Stopping touchstart or touchend would also swallow the click that becomes the tap.
  if (prevented && type === 'touchmove' && event.cancelable) event.preventDefault()
}

/** Real touches also make mouse events; pointer events say what made them, so only a real mouse is heard here. */
function listenToMouse(root: HTMLElement, longPress: LongPress): void {
  let pressed: EventTarget | null = null
  const send = (type: TouchType, event: PointerEvent): void => {
    const finger = {
      identifier: 0,
      clientX: event.clientX,
      clientY: event.clientY,
      pageX: event.pageX,
      pageY: event.pageY,
    }
    const touches = type === 'touchend' || type === 'touchcancel' ? [] : [finger]
    longPress.follow(type, event, touches, [finger], pressed)
    // Like a finger, a pressed mouse stays with the element it started on.
    sendEvent(pressed, type, { touches, changedTouches: [finger], origin: event })
  }
  root.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    pressed = event.target
    send('touchstart', event)
  })
  window.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && pressed !== null) send('touchmove', event)
  })
  const release = (type: 'touchend' | 'touchcancel') => (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || pressed === null) return
    send(type, event)
    pressed = null
  }
  window.addEventListener('pointerup', release('touchend'))
  window.addEventListener('pointercancel', release('touchcancel'))
}
