import { type Finger, type TouchType, sendEvent } from './send-event.ts'

const AFTER_MS = 350
const SLACK_PX = 10
const CLICK_WITHIN_MS = 400

/** A finger that stays where it is. If a handler hears it, the tap that would follow is dropped, as in WeChat. */
export class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined
  #start: Finger | undefined
  #moved = false
  #heard = false

  follow(
    type: TouchType,
    origin: Event,
    touches: readonly Finger[],
    changed: readonly Finger[],
    target: EventTarget | null = origin.target,
  ): void {
    if (type === 'touchstart') this.#begin(origin, touches, target)
    else if (type === 'touchmove') this.#move(changed[0]!)
    else this.#end()
  }

  /** Whether the click now coming is a tap: not the end of a drag, nor of a long press that was answered. */
  allowsTap(): boolean {
    const allowed = !this.#moved && !this.#heard
    this.#moved = false
    this.#heard = false
    return allowed
  }

  #begin(origin: Event, touches: readonly Finger[], target: EventTarget | null): void {
    clearTimeout(this.#timer)
    this.#moved = false
    this.#heard = false
    this.#start = touches[0]
    if (touches.length !== 1) return
    this.#timer = setTimeout(() => {
      const point = touches[0]!
      const detail = { x: point.pageX, y: point.pageY }
      this.#heard = sendEvent(target, 'longpress', { detail, touches, changedTouches: touches, origin }).heard
    }, AFTER_MS)
  }

  /** The click of this touch comes at once or not at all: nothing it decided may outlive that moment. */
  #end(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.allowsTap(), CLICK_WITHIN_MS)
  }

  #move(point: Finger): void {
    const start = this.#start
    if (start === undefined) return
    if (Math.abs(point.clientX - start.clientX) <= SLACK_PX && Math.abs(point.clientY - start.clientY) <= SLACK_PX)
      return
    this.#moved = true
    clearTimeout(this.#timer)
  }
}
