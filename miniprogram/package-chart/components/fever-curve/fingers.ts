/** Where a finger is on the chart, in px. */
export interface Finger {
  readonly x: number
  readonly y: number
}

/** What fingers turn out to do. */
export interface Doings {
  /** One rests on a place, to look at it. */
  readonly look: (at: Finger) => void
  /** One slides along the time. */
  readonly slide: (from: number, to: number) => void
  /** Two draw apart, or together; `from` and `to` are the places between them. */
  readonly pinch: (from: number, to: number, scale: number) => void
  /** One has touched a place and no more. */
  readonly tap: (at: Finger) => void
  /** One moves up or down: the page scrolls. */
  readonly pass: () => void
  readonly end: () => void
}

export interface Fingers {
  readonly down: (touches: readonly Finger[]) => void
  readonly move: (touches: readonly Finger[]) => void
  /** `touches`: those that stay. */
  readonly up: (touches: readonly Finger[]) => void
  readonly cancel: () => void
  /** What WeChat calls a tap comes after the last finger is up. What opens earlier would be under that very tap. */
  readonly tap: () => void
}

/** A finger is never quite still. */
const SLACK = 8
/** Closer than this two fingers say little about a width. */
const LEAST_APART = 24

type Phase = 'idle' | 'resting' | 'sliding' | 'passing' | 'pinching'

/** Tells looking, tapping, sliding and pinching apart; what begins as a scroll of the page is left alone. */
export function createFingers(doings: Doings): Fingers {
  let phase: Phase = 'idle'
  let start: readonly Finger[] = []
  let touched: Finger | null = null

  const begin = (touches: readonly Finger[]): void => {
    start = touches
    if (touches.length === 0) phase = 'idle'
    else if (touches.length > 1) phase = 'pinching'
    else if (phase === 'idle') {
      phase = 'resting'
      doings.look(touches[0]!)
    } else phase = 'sliding'
  }

  return {
    down: begin,
    move(touches) {
      const [now] = touches
      const [first] = start
      if (!now || !first) return
      if (phase === 'resting') {
        const [across, along] = [Math.abs(now.x - first.x), Math.abs(now.y - first.y)]
        if (Math.max(across, along) < SLACK) return
        phase = across >= along ? 'sliding' : 'passing'
        if (phase === 'passing') doings.pass()
      }
      if (phase === 'sliding') doings.slide(first.x, now.x)
      const [other, second] = [touches[1], start[1]]
      if (phase === 'pinching' && other && second) {
        doings.pinch(middle(first, second), middle(now, other), apart(now, other) / apart(first, second))
      }
    },
    up(touches) {
      touched = phase === 'resting' && touches.length === 0 ? (start[0] ?? null) : null
      if (phase === 'sliding' || phase === 'pinching') doings.end()
      begin(touches)
    },
    cancel() {
      if (phase === 'sliding' || phase === 'pinching') doings.end()
      touched = null
      begin([])
    },
    tap() {
      if (touched) doings.tap(touched)
      touched = null
    },
  }
}

const middle = (one: Finger, other: Finger): number => (one.x + other.x) / 2

const apart = (one: Finger, other: Finger): number =>
  Math.max(LEAST_APART, Math.hypot(one.x - other.x, one.y - other.y))
