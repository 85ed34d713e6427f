import type { BoundElement } from './bind.ts'
import type { TimeElement } from './element.ts'
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
  /** Times that no fact was told for, with their verbs, and verbs that tell nothing (喂过了): left to be seen. */
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
  const idle = [...times.keys()].filter((at) => !used.has(at) && (at > lastFact || isClock(elements[at]!)))
  return { facts, times, used, idle: new Set([...idle, ...idleVerbs(elements, new Set(idle))]) }
}

function idleVerbs(elements: readonly BoundElement[], idleTimes: ReadonlySet<number>): readonly number[] {
  return elements.flatMap((element, at) =>
    element.kind === 'verb' && tellsNothing(elements, at, idleTimes) ? [at] : [],
  )
}

/** Whether nothing in its clause was told, by a draft, an issue or a time that serves one. */
function tellsNothing(elements: readonly BoundElement[], verb: number, idleTimes: ReadonlySet<number>): boolean {
  let from = verb
  while (from > 0 && elements[from - 1]!.kind !== 'break') from--
  for (let at = from; elements[at] !== undefined && elements[at]!.kind !== 'break'; at++) {
    const element = elements[at]!
    if (isFact(element) || element.kind === 'noted' || (element.kind === 'time' && !idleTimes.has(at))) return false
  }
  return true
}

/** A clock nobody was told for is left over; a heading is for what follows. */
const isClock = (element: BoundElement): boolean =>
  element.kind === 'time' && (element.time.kind === 'clock' ? element.time.face !== null : element.time.kind !== 'now')

function momentsOf(elements: readonly BoundElement[], now: LocalMinute): ReadonlyMap<number, Told> {
  const times = new Map<number, Told>()
  let context: TimeContext = { now, at: null, day: null, awaiting: null, sameLine: false }
  elements.forEach((element, at) => {
    if (element.kind === 'break' && element.line) context = { ...context, sameLine: false }
    if (element.kind !== 'time') return
    const told = tell(element.time, context, facesFrom(elements, at + 1))
    times.set(at, told)
    context = contextAfter(element.time, told, context)
  })
  return times
}

/** 今天 as a heading is now for what has no clock, and the day of the clocks that follow: it is no time they go on from. */
function contextAfter(time: TimeElement['time'], told: Told, context: TimeContext): TimeContext {
  if ('problem' in told) return { ...context, awaiting: told.awaiting }
  const heads = time.kind === 'clock' && time.face === null
  if (heads) return { ...context, awaiting: { day: told.day, period: time.period } }
  return { now: context.now, at: told.at, day: told.day, awaiting: null, sameLine: true }
}

/** More clocks than a day has say nothing more about its beginning. */
const MOST_AHEAD = 24

/** The clocks after a place, up to the first that names a day or a part of one. */
function facesFrom(elements: readonly BoundElement[], from: number): readonly ClockFace[] {
  const faces: ClockFace[] = []
  for (let at = from; at < elements.length && faces.length < MOST_AHEAD; at++) {
    const element = elements[at]!
    if (element.kind !== 'time' || element.time.kind !== 'clock') continue
    if (element.time.day !== null || element.time.period !== null || element.time.face === null) break
    faces.push(element.time.face)
  }
  return faces
}
