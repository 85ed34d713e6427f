import type { CueElement, Element, NotedElement, ReadElement, SettledElement } from './element.ts'

type Kind = 'time' | 'reading' | 'amount' | 'medicine' | 'symptom' | 'site'
const KINDS: readonly Element['kind'][] = ['time', 'reading', 'amount', 'medicine', 'symptom', 'site'] satisfies Kind[]

const says = (element: Element): boolean => KINDS.includes(element.kind)
const asRead = ({ start, end, spaced }: Element): ReadElement => ({ kind: 'read', start, end, spaced })

/**
 * Settles what was said wrong and put right: 38.5，不对，38.9 keeps 38.9 where 38.5 stood, 不是38.5是38.9 and 38.9不是38.5
 * keep 38.9. What was wrong is read, and gone.
 */
export function settleCorrections(elements: readonly Element[]): readonly SettledElement[] {
  const settled = [...elements]
  settled.forEach((element, at) => {
    if (element.kind !== 'cue') return
    if (element.cue === 'reject' || element.cue === 'ratherThan') reject(settled, at, element)
    else if (element.cue === 'correct') correct(settled, at, element)
    else if (element.cue === 'is') settled[at] = asRead(element)
  })
  return settled as readonly Element[] as readonly SettledElement[]
}

/** 不是 before a fact denies it; standing apart it means that what was said before is wrong. */
function reject(settled: Element[], at: number, cue: CueElement): void {
  const next = settled[at + 1]
  const after = settled[at + 2]
  if (next === undefined || !says(next) || (cue.cue === 'reject' && next.spaced && cue.spaced)) {
    correct(settled, at, cue)
    return
  }
  settled[at] = asRead(cue)
  settled[at + 1] = asRead(next)
  // 不是美林5ml: the amount of what is denied goes with it, unless a right one stands before or follows.
  const rightOne = settled.slice(0, at).some(({ kind }) => kind === 'medicine') || rightOneFollows(settled, at + 3)
  if (next.kind === 'medicine' && after?.kind === 'amount' && !rightOne) settled[at + 2] = asRead(after)
}

/** 不是美林5ml是泰诺林: the right one takes the amount over. 是泰诺林6ml brings its own, and past a comma nobody can tell. */
function rightOneFollows(settled: readonly Element[], at: number): boolean {
  const end = settled.findIndex(({ kind }, i) => i >= at && kind === 'break')
  const clause = settled.slice(at, end < 0 ? settled.length : end)
  const is = clause.slice(0, 4).findIndex((element) => element.kind === 'cue' && element.cue === 'is')
  return is >= 0 && !clause.slice(is).some(({ kind }) => kind === 'amount')
}

/** Every fact of the clause that follows takes the place of the last one of its kind before. */
function correct(settled: Element[], at: number, cue: CueElement): void {
  settled[at] = asRead(cue)
  const from = firstFact(settled, at + 1)
  if (from === null) {
    if (settled.slice(0, at).some(says)) settled[at] = unclear(cue)
    return
  }
  let oldest = lineStart(settled, at)
  for (let next = from; next < settled.length; next++) {
    const right = settled[next]!
    if (right.kind === 'break' || (right.kind === 'time' && next > from)) return
    if (!says(right)) continue
    const wrong = lastOfKind(settled, oldest, at, right)
    if (wrong === null) continue
    if (right.kind === 'time') oldest = wrong + 1
    if (right.kind === 'amount' && settled[next + 1]?.kind === 'medicine') {
      // 5ml，不，4ml美林: the right one has its medicine already.
      settled[wrong] = asRead(settled[wrong]!)
      continue
    }
    settled[next] = asRead(right)
    settled[wrong] = { ...right, spaced: settled[wrong]!.spaced }
  }
}

const unclear = ({ start, end, spaced }: Element): NotedElement => ({
  kind: 'noted',
  issue: 'correction_unclear',
  start,
  end,
  spaced,
})

/** The first fact after a correction, past breaks and small words; null when something unread or nothing comes first. */
function firstFact(settled: Element[], from: number): number | null {
  for (let at = from; at < settled.length; at++) {
    const element = settled[at]!
    if (says(element)) return at
    // 写错了，应该是: said twice, meant once.
    if (element.kind === 'cue' && element.cue === 'correct') settled[at] = asRead(element)
    if (element.kind === 'unread' || (element.kind === 'break' && element.line)) return null
  }
  return null
}

/** A correction may start a line of its own: then it is about the line before. */
function lineStart(settled: readonly Element[], at: number): number {
  const breaks = settled
    .map((element, i) => (element.kind === 'break' && element.line && i < at ? i : -1))
    .filter((i) => i >= 0)
  const last = breaks[breaks.length - 1] ?? -1
  const onOwnLine = !settled.slice(last + 1, at).some(says)
  return onOwnLine ? (breaks[breaks.length - 2] ?? -1) + 1 : last + 1
}

function lastOfKind(settled: readonly Element[], from: number, to: number, right: Element): number | null {
  for (let at = to - 1; at >= from; at--) if (settled[at]!.kind === right.kind) return at
  return null
}
