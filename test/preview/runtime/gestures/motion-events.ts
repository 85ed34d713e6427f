import { sendEvent } from './send-event.ts'

/** The ends of CSS transitions and animations, which a page may bind. */
export function listenToMotion(root: HTMLElement): void {
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    root.addEventListener(type, (event) => {
      sendEvent(event.target, type, {
        detail: { elapsedTime: event.elapsedTime },
        touches: [],
        changedTouches: [],
        origin: event,
      })
    })
  }
}
