import type { BoundElement } from './bind.ts'
import type { TimeElement } from './element.ts'
import type { Verb } from './words/meaning.ts'

const isFact = (element: BoundElement | undefined): boolean =>
  element?.kind === 'reading' || element?.kind === 'dose' || element?.kind === 'symptom'

/** Which time each fact has been given, by their places; a fact that has none of its own takes the time told last. */
export type Placed = ReadonlyMap<number, number>

/**
 * A time leads what follows it (`2:30 38.9`), unless it comes at the end of its clause (`美林5ml 2:30`), is introduced by
 * "at", or speaks of the fact before it (`38.9 2点量的`).
 */
export function placeTimes(elements: readonly BoundElement[]): Placed {
  const placed = new Map<number, number>()
  for (const line of linesOf(elements)) placeInLine(elements, line, placed)
  return placed
}

type Clause = readonly number[]

function linesOf(elements: readonly BoundElement[]): readonly (readonly Clause[])[] {
  const lines: number[][][] = [[[]]]
  elements.forEach((element, at) => {
    const line = lines[lines.length - 1]!
    if (element.kind !== 'break') line[line.length - 1]!.push(at)
    else if (element.line) lines.push([[]])
    else line.push([])
  })
  return lines
}

function placeInLine(elements: readonly BoundElement[], line: readonly Clause[], placed: Map<number, number>): void {
  const open: number[] = []
  line.forEach((clause, number) => {
    const facts = clause.filter((at) => isFact(elements[at]))
    const times = clause.filter((at) => elements[at]!.kind === 'time')
    const [time] = times
    if (time === undefined) open.push(...facts)
    else if (facts.length > 0) placeInClause(elements, clause, facts, times, placed)
    else if (closes(elements, clause, line.slice(number + 1))) {
      for (const fact of spokenOf(elements, open, verbAfter(elements, time))) placed.set(fact, time)
      open.length = 0
    }
  })
}

/** A clause of a time alone (`2点半量的`) is about what stands before it when a verb says so, or when nothing follows. */
function closes(elements: readonly BoundElement[], clause: Clause, later: readonly Clause[]): boolean {
  const verb = clause.some((at) => elements[at]!.kind === 'verb')
  return verb || !later.some((one) => one.some((at) => isFact(elements[at])))
}

function spokenOf(elements: readonly BoundElement[], open: readonly number[], verb: Verb | null): readonly number[] {
  const meant = open.filter((at) => verb === null || agrees(elements[at]!, verb))
  return meant.length > 0 ? meant : [...open]
}

const agrees = (element: BoundElement, verb: Verb): boolean =>
  verb === 'give' ? element.kind === 'dose' : element.kind === 'reading'

function verbAfter(elements: readonly BoundElement[], time: number): Verb | null {
  const next = elements[time + 1]?.kind === 'read' ? elements[time + 2] : elements[time + 1]
  return next?.kind === 'verb' ? next.verb : null
}

function placeInClause(
  elements: readonly BoundElement[],
  clause: Clause,
  facts: readonly number[],
  times: readonly number[],
  placed: Map<number, number>,
): void {
  const told = clause.filter((at) => isFact(elements[at]) || elements[at]!.kind === 'time')
  const trailing =
    isFact(elements[told[0]!]) &&
    (isTrailing(elements, told[told.length - 1]!) || times.some((at) => isAfter(elements, at)))
  for (const fact of facts) {
    const before = lastBelow(times, fact)
    const after = times.find((at) => at > fact)
    const back = after !== undefined && (trailing || (before === undefined && speaksOf(elements, fact, after, facts)))
    const time = back ? after : before
    if (time !== undefined) placed.set(fact, time)
  }
}

const timeAt = (elements: readonly BoundElement[], at: number): TimeElement['time'] | null => {
  const element = elements[at]!
  return element.kind === 'time' ? element.time : null
}

/** 1小时后 at the end leads to nothing that was told. */
const isTrailing = (elements: readonly BoundElement[], at: number): boolean => {
  const time = timeAt(elements, at)
  return time !== null && time.kind !== 'later'
}

const isAfter = (elements: readonly BoundElement[], at: number): boolean => (elements[at] as TimeElement).after

function lastBelow(times: readonly number[], at: number): number | undefined {
  const below = times.filter((time) => time < at)
  return below[below.length - 1]
}

/** `38.9 2点量的 美林5ml`: 量 speaks of the reading before, not of the dose after. */
function speaksOf(elements: readonly BoundElement[], fact: number, time: number, facts: readonly number[]): boolean {
  const verb = verbAfter(elements, time)
  const next = facts.find((at) => at > time)
  return verb !== null && agrees(elements[fact]!, verb) && next !== undefined && !agrees(elements[next]!, verb)
}
