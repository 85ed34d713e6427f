import type { Element } from '../element.ts'
import { figureAt } from './thermometer.ts'
import { isMark, meaning, type Token } from '../tokenise.ts'
import { readAmount } from './amount.ts'
import { rhythmEnd } from './duration.ts'
import { lastTold, readSpan, span, startsLine, unreadSpan, type Found, type Rule } from './found.ts'

const STRONG_MARKS = [',', '。', ';', '!', '?', '.', '…']

const one = (element: Element, next: number): Found => ({ elements: [element], next })

/** Reads punctuation: what ends a line or a clause, a question mark, and the rest, which parts nothing. */
export const readMark: Rule = (tokens, at) => {
  const token = tokens[at]!
  if (token.kind !== 'mark') return null
  const place = span(tokens, at, at + 1)
  if (token.text === '\n') return one({ kind: 'break', line: true, ...place }, at + 1)
  if (token.text === '?') {
    const elements: Element[] = [
      { kind: 'cue', cue: 'asked', ...place },
      { kind: 'break', line: false, ...place },
    ]
    return { elements, next: at + 1 }
  }
  if (STRONG_MARKS.includes(token.text)) return one({ kind: 'break', line: false, ...place }, at + 1)
  return one(readSpan(tokens, at, at + 1), at + 1)
}

/** Beyond this a number at the start of a line is a temperature (`38. 5`). */
const MOST_ENTRIES = 31

/** Reads a bullet before an entry of a list: `1. 22:10 38.9`, `2、…`, `3) …`. */
export const readBullet: Rule = (tokens, at) => {
  const [number, sign, after] = tokens.slice(at, at + 3)
  if (
    number?.kind !== 'number' ||
    number.whole.length > 2 ||
    number.fraction !== '' ||
    Number(number.whole) > MOST_ENTRIES ||
    !startsLine(tokens, at)
  )
    return null
  const dot = isMark(sign, '.', ')') && (after?.spaced === true || after?.kind === 'number')
  return after && !sign!.spaced && (dot || sign?.text === '、') ? one(readSpan(tokens, at, at + 2), at + 2) : null
}

const MOST_BETWEEN = 3

/** Reads a denial that is about giving: 没吃药, 没给他喂, no medicine; or that ends a question: 喂了没. */
export const readDenial: Rule = (tokens, at, told) => {
  if (!meaning(tokens[at], 'not') || isRejection(tokens, at) || meaning(tokens[at], 'cue')?.cue === 'denyGive')
    return null
  const place = span(tokens, at, at + 1)
  if (givesAfter(tokens, at + 1)) return one({ kind: 'cue', cue: 'denyGive', ...place }, at + 1)
  const after = tokens[at + 1]
  // 38.5 no 38.8: put right as well.
  if (rightsFigure(tokens, at, told)) return one({ kind: 'cue', cue: 'correct', ...place }, at + 1)
  // 5ml，不，4ml: a no by itself takes back what was said.
  if (isAlone(tokens, at)) return one({ kind: 'cue', cue: 'correct', ...place }, at + 1)
  const ends = after === undefined || after.kind === 'mark' || meaning(after, 'cue')?.cue === 'asked'
  const asks = ends && /^没/.test(tokens[at]!.text) && told.length > 0 && told[told.length - 1]!.kind !== 'break'
  return asks ? one({ kind: 'cue', cue: 'asked', ...place }, at + 1) : one(unreadSpan(tokens, at, at + 1), at + 1)
}

/** 38.9 not 38.5: put right, not denied. */
const isRejection = (tokens: readonly Token[], at: number): boolean =>
  meaning(tokens[at], 'cue')?.cue === 'ratherThan' && tokens[at + 1]?.kind === 'number'

function givesAfter(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at - from < MOST_BETWEEN && at < tokens.length; at++) {
    if (meaning(tokens[at], 'medicine')) return true
    if (meaning(tokens[at], 'drinkVerb')) continue
    if (meaning(tokens[at], 'verb')?.verb === 'give') return !meaning(tokens[at + 1], 'food')
    if (!meaning(tokens[at], 'filler')) return false
  }
  return false
}

const rightsFigure = (tokens: readonly Token[], at: number, told: readonly Element[]): boolean =>
  (tokens[at]!.text === '不' || tokens[at]!.text === 'no') &&
  told[told.length - 1]?.kind === 'reading' &&
  figureAt(tokens, isMark(tokens[at + 1], ',') ? at + 2 : at + 1) !== null

