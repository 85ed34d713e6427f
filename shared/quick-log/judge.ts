import type {
  Element,
  JudgedElement,
  JudgingCueElement,
  NotedElement,
  ReadElement,
  SettledElement,
  UnreadElement,
} from './element.ts'
import type { IssueCode } from './quick-log.ts'
import type { JudgingCue } from './words/meaning.ts'

/** The elements of one clause, by their places in the text. */
type Clause = readonly number[]

const isFact = ({ kind }: Element): boolean =>
  kind === 'reading' || kind === 'medicine' || kind === 'amount' || kind === 'symptom'
const isDose = ({ kind }: Element): boolean => kind === 'medicine' || kind === 'amount'

/**
 * Takes back what a clause does not say has happened: plans (准备喂美林), questions (要不要吃), what was not given (没吃药),
 * what is feared or only supposed. Such facts are read, and an issue tells what they were taken for.
 */
export function judge(elements: readonly SettledElement[]): readonly JudgedElement[] {
  const judged = [...elements]
  for (const clause of clausesOf(elements)) judgeClause(judged, clause)
  return judged as readonly Element[] as readonly JudgedElement[]
}

function clausesOf(elements: readonly Element[]): readonly Clause[] {
  const clauses: number[][] = [[]]
  elements.forEach((element, at) => {
    if (element.kind === 'break') clauses.push([])
    else clauses[clauses.length - 1]!.push(at)
  })
  return clauses
}

function judgeClause(judged: SettledElement[], clause: Clause): void {
  const before = clause.map((at) => judged[at]!)
  before.forEach((cue, place) => {
    if (cue.kind !== 'cue') return
    const at = clause[place]!
    const taken = scope(before, place, cue)
      .map((one) => clause[one]!)
      .filter((one) => isFact(judged[one]!))
    if (taken.length === 0) {
      judged[at] = wordOnly(cue, before, place)
      return
    }
    const gone = [...taken, ...timesOf(judged, clause, taken, cue)]
    judged[at] = noted(cue, gone, judged)
    for (const one of gone) judged[one] = { ...placeOf(judged[one]!), kind: 'read' }
  })
}

const placeOf = ({ start, end, spaced }: Element) => ({ start, end, spaced })

const ISSUES = {
  plan: 'plan',
  may: 'plan',
  told: 'plan',
  if: 'plan',
  then: 'plan',
  fear: 'plan',
  ask: 'question',
  asked: 'question',
  denyGive: 'not_given',
  several: 'time_unclear',
  past: 'time_unclear',
} as const satisfies Record<JudgingCue, IssueCode>

function verbBefore(judged: readonly Element[], at: number): readonly Element[] {
  const before = judged[at - 1]
  return before?.kind === 'verb' && !judged[at]!.spaced ? [before] : []
}

/** The issue speaks of everything from the first to the last that was taken back. */
function noted(cue: JudgingCueElement, settled: readonly number[], judged: readonly Element[]): NotedElement {
  const parts = [cue, ...settled.flatMap((at) => [judged[at]!, ...verbBefore(judged, at)])]
  return {
    kind: 'noted',
    issue: ISSUES[cue.cue],
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
    spaced: cue.spaced,
  }
}

/** A question or a plan about nothing that could be drafted (明天去医院) is no fact, and stays to be seen. */
function wordOnly(
  cue: JudgingCueElement,
  clause: readonly Element[],
  place: number,
): NotedElement | ReadElement | UnreadElement {
  const whole = clause.slice(0, place)
  if (cue.cue === 'asked' && whole.some(({ kind }) => kind === 'verb') && !isOpened(clause, place))
    return { ...placeOf(cue), kind: 'noted', issue: 'question', start: whole[0]!.start }
  const verb = clause.find((element, at) => at > place && element.kind === 'verb' && element.verb === 'give')
  if (cue.cue === 'denyGive' && verb) return { ...placeOf(cue), kind: 'noted', issue: 'not_given', end: verb.end }
  const readable = cue.cue === 'asked' || clause.some((element, at) => at !== place && isFact(element))
  return readable ? { ...placeOf(cue), kind: 'read' } : { ...placeOf(cue), kind: 'unread', name: false }
}

/** Which elements of its clause (by their place in it) a cue takes back. */
function scope(clause: readonly Element[], place: number, cue: JudgingCueElement): readonly number[] {
  const after = range(place + 1, clause.length)
  switch (cue.cue) {
    case 'may':
      return doses(clause, after, place)
    case 'plan':
      return [...doses(clause, after, place), ...plannedNext(clause, place)]
    case 'told':
      return after.some((at) => isDone(clause[at]!)) ? [] : doses(clause, after, place)
    case 'then':
      return conditional(clause, place) ? range(0, clause.length) : doses(clause, after, place)
    case 'if':
      return after
    case 'past':
      return after.filter((at) => clause[at]!.kind === 'symptom')
    case 'fear':
      return after.filter((at) => clause[at]!.kind === 'symptom' || clause[at]!.kind === 'reading')
    case 'ask':
      return [...joinedBefore(clause, place), ...askedNext(clause, after)]
    case 'asked':
      return asked(clause, place)
    case 'denyGive':
      return denied(clause, place)
    case 'several':
      return range(0, clause.length).filter((at) => isDose(clause[at]!))
  }
}

