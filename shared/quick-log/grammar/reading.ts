import type { Element, NotedElement, ReadingElement } from '../element.ts'
import type { IssueCode } from '../quick-log.ts'
import { isMark, meaning, type Token } from '../tokenise.ts'
import { readSpan, span, type Found, type Rule } from './found.ts'
import { figureAt, type Shown } from './thermometer.ts'

const noted = (tokens: readonly Token[], from: number, to: number, issue: IssueCode): NotedElement => ({
  kind: 'noted',
  issue,
  ...span(tokens, from, to),
})

const one = (element: Element, next: number): Found => ({ elements: [element], next })

/** Reads a temperature, or says why a number that looks like one is none. */
export const readTemperature: Rule = (tokens, at, told) =>
  vagueBefore(tokens, at) ?? changed(tokens, at) ?? fromTo(tokens, at) ?? reading(tokens, at, told)

/** 不到39, 快38.5了: a bound is no reading. */
function vagueBefore(tokens: readonly Token[], at: number): Found | null {
  if (isArrow(tokens, at - 1) === at + 1) return null
  const vague = meaning(tokens[at], 'vague')
  const figure = vague?.side === 'before' ? figureAt(tokens, at + 1) : null
  return figure && one(noted(tokens, at, figure.next, 'temperature_vague'), figure.next)
}

/** 退了0.5度: how far, not how high. `退了 38.2` is a reading. */
function changed(tokens: readonly Token[], at: number): Found | null {
  const number = tokens[at + 1]
  if (!meaning(tokens[at], 'change') || number?.kind !== 'number' || Number(number.whole) > 9) return null
  const next = meaning(tokens[at + 2], 'unit')?.unit === 'degree' ? at + 3 : at + 2
  const digit = tokens[next]
  const end = next === at + 3 && digit?.kind === 'number' && !digit.spaced && digit.whole.length === 1 ? next + 1 : next
  return one(noted(tokens, at, end, 'temperature_change'), end)
}

/** 从39.2降到38.1, 38.5→37.9: the second is the reading; of the first nobody says when it was. */
function fromTo(tokens: readonly Token[], at: number): Found | null {
  const start = meaning(tokens[at], 'from') ? at + 1 : at
  const first = figureAt(tokens, start)
  if (!first || first.value === null || first.range) return null
  const toward = isArrow(tokens, first.next)
  const second = toward === null ? null : figureAt(tokens, toward)
  if (toward === null || !second || second.value === null) return null
  return {
    elements: [noted(tokens, at, first.next, 'time_unclear'), readSpan(tokens, first.next, toward)],
    next: toward,
  }
}

function isArrow(tokens: readonly Token[], at: number): number | null {
  if (isMark(tokens[at], '→', '⇒')) return at + 1
  if (isMark(tokens[at], '-') && tokens[at + 1]?.text === '>') return at + 2
  if (tokens[at]?.text === '>') return at + 1
  if (!meaning(tokens[at], 'toward')) return null
  return tokens[at + 1]?.text === '了' ? at + 2 : at + 1
}

function reading(tokens: readonly Token[], at: number, told: readonly Element[]): Found | null {
  const figure = figureAt(tokens, at)
  if (!figure) return null
  const other = waterAfter(tokens, figure)
  if (other !== null) return one(noted(tokens, at, other, 'not_body_temperature'), other)
  const end = rangeEnd(tokens, figure)
  if (end !== null) return one(noted(tokens, at, end, 'temperature_range'), end)
  if (meaning(tokens[figure.next], 'vague')?.side === 'after' && !tokens[figure.next]!.spaced)
    return one(noted(tokens, at, figure.next + 1, 'temperature_vague'), figure.next + 1)
  if (figure.value === null) return one(noted(tokens, at, figure.next, 'temperature_implausible'), figure.next)
  const place = span(tokens, at, figure.next)
  const element: ReadingElement = { kind: 'reading', value: figure.value, site: null, ...place }
  if (!figure.assumed) return one(element, figure.next)
  if (!figure.degrees && !speaksOfFever(told)) return null
  return { elements: [element, noted(tokens, at, figure.next, 'fahrenheit_assumed')], next: figure.next }
}

/** Without a unit a figure in Fahrenheit is believed only where the text speaks of temperature, or says nothing else before. */
function speaksOfFever(told: readonly Element[]): boolean {
  return told.every(({ kind }) => kind !== 'unread')
}

/** 38度的水, 39度温水: a bath. */
function waterAfter(tokens: readonly Token[], { next, degrees }: Shown): number | null {
  if (!degrees) return null
  const water = tokens[next]?.text === '的' ? next + 1 : next
  const is = meaning(tokens[water], 'drink') ?? meaning(tokens[water], 'subject')
  return is && !tokens[water]!.spaced ? water + 1 : null
}

const RANGE_SIGNS = ['-', '~', '—', '/']
const BETWEEN = ['之间', '间', '上下']

/** `38.5~38.8`, 38.5到38.8之间, 38.5或38.6: no reading, whichever it was. */
function rangeEnd(tokens: readonly Token[], figure: Shown): number | null {
  if (figure.range) return figure.next
  const sign = tokens[figure.next]
  const joins =
    isMark(sign, ...RANGE_SIGNS) ||
    meaning(sign, 'to') ||
    sign?.text === '或' ||
    sign?.text === '或者' ||
    sign?.text === 'or'
  if (!joins && !isDoubleDash(tokens, figure.next)) return null
  const second = figureAt(tokens, figure.next + (isDoubleDash(tokens, figure.next) ? 2 : 1))
  if (!second) return null
  return BETWEEN.includes(tokens[second.next]?.text ?? '') ? second.next + 1 : second.next
}

const isDoubleDash = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens[at], '—', '-') && isMark(tokens[at + 1], '—', '-')