const isAlone = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]!.text === '不' || tokens[at]!.text === 'no') &&
  isMark(tokens[at + 1], ',', '!', '。', '.') &&
  tokens[at - 1]?.kind === 'mark'

/** Reads how often: of what was just told. */
export const readCount: Rule = (tokens, at, told) => {
  const turns = rhythmEnd(tokens, at)
  if (turns !== null) return one({ kind: 'cue', cue: 'several', ...span(tokens, at, turns) }, turns)
  if (tokens[at]?.kind !== 'number' || meaning(tokens[at + 1], 'unit')?.unit !== 'times') return null
  const fact = lastTold(told)
  // 喂了3次美林: three doses, and nobody says when.
  const given = fact?.kind === 'medicine' || fact?.kind === 'amount' || (fact?.kind === 'verb' && fact.verb === 'give')
  const ofNext = meaning(tokens[at + 2], 'medicine') !== undefined
  if ((given || ofNext) && Number(tokens[at].whole) > 1)
    return one({ kind: 'cue', cue: 'several', ...span(tokens, at, at + 2) }, at + 2)
  const counted = given || fact?.kind === 'symptom' || (fact?.kind === 'verb' && fact.verb === 'measure')
  return one(counted ? readSpan(tokens, at, at + 2) : unreadSpan(tokens, at, at + 2), at + 2)
}

const GIVEN = { verb: 'give', done: true } as const

/** 粥100ml, 喂了粥, 喂了米粉50g: eaten, and no dose; where that ends. A food by itself is a word like others. */
function eatenUpTo(tokens: readonly Token[], at: number): number | null {
  const isGiven = meaning(tokens[at], 'verb') !== undefined || meaning(tokens[at], 'drinkVerb') !== undefined
  const food = isGiven ? at + 1 : at
  if (!meaning(tokens[food], 'food')) return null
  return readAmount(tokens, food + 1, [])?.next ?? (isGiven ? food + 1 : null)
}

/** Reads every word that has a meaning by itself. What is left is unread. */
export const readWord: Rule = (tokens, at) => {
  const place = span(tokens, at, at + 1)
  const eaten = eatenUpTo(tokens, at)
  if (eaten !== null) return one(unreadSpan(tokens, at, eaten), eaten)
  const cue = meaning(tokens[at], 'cue')
  if (cue) return one({ kind: 'cue', cue: cue.cue, ...place }, at + 1)
  const verb = meaning(tokens[at], 'verb') ?? (meaning(tokens[at], 'drinkVerb') && GIVEN)
  if (verb) return one({ kind: 'verb', verb: verb.verb, done: verb.done, ...place }, at + 1)
  const site = meaning(tokens[at], 'site')
  if (site) return one({ kind: 'site', site: site.site, always: site.always, ...place }, at + 1)
  if (isRead(tokens, at)) return one(readSpan(tokens, at, at + 1), at + 1)
  const name = meaning(tokens[at], 'somebody') !== undefined
  return one(unreadSpan(tokens, at, at + 1, name), at + 1)
}

const READ_ROLES = ['filler', 'measured', 'and', 'toward', 'at'] as const
const NAME_STARTS = ['小', '大', '老', '阿']

/** Whether its clause shows a temperature. */
function hasFigure(tokens: readonly Token[], at: number): boolean {
  let from = at
  while (from > 0 && tokens[from - 1]!.kind !== 'mark') from--
  for (let next = from; tokens[next] !== undefined && tokens[next]!.kind !== 'mark'; next++)
    if (figureAt(tokens, next) !== null) return true
  return false
}

function isRead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  // 小明: half a name is none.
  if (NAME_STARTS.includes(token.text) && next?.kind === 'unknown' && !next.spaced) return false
  // 发烧 says nothing more beside its figure, nor 华氏 before it; alone it is not in the vocabulary.
  if (meaning(token, 'linking')) return hasFigure(tokens, at)
  if (meaning(token, 'unit')?.unit === 'fahrenheit') return next?.kind === 'number'
  if (meaning(token, 'to')) return next?.kind === 'number'
  if (token.text === '>') return isMark(tokens[at - 1], '-', '=')
  return READ_ROLES.some((role) => meaning(token, role) !== undefined)
}
