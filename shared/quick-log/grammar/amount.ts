import type { AmountElement } from '../element.ts'
import { isMark, meaning, type NumberToken, type Token } from '../tokenise.ts'
import type { DoseUnit, Unit } from '../words/meaning.ts'
import { lastTold, span, unreadSpan, type Rule } from './found.ts'

const DOSE_UNITS: readonly Unit[] = ['ml', 'mg', 'gram', 'piece', 'spoon']

/** The unit of a dose at a token. */
function doseUnit(token: Token | undefined): DoseUnit | null {
  const unit = meaning(token, 'unit')?.unit
  return unit !== undefined && DOSE_UNITS.includes(unit) ? (unit as DoseUnit) : null
}

interface Quantity {
  /** Null for a range (5-6ml). */
  readonly value: number | null
  readonly next: number
}

/** Reads an amount of medicine, or one of each of several: 各3ml, 各喂了3ml. */
export const readAmount: Rule = (tokens, at, told) => {
  if (tokens[at]?.text !== '各') return oneAmount(tokens, at, told)
  const from = meaning(tokens[at + 1], 'verb') ? at + 2 : at + 1
  const found = oneAmount(tokens, from, told)
  const [amount] = found?.elements ?? []
  if (!found || amount?.kind !== 'amount') return null
  return { elements: [{ ...amount, each: true, start: tokens[at].start, spaced: tokens[at].spaced }], next: found.next }
}

/** 5ml, 四毫升, 半包, 一包半, 1/2片, 三分之一包, 0.1g. */
const oneAmount: Rule = (tokens, at) => {
  const quantity = quantityAt(tokens, at)
  if (!quantity) return null
  const unit = doseUnit(tokens[quantity.next])
  if (unit === null) return null
  const half = isHalfMore(tokens, quantity.next + 1)
  const value = quantity.value === null ? null : rounded(quantity.value + (half ? 0.5 : 0))
  const next = quantity.next + (half ? 2 : 1)
  const strength = strengthEnd(tokens, next)
  if (strength !== null) return { elements: [unreadSpan(tokens, at, strength)], next: strength }
  const element: AmountElement = { kind: 'amount', ...inDraftUnits(unit, value), ...span(tokens, at, next) }
  return { elements: [element], next }
}

/** 100mg/5ml, 100ml:2g: how strong it is, never how much was given. */
function strengthEnd(tokens: readonly Token[], at: number): number | null {
  if (!isMark(tokens[at], '/', ':')) return null
  const per = quantityAt(tokens, at + 1)
  const end = per?.next ?? at + 1
  return doseUnit(tokens[end]) === null ? null : end + 1
}

/** 美林5: a number after a medicine whose unit nobody said. */
export const readUnitless: Rule = (tokens, at, told) => {
  const token = tokens[at]
  const before = lastTold(told, 'verb')
  if (token?.kind !== 'number' || before?.kind !== 'medicine' || token.whole.length > 3) return null
  if (meaning(tokens[at + 1], 'unit')) return null
  const element: AmountElement = { kind: 'amount', unit: 'spoon', value: null, ...span(tokens, at, at + 1) }
  return { elements: [element], next: at + 1 }
}

/** 一包半; not 5ml半小时. */
const isHalfMore = (tokens: readonly Token[], at: number): boolean =>
  meaning(tokens[at], 'half') !== undefined && !tokens[at]!.spaced && !meaning(tokens[at + 1], 'unit')

/** Drafts know millilitres, milligrams and pieces; a spoon or a dropper is a volume nobody has measured. */
function inDraftUnits(unit: DoseUnit, value: number | null): Pick<AmountElement, 'unit' | 'value'> {
  if (unit === 'gram') return { unit: 'mg', value: value === null ? null : rounded(value * 1000) }
  return { unit, value: unit === 'spoon' || value === 0 ? null : value }
}

/** Thousandths are the finest a dose is kept in. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000

function quantityAt(tokens: readonly Token[], at: number): Quantity | null {
  if (meaning(tokens[at], 'half')) return { value: 0.5, next: meaning(tokens[at + 1], 'one') ? at + 2 : at + 1 }
  const first = numberAt(tokens, at)
  if (!first) return null
  const sign = tokens[first.next]
  if (sign?.text === '又') {
    const more = quantityAt(tokens, first.next + 1)
    return more?.value == null || more.value >= 1 ? null : { value: first.value + more.value, next: more.next }
  }
  const second = numberAt(tokens, first.next + 1)
  if (second) {
    if (isMark(sign, '/')) return fraction(first.value, second)
    if (meaning(sign, 'piecesOf')) return { value: second.value / first.value, next: second.next }
    const joins = isMark(sign, '-', '~') || meaning(sign, 'to') || sign?.text === '、'
    if (joins && second.value > first.value) return { value: null, next: second.next }
  }
  if (meaning(sign, 'half') && !sign!.spaced && doseUnit(tokens[first.next + 1]) !== null)
    return { value: first.value + 0.5, next: first.next + 1 }
  return first
}

const fraction = (above: number, below: { readonly value: number; readonly next: number }): Quantity | null =>
  above < below.value ? { value: above / below.value, next: below.next } : null

/** A number, `两点五` as it is spoken included. */
function numberAt(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  const digits = tokens[at + 2]
  const spoken =
    meaning(tokens[at + 1], 'unit')?.unit === 'oclock' && digits?.kind === 'number' && digits.fraction === ''
  if (spoken && doseUnit(tokens[at + 3]) !== null)
    return { value: Number(`${token.whole}.${digits.whole}`), next: at + 3 }
  return { value: valueOf(token), next: at + 1 }
}

const valueOf = ({ whole, fraction: digits }: NumberToken): number =>
  Number(digits === '' ? whole : `${whole}.${digits}`)