/** What a question word asks about: a reading or symptom set off after it is told (要不要喂美林 38.9). */
function askedNext(clause: readonly Element[], after: readonly number[]): readonly number[] {
  const first = after.findIndex((at) => isFact(clause[at]!))
  const told = after.findIndex((at, i) => first >= 0 && i > first && clause[at]!.spaced && !isDose(clause[at]!))
  return told < 0 ? after : after.slice(0, told)
}

/** What a family does or waits for may be planned as well: 准备睡觉, 要喝水. */
const ACTIONS: readonly string[] = ['asleep', 'drinking', 'cooling', 'urinated']

function plannedNext(clause: readonly Element[], place: number): readonly number[] {
  const next = clause.findIndex((element, at) => at > place && element.kind !== 'read' && element.kind !== 'verb')
  const element = clause[next]
  return element?.kind === 'symptom' && element.present && ACTIONS.includes(element.code) ? [next] : []
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const isDone = (element: Element): boolean => element.kind === 'verb' && element.verb === 'give' && element.done

/** Doses after it, and the medicine it is joined to: 美林要喂吗, 美林可以和泰诺林一起吃吗. One with an amount before others was given. */
function doses(clause: readonly Element[], after: readonly number[], place: number): readonly number[] {
  const later = after.filter((at) => isDose(clause[at]!))
  const joined = joinedBefore(clause, place)
  const given = joined.some((at) => clause[at]!.kind === 'amount') || range(0, place).some((at) => isDone(clause[at]!))
  if (given && later.length > 0) return later
  const all = [...joined, ...later]
  return all.length > 0 ? all : namedBefore(clause, place)
}

/** Ibuprofen due at 6: the medicine named directly before, whatever the gap. */
const namedBefore = (clause: readonly Element[], place: number): readonly number[] =>
  clause[place - 1]?.kind === 'medicine' && !range(0, place).some((at) => isDone(clause[at]!)) ? [place - 1] : []

/** The medicine and amount that a word follows without a gap, over small words (美林5ml要不要喂). */
function joinedBefore(clause: readonly Element[], place: number): readonly number[] {
  const joined: number[] = []
  for (let at = place - 1; at >= 0 && !clause[at + 1]!.spaced; at--) {
    if (isDose(clause[at]!)) joined.push(at)
    else if (!JOINING.includes(clause[at]!.kind)) break
  }
  return joined
}

const JOINING: readonly Element['kind'][] = ['read', 'time', 'cue', 'verb']

/** 到38.5再喂: the reading is a condition. */
function conditional(clause: readonly Element[], place: number): boolean {
  const reading = clause.findIndex(({ kind }) => kind === 'reading')
  if (reading < 0 || reading > place) return false
  const first = clause[reading - 1]
  return first?.kind === 'read' && reading - 1 === 0 && first.end - first.start <= 2 && !clause[reading]!.spaced
}

/** What a question mark or 吗 asks about: its part of the clause between gaps, with the amounts' medicine; all of it in Latin script. */
function asked(clause: readonly Element[], place: number): readonly number[] {
  if (isOpened(clause, place)) return []
  let from = place
  while (from > 0 && (!clause[from]!.spaced || lacksMedicine(clause, from, place))) from--
  return range(from, place)
}

/** Whether a plan or a question word stands before: then the mark at the end is about that. */
const isOpened = (clause: readonly Element[], place: number): boolean =>
  clause.some(({ kind }, at) => at < place && kind === 'cue')

function lacksMedicine(clause: readonly Element[], from: number, place: number): boolean {
  const part = clause.slice(from, place)
  return !part.some((element) => isFact(element) && element.kind !== 'amount')
}

/** What was not given: the doses up to the next giving (没吃美林吃的泰诺林); with none there, the last medicine before. */
function denied(clause: readonly Element[], place: number): readonly number[] {
  const first = clause.findIndex((element, at) => at > place && isDose(element))
  const again = clause.findIndex((element, at) => at > first && element.kind === 'verb' && element.verb === 'give')
  if (first > 0) return range(first, again < 0 ? clause.length : again).filter((at) => isDose(clause[at]!))
  const medicine = range(0, place)
    .filter((at) => clause[at]!.kind === 'medicine')
    .pop()
  return medicine === undefined ? [] : range(medicine, place)
}

/** The time of a plan is no time of the record: where nothing else is left in the clause, later facts do not take it over. */
function timesOf(
  judged: readonly Element[],
  clause: Clause,
  taken: readonly number[],
  cue: JudgingCueElement,
): readonly number[] {
  if (cue.cue === 'denyGive') return []
  const left = clause.some((at) => isFact(judged[at]!) && !taken.includes(at))
  return clause.filter((at) => judged[at]!.kind === 'time' && (!left || judged[at].start > cue.start))
}
