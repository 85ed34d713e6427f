import { indexProducts, ingredientsOf } from '../../../../shared/dosing/contents.ts'
import { weightAt } from '../../../../shared/dosing/body-weight.ts'
import type { DoseEntry } from '../../../../shared/record/entry.ts'
import { toMg } from '../../../../shared/units/medicine.ts'
import { ingredientName, amountText } from '../../../../shared/words/medicine.ts'
import { momentText } from '../../../../shared/words/time.ts'
import { checkSentence, verdictTitle } from '../../../../shared/words/verdict.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { VerdictView } from '../../../components/dose-sheet/dose-sheet.view.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { productOf } from '../../../stores/records/child-record.ts'
import { entryWords } from '../../../views/entry-words.ts'
import { strengthsOf } from '../../../views/strengths.ts'
import { lookOf } from '../../../views/timeline.view.ts'
import { asksAgain, toneOf } from '../../../views/verdict-tone.ts'
import { oneLineTexts } from '../../texts/one-line.ts'
import { entryOfLine, type DraftLine } from './draft-line.ts'
import { recordWith } from './line-checks.ts'
import { medicineChoices, type Choice } from './medicine-choice.ts'
import type { Read } from './read-text.ts'

/** A draft as the page shows it. */
export interface LineRow {
  readonly key: string
  readonly state: DraftLine['state']
  readonly icon: string
  readonly tint: string
  readonly time: string
  readonly title: string
  readonly detail: string
  /** 待确认, or what became of it. */
  readonly tag: string
  readonly contains: string
  readonly ask: string
  readonly choices: readonly Choice[]
  readonly odd: string
  readonly verdict: VerdictView | null
  readonly aria: string
}

export function lineRow(
  line: DraftLine,
  read: Read,
  isSiteConfirmed: boolean,
  current: CurrentChild,
  state: ScreenState,
): LineRow {
  const { texts, preferences, now, family } = state
  const { language } = preferences
  const oneLine = oneLineTexts(language)
  const { record, zone } = current
  const entry = entryOfLine(line)
  const words = entryWords(entry, record.products, preferences, texts)
  const isOpen = line.state === 'open'
  const isUnsettled = isOpen && !line.isSettled
  const time = momentText(entry.at, now, zone, language)
  const title = isUnsettled && entry.kind === 'dose' ? unsettledName(entry, state) : words.title
  const tag = tagOf(line, isSiteConfirmed, state)
  return {
    key: line.key,
    state: line.state,
    ...lookOf(entry, current),
    time,
    title,
    detail: words.detail,
    tag,
    contains: isOpen && line.isSettled && entry.kind === 'dose' ? containsText(entry, current, state) : '',
    ask: isUnsettled ? oneLine.whichMedicine : '',
    choices:
      isUnsettled && line.content.kind === 'dose'
        ? medicineChoices(line.content, family.products.map(productOf), preferences, texts)
        : [],
    odd: isOpen ? oddText(line, read, state) : '',
    verdict: verdictOf(line, read, current, state),
    aria: [time, title, words.detail, tag, isOpen ? oneLine.change : oneLine.takeBack]
      .filter((part) => part !== '')
      .join(' '),
  }
}

/** `布洛芬 5 mL`, or the amount alone where the name may be several medicines. */
function unsettledName(dose: DoseEntry, { preferences: { language } }: ScreenState): string {
  const name =
    dose.medicine ??
    (dose.ingredient === null ? oneLineTexts(language).someMedicine : ingredientName(dose.ingredient, language))
  return [name, amountText(dose, [], language) ?? ''].filter((part) => part !== '').join(' ')
}

function tagOf(line: DraftLine, isSiteConfirmed: boolean, { preferences }: ScreenState): string {
  const oneLine = oneLineTexts(preferences.language)
  if (line.state === 'dropped') return oneLine.dropped
  if (line.state === 'saved') return oneLine.saved
  return line.isSiteAssumed && !isSiteConfirmed ? oneLine.unconfirmed : ''
}

/** `布洛芬 20 mg/mL · 100 mg · 7 mg/kg`: the strength on the label, and what the amount holds by it. */
function containsText(dose: DoseEntry, { record, zone }: CurrentChild, { preferences, texts }: ScreenState): string {
  const { language } = preferences
  const product = record.products.find(({ id }) => id === dose.productId)
  const strengths = product ? strengthsOf(product, language, texts) : []
  const weight = weightAt(record, dose.at, zone)?.weight ?? null
  const hasAmount = dose.volume !== null || dose.pieces !== null || dose.mass !== null
  const masses = ingredientsOf(dose, indexProducts(record.products)).ingredients.map(({ mass }) => {
    if (mass === null) return hasAmount ? texts.dose.noMass : texts.dose.amountUnknown
    const perKg = weight === null ? null : String(Math.round((mass / weight) * 10) / 10)
    return texts.dose.contains(String(Math.round(toMg(mass) * 10) / 10), perKg)
  })
  return [...strengths, ...masses].join(' · ')
}

function oddText({ key }: DraftLine, { odd }: Read, { texts }: ScreenState): string {
  const reason = odd.get(key)
  return reason === undefined ? '' : texts.temperature.odd[reason]
}

function verdictOf(
  { key, content }: DraftLine,
  { doses, lines, checking }: Read,
  { record, zone }: CurrentChild,
  { preferences: { language }, texts }: ScreenState,
): VerdictView | null {
  const check = doses.get(key)
  if (!check) return null
  const isChecking = checking.has(key)
  // Until the server has answered, only what stops a dose for certain is said.
  if (isChecking && !asksAgain(check.verdict))
    return { tone: 'unsure', title: `${texts.dose.checking}…`, sentence: '', heard: '' }
  const { at } = entryOfLine({ key, content } as DraftLine)
  const open = lines.filter(({ state, isSettled }) => state === 'open' && isSettled)
  return {
    tone: toneOf(check.verdict),
    title: verdictTitle(check.verdict, language) + (isChecking ? ` · ${texts.dose.checking}…` : ''),
    sentence: checkSentence(check, { ...recordWith(open, record), now: at, zone, language }),
    heard: '',
  }
}
