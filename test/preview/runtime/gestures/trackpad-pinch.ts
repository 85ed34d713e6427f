import { type Finger, sendEvent } from './send-event.ts'

const APART_PX = 60
const REST_MS = 150

/**
 * A pinch on a trackpad reaches a browser as a wheel with ctrl; so does a mouse's wheel while that key is held. It becomes
 * what a phone knows: two fingers that draw apart or together, side by side about the place of the pointer.
 */
export function listenToTrackpad(root: HTMLElement): void {
  let pinch: { target: EventTarget | null; x: number; y: number; apart: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = (origin: WheelEvent): void => {
    if (pinch) sendEvent(pinch.target, 'touchend', { touches: [], changedTouches: fingersOf(pinch), origin })
    pinch = null
  }
  root.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      if (!pinch) {
        pinch = { target: event.target, x: event.clientX, y: event.clientY, apart: APART_PX }
        const fingers = fingersOf(pinch)
        const { heard } = sendEvent(pinch.target, 'touchstart', {
          touches: fingers,
          changedTouches: fingers,
          origin: event,
        })
        // Nobody listens here: the browser may zoom its own page.
        if (!heard) {
          pinch = null
          return
        }
      }
      event.preventDefault()
      pinch.apart *= Math.exp(-event.deltaY / 100)
      const fingers = fingersOf(pinch)
      sendEvent(pinch.target, 'touchmove', { touches: fingers, changedTouches: fingers, origin: event })
      clearTimeout(timer)
      timer = setTimeout(() => end(event), REST_MS)
    },
    { passive: false },
  )
}

function fingersOf({ x, y, apart }: { x: number; y: number; apart: number }): Finger[] {
  return [-1, 1].map((side, identifier) => {
    const clientX = x + (side * apart) / 2
    return { identifier, clientX, clientY: y, pageX: clientX, pageY: y }
  })
}
