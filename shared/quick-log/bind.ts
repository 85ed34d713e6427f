import type {
  AmountElement,
  JudgedElement,
  MedicineElement,
  ReadElement,
  ReadingElement,
  SiteElement,
  UnreadElement,
} from './element.ts'
import type { DoseUnit } from './words/meaning.ts'

/** A medicine with the amount that belongs to it. */
export interface DoseElement {
  readonly kind: 'dose'
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  /** Null when only an amount was named (吃了半片). */
  readonly medicine: MedicineElement | null
  readonly amount: AmountElement | null
}

/** After binding a text holds doses, and no medicines, amounts or sites apart. */
export type BoundElement = Exclude<JudgedElement, MedicineElement | AmountElement | SiteElement> | DoseElement

const place = ({ start, end, spaced }: JudgedElement) => ({ start, end, spaced })
const read = (element: JudgedElement): ReadElement => ({ kind: 'read', ...place(element) })
const unread = (element: JudgedElement): UnreadElement => ({ kind: 'unread', name: false, ...place(element) })

/** Whether an element stands between two that belong together without parting them. */
const isThin = ({ kind }: JudgedElement): boolean => kind === 'read' || kind === 'verb'

/** Puts amounts to their medicines and sites to their readings; what belongs to nothing is unread. */
export function bind(elements: readonly JudgedElement[]): readonly BoundElement[] {
  const measured = bindSites(elements)
  const amounts = amountsOf(measured)
  const owned = new Set(amounts.values())
  return measured.map((element, at) => {
    if (element.kind === 'site') return unread(element)
    if (element.kind === 'amount') return owned.has(at) ? read(element) : loneAmount(measured, at, element)
    if (element.kind !== 'medicine') return element
    return isNamedElsewhere(measured, at) && !amounts.has(at) ? read(element) : dose(measured, at, element, amounts)
  })
}

function dose(
  elements: readonly JudgedElement[],
  at: number,
  medicine: MedicineElement,
  amounts: ReadonlyMap<number, number>,
): BoundElement {
  const amountAt = amounts.get(at)
  const amount = amountAt === undefined ? null : (elements[amountAt] as AmountElement)
  if (isGeneric(medicine) && amount === null && !isGiven(elements, at)) return unread(medicine)
  return { kind: 'dose', medicine, amount, ...place(medicine) }
}

/** 吃了半片, 22:10 38.9 5ml: an amount of nobody knows what, where it can only be a medicine. */
function loneAmount(elements: readonly JudgedElement[], at: number, amount: AmountElement): BoundElement {
  const before = elements[previousThick(elements, at)]
  if (before?.kind === 'medicine' || before?.kind === 'amount') return unread(amount)
  // 吐了2ml: how much came up.
  if (before?.kind === 'symptom' && before.code === 'vomiting') return unread(amount)
  const measures: readonly DoseUnit[] = ['ml', 'mg']
  const certain = isGiven(elements, at) || measures.includes(amount.unit)
  return certain ? { kind: 'dose', medicine: null, amount, ...place(amount) } : unread(amount)
}

/** Whether its clause speaks of giving. */
function isGiven(elements: readonly JudgedElement[], at: number): boolean {
  return clauseOf(elements, at).some((element) => element.kind === 'verb' && element.verb === 'give')
}

function clauseOf(elements: readonly JudgedElement[], at: number): readonly JudgedElement[] {
  let from = at
  let to = at
  while (from > 0 && elements[from - 1]!.kind !== 'break') from--
  while (to < elements.length && elements[to]!.kind !== 'break') to++
  return elements.slice(from, to)
}

const previousThick = (elements: readonly JudgedElement[], at: number): number => thick(elements, at, -1)
const nextThick = (elements: readonly JudgedElement[], at: number): number => thick(elements, at, 1)

function thick(elements: readonly JudgedElement[], at: number, step: 1 | -1): number {
  let next = at + step
  while (elements[next] !== undefined && isThin(elements[next]!)) next += step
  return next
}

/** 退烧药美林, 美林（布洛芬）: a general word beside a name, or a name before its own ingredient, is no second dose. */
function isNamedElsewhere(elements: readonly JudgedElement[], at: number): boolean {
  const element = elements[at] as MedicineElement
  const after = elements[nextThick(elements, at)]
  if (isGeneric(element))
    return [elements[previousThick(elements, at)], after].some((one) => one?.kind === 'medicine' && !isGeneric(one))
  return isSameIngredient(element, after) || isSameIngredient(element, elements[measuredBefore(elements, at)])
}

const isSameIngredient = ({ medicine }: MedicineElement, other: JudgedElement | undefined): boolean =>
  other?.kind === 'medicine' &&
  'ingredient' in medicine &&
  'ingredient' in other.medicine &&
  medicine.ingredient === other.medicine.ingredient

/** The medicine of the amount directly before, with no verb between: 美林5ml（布洛芬）. */
function measuredBefore(elements: readonly JudgedElement[], at: number): number {
  if (elements[nextThick(elements, at)]?.kind === 'amount') return -1
  const amount = pastRead(elements, at)
  return elements[amount]?.kind === 'amount' ? pastRead(elements, amount) : -1
}

function pastRead(elements: readonly JudgedElement[], at: number): number {
  let before = at - 1
  while (elements[before]?.kind === 'read') before--
  return before
}

const isGeneric = ({ medicine }: MedicineElement): boolean => 'ambiguous' in medicine && medicine.generic

