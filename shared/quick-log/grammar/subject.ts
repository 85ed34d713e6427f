import type { IssueCode } from '../quick-log.ts'
import { meaning, type Token } from '../tokenise.ts'
import { span, unreadSpan, type Found, type Rule } from './found.ts'

/** Words that may stand between a thing and its number: 空调开到26度, 体重大概是14. */
const BETWEEN =
  /^(是|了|的|大概|约|大约|有|在|开|调|到|放|设|着|温度|里|内|只|才|就|:|=|为|现在|目前|差不多|is|was|at|about|of|temperature|temp)$/
const MOST_BETWEEN = 4

/** Reads a number that is about something else: the room, the bath, a weight, a pulse. */
export const readOtherMeasure: Rule = (tokens, at) => {
  const weight = loneWeight(tokens, at)
  if (weight) return weight
  const subject = meaning(tokens[at], 'subject')?.subject ?? (meaning(tokens[at], 'drink') ? 'room' : null)
  if (subject === null) return null
  const number = numberAfter(tokens, at + 1)
  if (number === null) return null
  const next = pastUnits(tokens, number + 1)
  const degrees = unitOf(tokens[number + 1]) === 'degree' || unitOf(tokens[number + 1]) === 'fahrenheit'
  if (subject === 'other') return { elements: [unreadSpan(tokens, at, next)], next }
  if (subject === 'weight') return noted(tokens, at, next, 'weight')
  const temperature = degrees || (next === number + 1 && !meaning(tokens[at], 'drink'))
  return temperature ? noted(tokens, at, next, 'not_body_temperature') : null
}

const noted = (tokens: readonly Token[], from: number, next: number, issue: IssueCode): Found => ({
  elements: [{ kind: 'noted', issue, ...span(tokens, from, next) }],
  next,
})

const unitOf = (token: Token | undefined) => meaning(token, 'unit')?.unit

/** `14.2kg`, 28斤半: a weight by its unit alone. */
function loneWeight(tokens: readonly Token[], at: number): Found | null {
  if (tokens[at]?.kind !== 'number' || unitOf(tokens[at + 1]) !== 'weight') return null
  return noted(tokens, at, pastUnits(tokens, at + 1), 'weight')
}

function numberAfter(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < tokens.length && at - from <= MOST_BETWEEN; at++) {
    if (tokens[at]!.kind === 'number') return at
    if (!BETWEEN.test(tokens[at]!.text)) return null
  }
  return null
}

/** Past 度, 度5, kg, 斤半, 次/分. */
function pastUnits(tokens: readonly Token[], at: number): number {
  let next = at
  while (next < tokens.length && belongs(tokens, next, at)) next++
  return next
}

function belongs(tokens: readonly Token[], next: number, from: number): boolean {
  const token = tokens[next]!
  if (unitOf(token) !== undefined && unitOf(token) !== 'oclock') return true
  if (next === from) return false
  const half = meaning(token, 'half') !== undefined
  const digit = token.kind === 'number' && token.whole.length === 1 && token.fraction === ''
  return (half || digit || token.text === '/') && !token.spaced && unitOf(tokens[next - 1]) !== undefined
}
