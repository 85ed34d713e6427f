import type { Element, MedicineElement } from '../element.ts'
import { meaning, type Token } from '../tokenise.ts'
import { readAmount } from './amount.ts'
import { pastFillers, span, type Found, type Rule } from './found.ts'
import type { Medicine } from '../words/meaning.ts'

/** Reads a medicine: a name of the lexicon with its form (布洛芬混悬液), or an unknown one that can be nothing else. */
export const readMedicine: Rule = (tokens, at, told) => named(tokens, at) ?? unknown(tokens, at, told)

function found(tokens: readonly Token[], at: number, next: number, medicine: Medicine): Found {
  const element: MedicineElement = { kind: 'medicine', medicine, ...span(tokens, at, next) }
  return { elements: [element], next }
}

function named(tokens: readonly Token[], at: number): Found | null {
  const medicine = meaning(tokens[at], 'medicine')?.medicine
  return medicine === undefined ? null : found(tokens, at, pastForms(tokens, at + 1), medicine)
}

const FORM_PIECES = ['片', '丸', 'tablets', 'tablet', 'suppository', 'drops']

/** Past 混悬液, 颗粒, and 片 where it belongs to the name (布洛芬片). */
function pastForms(tokens: readonly Token[], at: number): number {
  let next = at
  while (
    isForm(tokens[next]) ||
    (next > 0 && FORM_PIECES.includes(tokens[next]?.text ?? '') && !isSpacedChinese(tokens[next]!))
  )
    next++
  return next
}

const isForm = (token: Token | undefined): boolean => meaning(token, 'form') !== undefined
const isSpacedChinese = (token: Token): boolean => token.spaced && !/[a-z]/.test(token.text)

const LONGEST_NAME = 10
/** Small words that names of medicines begin with (小儿清热宁颗粒). */
const NAME_STARTS = ['小', '大', '老']
const MEDICINE_ENDING = /(素|林|宁|灵|康|敏|舒|坦|芬|酮|松|钠|钾|酯|星|定|克|平|清|胺|唑|肟|尼)$/

/** A name nobody listed: it ends in a form (XX颗粒), or stands between 喂了 and an amount, or before millilitres, or sounds like one before an amount. */
function unknown(tokens: readonly Token[], at: number, told: readonly Element[]): Found | null {
  const run = runEnd(tokens, at)
  if (run === at) return null
  if (isForm(tokens[run])) return found(tokens, at, pastForms(tokens, run), { product: true })
  const name = tokens
    .slice(at, run)
    .map(({ text }) => text)
    .join('')
  const before = told[told.length - 1]
  const given = before?.kind === 'verb' && before.verb === 'give'
  if (name.length < 2) return null
  const amount = readAmount(tokens, run, told)
  if (!amount || meaning(tokens[pastFillers(tokens, amount.next)], 'medicine')) return null
  const [measured] = amount.elements
  const liquid = measured?.kind === 'amount' && (measured.unit === 'ml' || measured.unit === 'mg')
  return liquid || given || MEDICINE_ENDING.test(name) ? found(tokens, at, run, { product: true }) : null
}

/** The end of a run of characters that no word of the lexicon reads by itself. */
function runEnd(tokens: readonly Token[], at: number): number {
  const begins = NAME_STARTS.includes(tokens[at]!.text) && !tokens[at + 1]?.spaced ? at + 1 : at
  if (tokens[begins]?.kind !== 'unknown') return at
  let next = begins + 1
  while (next - at < LONGEST_NAME && isOfName(tokens[next])) next++
  return next
}

function isOfName(token: Token | undefined): boolean {
  if (token === undefined || token.spaced) return false
  return token.kind === 'unknown' || meaning(token, 'part') !== undefined || meaning(token, 'state') !== undefined
}
