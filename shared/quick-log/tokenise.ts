import { wordAt } from './lexicon.ts'
import { numeralAt, type Numeral } from './numeral.ts'
import type { Meaning } from './words/meaning.ts'

interface Place {
  readonly start: number
  readonly end: number
  /** As spelled by `oneSpelling`. */
  readonly text: string
  /** Whether white space stands before it. */
  readonly spaced: boolean
}

export interface NumberToken extends Place, Numeral {
  readonly kind: 'number'
}
export interface WordToken extends Place {
  readonly kind: 'word'
  readonly meanings: readonly Meaning[]
}
/** `mark`: punctuation, a line end included. `unknown`: characters no word of the lexicon starts with. */
export interface OtherToken extends Place {
  readonly kind: 'mark' | 'unknown'
}
export type Token = NumberToken | WordToken | OtherToken

const LATIN_RUN = /^[a-z\u00c0-\u024f']+/
const MARK = /^[!-/:-@[-`{-~\n。、·…—“”《》「」【】〔〕→←↑↓⇒√✓×•●○■★|¥]/

/**
 * Cuts a text, in one spelling, into words, numbers and marks. Nothing but white space falls between two tokens. `names`, in
 * the same spelling, are what this child is called: words around the facts.
 */
export function tokenise(text: string, names: readonly string[]): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let spaced = false
  while (at < text.length) {
    if (text[at] === ' ') {
      spaced = true
      at++
      continue
    }
    const token = nameAt(text, at, spaced, names) ?? tokenAt(text, at, spaced, tokens[tokens.length - 1])
    tokens.push(token)
    at = token.end
    spaced = false
  }
  return tokens
}

function nameAt(text: string, start: number, spaced: boolean, names: readonly string[]): WordToken | null {
  const name = names.find((one) => one !== '' && text.startsWith(one, start) && endsThere(text, start + one.length))
  if (name === undefined) return null
  return { kind: 'word', meanings: [{ role: 'filler' }], start, end: start + name.length, text: name, spaced }
}

/** Em is no part of Emma. */
const endsThere = (text: string, end: number): boolean => !/[a-z]{2}/.test(text.slice(end - 1, end + 1))

function tokenAt(text: string, at: number, spaced: boolean, before: Token | undefined): Token {
  const place = (end: number): Place => ({ start: at, end, text: text.slice(at, end), spaced })
  const word = wordAt(text, at)
  const numeral = numeralAt(text, at)
  const wins =
    word !== null && (numeral === null || (word.text.length > 1 && !isOneOClock(word.text, text, at, spaced, before)))
  if (wins) return { kind: 'word', meanings: word.meanings, ...place(at + word.text.length) }
  if (numeral) return { kind: 'number', ...numeral, ...place(numeral.end) }
  const mark = MARK.test(text[at]!)
  if (mark) return { kind: 'mark', ...place(at + 1) }
  const latin = LATIN_RUN.exec(text.slice(at))
  return { kind: 'unknown', ...place(at + (latin ? latin[0].length : 1)) }
}

/** 一点 is an hour where a time can stand (凌晨一点, 一点半), and "a little" elsewhere (喝了一点水). */
function isOneOClock(word: string, text: string, at: number, spaced: boolean, before: Token | undefined): boolean {
  if (word !== '一点') return false
  const after = text.slice(at + 2, at + 3)
  if (/^[半整钟]/.test(after)) return true
  // 一点不蔫: not a bit.
  if (/^[不没都也]/.test(after)) return false
  return (
    before === undefined ||
    before.kind === 'mark' ||
    spaced ||
    (before.kind === 'word' && before.meanings.some(({ role }) => role === 'period' || role === 'day'))
  )
}

/** The meaning of a token in one role; undefined when it has none. */
export function meaning<R extends Meaning['role']>(
  token: Token | undefined,
  role: R,
): Extract<Meaning, { role: R }> | undefined {
  if (token?.kind !== 'word') return undefined
  return token.meanings.find((one): one is Extract<Meaning, { role: R }> => one.role === role)
}

export const isMark = (token: Token | undefined, ...signs: readonly string[]): boolean =>
  token?.kind === 'mark' && signs.includes(token.text)
