import type { Element, ReadElement, UnreadElement } from '../element.ts'
import { meaning, type Token } from '../tokenise.ts'

/** What a rule of the grammar read: its elements, and the first token after it. */
export interface Found {
  readonly elements: readonly Element[]
  readonly next: number
}

/** A rule reads the tokens from `at`, or finds nothing of its own there. `told`: what was read before. */
export type Rule = (tokens: readonly Token[], at: number, told: readonly Element[]) => Found | null

/** The place of the tokens from `from` up to, not including, `to`. */
export const span = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
  spaced: tokens[from]!.spaced,
})

export const readSpan = (tokens: readonly Token[], from: number, to: number): ReadElement => ({
  kind: 'read',
  ...span(tokens, from, to),
})

export const unreadSpan = (tokens: readonly Token[], from: number, to: number, name = false): UnreadElement => ({
  kind: 'unread',
  name,
  ...span(tokens, from, to),
})

/** What was told last, small words and the kinds named aside. */
export function lastTold(told: readonly Element[], ...aside: readonly Element['kind'][]): Element | undefined {
  let at = told.length - 1
  while (at >= 0 && (told[at]!.kind === 'read' || aside.includes(told[at]!.kind))) at--
  return told[at]
}

/** The first token from `at` that is no filler, at most `most` further on. */
export function pastFillers(tokens: readonly Token[], at: number, most = 3): number {
  let next = at
  while (next - at < most && meaning(tokens[next], 'filler')) next++
  return next
}

/** Whether a token starts a line, a bullet before it aside. */
export function startsLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || before.text === '\n' || (before.kind === 'mark' && startsLine(tokens, at - 1))
}

/** Whether nothing follows in the line. */
export const endsLine = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || tokens[at].text === '\n'