/** Which amount belongs to which medicine: the one after it, else the one before it (5ml美林). */
function amountsOf(elements: readonly JudgedElement[]): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>()
  elements.forEach((element, at) => {
    if (element.kind !== 'amount') return
    const owner = ownerOf(elements, at, amounts)
    if (owner !== null) amounts.set(owner, at)
    if (owner === null || element.each !== true) return
    for (
      let more = previousThick(elements, owner);
      isWithout(elements, more, amounts);
      more = previousThick(elements, more)
    )
      amounts.set(more, at)
  })
  return amounts
}

const isWithout = (elements: readonly JudgedElement[], at: number, amounts: ReadonlyMap<number, number>): boolean =>
  elements[at]?.kind === 'medicine' && !amounts.has(at)

function ownerOf(elements: readonly JudgedElement[], at: number, amounts: ReadonlyMap<number, number>): number | null {
  const before = backOver(elements, at)
  if (before !== null && !amounts.has(before) && !isNamedElsewhere(elements, before)) return before
  const named = before !== null && isNamedElsewhere(elements, before) ? backOver(elements, before) : null
  if (named !== null && !amounts.has(named)) return named
  const after = nextThick(elements, at)
  if (elements[after]?.kind !== 'medicine') return null
  return isNamedElsewhere(elements, after) && elements[nextThick(elements, after)]?.kind === 'medicine'
    ? nextThick(elements, after)
    : after
}

/** The medicine before, over times (美林 2:30 5ml) and the end of a clause (美林，5ml). */
function backOver(elements: readonly JudgedElement[], at: number): number | null {
  let before = previousThick(elements, at)
  while (isPassable(elements[before])) before = previousThick(elements, before)
  return elements[before]?.kind === 'medicine' ? before : null
}

const isPassable = (element: JudgedElement | undefined): boolean =>
  element !== undefined &&
  (element.kind === 'time' || element.kind === 'unread' || (element.kind === 'break' && !element.line))

/** Gives each reading its site: 腋下37.8, 38.9（耳温）, or a heading (耳温, then lines of figures). */
function bindSites(elements: readonly JudgedElement[]): readonly JudgedElement[] {
  const bound = [...elements]
  let heading: SiteElement | null = null
  elements.forEach((element, at) => {
    if (element.kind === 'site') {
      const reading = readingOf(bound, at)
      if (reading !== null) {
        bound[reading] = { ...(bound[reading] as ReadingElement), site: element.site }
        bound[at] = read(element)
      } else if (element.always && isAloneInLine(elements, at)) {
        heading = element
        bound[at] = read(element)
      }
    } else if (element.kind === 'reading') {
      const reading = bound[at] as ReadingElement
      const site = reading.site ?? sideBySide(bound, at) ?? heading?.site ?? null
      bound[at] = { ...reading, site }
    }
  })
  return bound
}

/** 耳温 左38.5 右38.6: a second figure right after the first is of the first one's site, when that was named before it. */
function sideBySide(bound: readonly JudgedElement[], at: number): ReadingElement['site'] {
  const before = bound[previousThick(bound, at)]
  const ledBySite = before?.kind === 'reading' && before.site !== null && namedBefore(bound, previousThick(bound, at))
  return ledBySite && bound[nextThick(bound, at)]?.kind !== 'site' ? before.site : null
}

/** Sites that have found their reading are read by now, so one that led a reading stands directly before it. */
const namedBefore = (bound: readonly JudgedElement[], reading: number): boolean => bound[reading - 1]?.kind === 'read'

/** The reading a site belongs to: the one beside it; between two, the next one, unless the line names sites after figures. */
function readingOf(bound: readonly JudgedElement[], at: number): number | null {
  const before = besideOver(bound, at, -1)
  const after = besideOver(bound, at, 1)
  const free = before !== null && (bound[before] as ReadingElement).site === null
  if (free && (after === null || namesSitesAfter(bound, at))) return before
  return after ?? null
}

function besideOver(bound: readonly JudgedElement[], at: number, step: 1 | -1): number | null {
  const always = (bound[at] as SiteElement).always
  let next = thick(bound, at, step)
  const passes = always && (step < 0 || startsClause(bound, at))
  while (bound[next]?.kind === 'time' || (passes && isClauseEnd(bound[next]))) next = thick(bound, next, step)
  return bound[next]?.kind === 'reading' ? next : null
}

/** 腋下，38.6: nothing stands before it in its clause that it could be about. */
const startsClause = (bound: readonly JudgedElement[], at: number): boolean => {
  const before = bound[previousThick(bound, at)]
  return before === undefined || before.kind === 'break' || before.kind === 'time'
}

const isClauseEnd = (element: JudgedElement | undefined): boolean => element?.kind === 'break' && !element.line

/** Whether the first reading of the line stands before its first site. */
function namesSitesAfter(bound: readonly JudgedElement[], at: number): boolean {
  let from = at
  while (from > 0 && !isLineEnd(bound[from - 1]!)) from--
  const first = bound.slice(from, at).find(({ kind }) => kind === 'reading') as ReadingElement | undefined
  const sitesBefore = bound.slice(from, at).some((element) => element.kind === 'reading' && element.site !== null)
  return first !== undefined && !sitesBefore
}

const isLineEnd = (element: JudgedElement): boolean => element.kind === 'break' && element.line

function isAloneInLine(elements: readonly JudgedElement[], at: number): boolean {
  let from = at
  let to = at
  while (from > 0 && !isLineEnd(elements[from - 1]!)) from--
  while (to < elements.length && !isLineEnd(elements[to]!)) to++
  return elements.slice(from, to).every((element, i) => from + i === at || isThin(element) || element.kind === 'time')
}
