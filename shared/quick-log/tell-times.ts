import type { BoundElement } from './bind.ts'
import type { Placed } from './place-times.ts'
import type { ClockFace } from './time/clock-spec.ts'
import { tell, type LocalMinute, type TimeContext, type Told } from './time/moment.ts'

/** The moments of a text. */
export interface ToldTimes {
  /** Of each fact, by its place. */
  readonly facts: ReadonlyMap<number, Told>
  /** Of each time, by its place. */
  readonly times: ReadonlyMap<number, Told>
  /** Times that some fact was told for. */
  readonly used: ReadonlySet<number>
  /** Times that no fact was told for: left to be seen. */
  readonly idle: ReadonlySet<number>
}

const isFact = (element: BoundElement): boolean =>
  element.kind === 'reading' || element.kind === 'dose' || element.kind === 'symptom'

/** Tells each time in the order of the text, since one leads on to the next, and from them each fact its moment. */
export function tellTimes(elements: readonly BoundElement[], placed: Placed, now: LocalMinute): ToldTimes {
  const times = momentsOf(elements, now)
  const facts = new Map<number, Told>()
  const used = new Set<number>(placed.values())
  let carried: number | null = null
  elements.forEach((element, at) => {
    if (element.kind === 'time') carried = at
    if (!isFact(element)) return
    const time: number | null = placed.get(at) ?? carried
    if (time !== null) used.add(time)
    facts.set(at, time === null ? { at: now, day: null } : times.get(time)!)
  })
  const lastFact = Math.max(-1, ...facts.keys())
  const idle = [...times.keys()].filter((at) => !used.has(at) && at > lastFact)
  return { facts, times, used, idle: new Set(idle) }
}

function momentsOf(elements: readonly BoundElement[], now: LocalMinute): ReadonlyMap<number, Told> {
  const times = new Map<number, Told>()
  let context: TimeContext = { now, at: null, day: null, awaiting: null, sameLine: false }
  elements.forEach((element, at) => {
    if (element.kind === 'break' && element.line) context = { ...context, sameLine: false }
    if (element.kind !== 'time') return
    const told = tell(element.time, context, nextFace(elements, at + 1))
    times.set(at, told)
    context =
      'at' in told
        ? { now, at: told.at, day: told.day, awaiting: headingOf(element.time, told), sameLine: true }
        : { ...context, awaiting: told.awaiting }
  })
  return times
}

/** 今天 as a heading is now for what has no clock, and the day of the clocks that follow. */
function headingOf(time: Extract<BoundElement, { kind: 'time' }>['time'], told: Told): TimeContext['awaiting'] {
  const heads = time.kind === 'clock' && time.face === null && 'at' in told
  return heads ? { day: told.day, period: time.period } : null
}

function nextFace(elements: readonly BoundElement[], from: number): ClockFace | null {
  const next = elements.slice(from).find((element) => element.kind === 'time')
  return next?.kind === 'time' && next.time.kind === 'clock' && next.time.day === null && next.time.period === null
    ? next.time.face
    : null
}
