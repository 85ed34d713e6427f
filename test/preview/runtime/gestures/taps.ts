import type { LongPress } from './long-press.ts'
import { sendEvent } from './send-event.ts'

/**
 * A tap is the browser's click: one for a finger, a mouse, a key or an assistive tool, never two,
 * and none after scrolling.
 */
export function listenToTaps(root: HTMLElement, longPress: LongPress): void {
  root.addEventListener('click', (event) => {
    const target = event.target as Element | null
    const byPointer = event.detail > 0
    if (byPointer && !longPress.allowsTap()) return
    if (target?.closest('wx-button[disabled]')) return
    const finger = {
      identifier: 0,
      clientX: event.clientX,
      clientY: event.clientY,
      pageX: event.pageX,
      pageY: event.pageY,
    }
    const detail = { x: event.pageX, y: event.pageY }
    sendEvent(target, 'tap', { detail, touches: [], changedTouches: [finger], origin: event })
  })
  root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (!target.localName.startsWith('wx-') || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    if (!event.repeat) target.click()
  })
}
