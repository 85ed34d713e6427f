import type { Stamp } from '../time/instant.ts'
import { centiToCelsius } from '../units/temperature.ts'
import { bind, type BoundElement, type DoseElement } from './bind.ts'
import { settleCorrections } from './correct.ts'
import { judge } from './judge.ts'
import { placeTimes } from './place-times.ts'
import type { Draft, DoseDraft, Issue, IssueCode, QuickLog } from './quick-log.ts'
import { readElements } from './read-elements.ts'
import { oneSpelling } from './spelling.ts'
import { tellTimes, type ToldTimes } from './tell-times.ts'
import { localMinute, localText } from './time/moment.ts'
import { tokenise } from './tokenise.ts'
import { unreadParts, type Part } from './unread.ts'

/**
 * Reads what a parent typed, dictated or pasted: a line, or a whole night's paper log. Each fact becomes a draft that a person
 * confirms; what is no fact becomes an issue, and what could not be read is returned as it was typed. `childNames`: what
 * this child is called; any other name stays unread.
 */
export function parseQuickLog(text: string, now: Stamp, childNames: readonly string[] = []): QuickLog {
  const elements = elementsOf(text, childNames)
  const told = tellTimes(elements, placeTimes(elements), localMinute(now))
  const outcomes = elements.map((element, at) => outcome(element, told, at, text))
  const issues = outcomes.flatMap(({ issues: codes }, at) => codes.map((code) => issueOf(code, elements[at]!, text)))
  const parts = elements.map((element, at): Part => ({ ...placeOf(element), status: outcomes[at]!.status }))
  const unread = unreadParts(text, parts)
  const silent =
    unread.length === 0 && outcomes.every(({ draft, issues: codes }) => draft === null && codes.length === 0)
  return {
    drafts: once(outcomes.flatMap(({ draft }) => (draft === null ? [] : [draft]))),
    issues: [...new Map(issues.map((issue) => [`${issue.code} ${issue.text}`, issue])).values()],
    // Small words alone (好的) tell nothing: they go back as they came.
    unread: silent && text.trim() !== '' ? [text.trim()] : unread,
  }
}

/** The text's elements after every grammar has had its say. */
function elementsOf(text: string, childNames: readonly string[]): readonly BoundElement[] {
  const tokens = tokenise(oneSpelling(text), childNames.map(oneSpelling))
  return bind(judge(settleCorrections(readElements(tokens))))
}

const placeOf = ({ start, end }: BoundElement) => ({ start, end })

interface Outcome {
  readonly draft: Draft | null
  readonly issues: readonly IssueCode[]
  readonly status: Part['status']
}

const READ: Outcome = { draft: null, issues: [], status: 'read' }
const TOLD: Outcome = { ...READ, status: 'told' }
const UNREAD: Outcome = { draft: null, issues: [], status: 'unread' }

function outcome(element: BoundElement, told: ToldTimes, at: number, text: string): Outcome {
  switch (element.kind) {
    case 'reading':
    case 'dose':
    case 'symptom':
      return fact(element, told, at, text)
    case 'noted':
      return { ...TOLD, issues: [element.issue] }
    case 'unread':
      return element.name ? { ...UNREAD, issues: ['other_person'], status: 'name' } : UNREAD
    case 'time':
      return element.start === element.end ? TOLD : timeOutcome(told, at)
    case 'break':
      return TOLD
    case 'verb':
      return told.idle.has(at) ? UNREAD : READ
    case 'read':
      return READ
  }
}

/** A time that is none takes its facts with it: they stay to be seen, since another time would be invented. */
function timeOutcome({ times, used, idle }: ToldTimes, at: number): Outcome {
  const time = times.get(at)!
  if ('problem' in time) return used.has(at) ? { ...UNREAD, issues: [time.problem] } : idle.has(at) ? UNREAD : TOLD
  return idle.has(at) ? UNREAD : TOLD
}

function fact(
  element: Extract<BoundElement, { kind: 'reading' | 'dose' | 'symptom' }>,
  told: ToldTimes,
  place: number,
  text: string,
): Outcome {
  const time = told.facts.get(place)!
  if ('problem' in time) return UNREAD
  const at = localText(time.at)
  switch (element.kind) {
    case 'reading': {
      const celsius = centiToCelsius(element.value)
      const site = element.site === null ? {} : { site: element.site }
      return { ...TOLD, draft: { kind: 'temperature', at, celsius, ...site } }
    }
    case 'dose':
      return { ...TOLD, draft: doseDraft(element, at, text), issues: amountIssues(element) }
    case 'symptom':
      return { ...TOLD, draft: { kind: 'symptom', at, code: element.code, present: element.present } }
  }
}

function doseDraft({ medicine, amount }: DoseElement, at: string, text: string): DoseDraft {
  return { kind: 'dose', at, ...medicineFields(medicine, text), ...amountFields(amount) }
}

function medicineFields(
  medicine: DoseElement['medicine'],
  text: string,
): Pick<DoseDraft, 'ingredient' | 'product' | 'ambiguous'> {
  if (medicine === null || 'ambiguous' in medicine.medicine) return { ambiguous: true }
  return 'product' in medicine.medicine
    ? { product: text.slice(medicine.start, medicine.end) }
    : { ingredient: medicine.medicine.ingredient }
}

function amountFields(amount: DoseElement['amount']): Pick<DoseDraft, 'ml' | 'mg' | 'count'> {
  if (amount === null || amount.value === null) return {}
  return amount.unit === 'ml'
    ? { ml: amount.value }
    : amount.unit === 'mg'
      ? { mg: amount.value }
      : { count: amount.value }
}

function amountIssues({ amount }: DoseElement): readonly IssueCode[] {
  if (amount === null || amount.value !== null) return []
  return [amount.unit === 'spoon' ? 'amount_unclear' : 'amount_range']
}

function issueOf(code: IssueCode, element: BoundElement, text: string): Issue {
  const amount = element.kind === 'dose' && code.startsWith('amount') ? element.amount : null
  const { start, end } = amount ?? element
  return { code, text: text.slice(start, end).trim() }
}

/** Said twice is one fact: 没精神，蔫蔫的 at the same time. Readings and doses may well be two. */
function once(drafts: readonly Draft[]): readonly Draft[] {
  const said = new Set<string>()
  return drafts.filter((draft) => {
    if (draft.kind !== 'symptom') return true
    const key = `${draft.at} ${draft.code} ${draft.present}`
    return !said.has(key) && said.add(key)
  })
}
