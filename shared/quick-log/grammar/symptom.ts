import { COMPLAINTS, type BodyPart, type PartState } from '../../symptoms/synonyms.ts'
import type { SymptomCode } from '../../symptoms/vocabulary.ts'
import type { Element, SymptomElement } from '../element.ts'
import { meaning, type Token } from '../tokenise.ts'
import { drinkAt } from './drink.ts'
import { pastFillers, readSpan, span, type Found, type Rule } from './found.ts'

/** A symptom that was found, and what its denial says. */
interface FoundSymptom {
  readonly told: Statement
  readonly denied: Statement
  /** The first token after the words of the symptom itself. */
  readonly end: number
  readonly next: number
  /** Further elements after it (how much was drunk). */
  readonly rest: readonly Element[]
}

interface Statement {
  readonly code: SymptomCode
  readonly present: boolean
}

const opposite = ({ code, present }: Statement): Statement => ({ code, present: !present })

/** Reads symptoms, there or denied: 咳嗽, 没吐, 手脚不凉了, 没有咳嗽、流鼻涕, no cough. */
export const readSymptom: Rule = (tokens, at) => {
  const not = meaning(tokens[at], 'not')
  if (not) return denied(tokens, at, not.spreads)
  const found = symptomAt(tokens, at)
  if (!found) return null
  return { elements: [element(tokens, at, found.end, found.told), ...found.rest], next: found.next }
}

const element = (tokens: readonly Token[], from: number, to: number, told: Statement): SymptomElement => ({
  kind: 'symptom',
  ...told,
  ...span(tokens, from, to),
})

const LISTS = ['、', '和', '或', '或者', '及', '以及', 'or', 'nor', 'and']

/** One denial, and over a list all that follow: 没有咳嗽、流鼻涕; 无咳嗽流涕. What has begun (没有咳嗽流鼻涕了) ends it, and so does a drink. */
function denied(tokens: readonly Token[], at: number, spreads: boolean): Found | null {
  const first = symptomAt(tokens, pastFillers(tokens, at + 1))
  if (!first) return refusedFood(tokens, at)
  const elements: Element[] = [element(tokens, at, first.end, first.denied), ...first.rest]
  let next = first.next
  const joins = spreads || tokens[at]!.text.endsWith('没有')
  const overLists = joins || /[a-z]/.test(tokens[at]!.text)
  while (overLists) {
    const joined = LISTS.includes(tokens[next]?.text ?? '')
    if (!joined && (!joins || tokens[next]?.spaced)) break
    const more = symptomAt(tokens, joined ? next + 1 : next)
    if (!more || more.told.code === 'drinking') break
    if (!joined && !spreads && tokens[more.next]?.text === '了') break
    if (joined) elements.push(readSpan(tokens, next, next + 1))
    elements.push(element(tokens, joined ? next + 1 : next, more.end, more.denied), ...more.rest)
    next = more.next
  }
  return { elements, next }
}

/** 不吃不喝: not eating, where nothing says what. */
function refusedFood(tokens: readonly Token[], at: number): Found | null {
  if (!tokens[at]!.text.startsWith('不') || tokens[at + 1]?.text !== '吃') return null
  const after = tokens[at + 2]
  const ends =
    after === undefined || after.kind === 'mark' || after.text === '了' || meaning(after, 'not') !== undefined
  return ends
    ? { elements: [element(tokens, at, at + 2, { code: 'appetite_down', present: true })], next: at + 2 }
    : null
}

function symptomAt(tokens: readonly Token[], at: number): FoundSymptom | null {
  const drunk = drinking(tokens, at)
  if (drunk) return drunk
  const found = complaint(tokens, at) ?? byName(tokens, at)
  return found && goneAfter(tokens, found)
}

function drinking(tokens: readonly Token[], at: number): FoundSymptom | null {
  const drunk = drinkAt(tokens, at)
  if (!drunk) return null
  const told = { code: 'drinking', present: true } as const
  return { told, denied: opposite(told), end: drunk.end, next: drunk.next, rest: drunk.rest }
}

function byName(tokens: readonly Token[], at: number): FoundSymptom | null {
  const symptom = meaning(tokens[at], 'symptom')
  if (!symptom) return null
  const told = { code: symptom.code, present: symptom.present }
  return { told, denied: opposite(told), end: at + 1, next: at + 1, rest: [] }
}

const MOST_BETWEEN = 4
type Complaint = (typeof COMPLAINTS)[number]
const complaints: ReadonlyMap<string, Complaint> = new Map(COMPLAINTS.map((one) => [`${one.part} ${one.state}`, one]))

/** A part and what is the matter with it: 手脚很凉, 肚子不疼了, hands are cold. */
function complaint(tokens: readonly Token[], at: number): FoundSymptom | null {
  const part = meaning(tokens[at], 'part')?.part
  if (part === undefined) return null
  let negative = false
  for (let next = at + 1; next < tokens.length && next - at <= MOST_BETWEEN; next++) {
    const one = complaintOf(part, tokens[next]!)
    if (one) return stated(one, negative, next + 1)
    if (isOnSkin(tokens, at, next)) return byName(tokens, next)
    if (meaning(tokens[next], 'not')) negative = !negative
    else if (!isBetween(tokens, next)) return null
  }
  return null
}

/** 身上起了红疹子: a place, and what is on it. */
const isOnSkin = (tokens: readonly Token[], at: number, next: number): boolean =>
  meaning(tokens[at], 'part')?.part === 'body' && meaning(tokens[next], 'symptom')?.code === 'rash' && next - at <= 3

/** Small words, and how often (拉了一次稀). */
const isBetween = (tokens: readonly Token[], at: number): boolean =>
  meaning(tokens[at], 'filler') !== undefined ||
  meaning(tokens[at], 'unit')?.unit === 'times' ||
  (tokens[at]!.kind === 'number' && meaning(tokens[at + 1], 'unit')?.unit === 'times')

function complaintOf(part: BodyPart, token: Token): Complaint | undefined {
  if (token.kind !== 'word') return undefined
  const states = token.meanings.filter((one): one is { role: 'state'; state: PartState } => one.role === 'state')
  return states.map(({ state }) => complaints.get(`${part} ${state}`)).find((one) => one !== undefined)
}

function stated(one: Complaint, negative: boolean, next: number): FoundSymptom {
  const told = { code: one.code, present: one.present }
  const denial = one.denied ?? opposite(told)
  const end = { end: next, next, rest: [] }
  return negative ? { told: denial, denied: told, ...end } : { told, denied: denial, ...end }
}

/** 咳嗽好了, 皮疹消了: it was there and is not. */
function goneAfter(tokens: readonly Token[], found: FoundSymptom): FoundSymptom {
  const at = pastFillers(tokens, found.next, 2)
  const gone = meaning(tokens[at], 'state')?.state === 'gone' && found.rest.length === 0
  return gone ? { ...found, told: found.denied, denied: found.told, end: at + 1, next: at + 1 } : found
}
