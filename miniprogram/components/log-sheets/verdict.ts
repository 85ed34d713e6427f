import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { DoseQuestion, DoseQuestionJson } from '../../../shared/dosing/question.ts'
import type { DoseCheckJson } from '../../../shared/dosing/verdict.ts'
import { parseStamp } from '../../../shared/time/instant.ts'
import { agoText } from '../../../shared/words/time.ts'
import { checkSentence, verdictTitle } from '../../../shared/words/verdict.ts'
import { checkHere, checkThere, stricter } from '../../services/dose-check.ts'
import { situationOf } from '../../views/situation.ts'
import { asksAgain, toneOf } from '../../views/verdict-tone.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { core } from '../../wiring.ts'
import type { VerdictView } from '../dose-sheet/dose-sheet.view.ts'

export interface Asked {
  /** null: only this phone can say something of it. */
  readonly question: DoseQuestionJson | null
  readonly given: DoseQuestion
}

/** What is shown while, and once, the guard has been asked. */
export interface Guard {
  readonly isChecking: boolean
  readonly verdict: VerdictView | null
  readonly check: DoseCheckJson | null
}

export const NO_GUARD: Guard = { isChecking: false, verdict: null, check: null }

/**
 * What this phone knows at once. It is shown while the server is asked only where it stops a dose for certain. The intent
 * that the dose is `answering` does not stand against it.
 */
export function guardHere(
  asked: Asked,
  current: CurrentChild,
  state: ScreenState,
  answering: string | null = null,
): Guard {
  const { now } = state
  const { intents = [], ...situation } = situationOf(current, state)
  const check = checkHere(current.record, asked.given, now, current.zone, {
    ...situation,
    intents: intents.filter(({ id }) => id !== answering),
  })
  const isChecking = situation.online && asked.question !== null
  const verdict = isChecking && !asksAgain(check.verdict) ? null : viewOf(check, current, state, asked)
  return { isChecking, verdict, check }
}

/** The same with what the server knows; without an answer this phone must take it that it does not see the others. */
export async function guardThere(asked: Asked, here: Guard, current: CurrentChild, state: ScreenState): Promise<Guard> {
  const { family, now, open } = state
  const isAskable = asked.question !== null && family.id !== null && open !== null && !open.isLocal
  if (!isAskable || !here.check) return here
  const there = await checkThere(core.client, { familyId: family.id, childId: current.child.id }, asked.question)
  const check = there
    ? stricter(here.check, there)
    : checkHere(current.record, asked.given, now, current.zone, {
        ...situationOf(current, state),
        online: false,
      })
  const verdict = { ...viewOf(check, current, state, asked), heard: there ? heardText(there.phones, state) : '' }
  return { isChecking: false, verdict, check }
}

/** When each other caregiver's phone was last heard from: what it has not sent, nobody here can know. */
function heardText(phones: Reply<'doses.check'>['phones'], { now, preferences, texts }: ScreenState): string {
  const { heard, neverHeard } = texts.dose
  const lines = phones.map(({ name, heardAt }) => {
    if (heardAt === null) return neverHeard(name)
    // By the server's clock: on a phone whose own is behind it would still be to come.
    const { at } = parseStamp(heardAt)!
    return heard(name, agoText(at < now ? at : now, now, preferences.language))
  })
  return texts.common.list(lines)
}

function viewOf(
  check: DoseCheckJson,
  { child, record, zone }: CurrentChild,
  { now, preferences, texts }: ScreenState,
  { given }: Asked,
): VerdictView {
  const { language } = preferences
  const fillPage = pageForGap(check, child.id, given.productId)
  return {
    tone: toneOf(check.verdict),
    title: verdictTitle(check.verdict, language),
    sentence: checkSentence(check, { ...record, now, zone, language }),
    heard: '',
    fillPage,
    fillText: fillPage === '' ? '' : texts.dose.fillIn,
  }
}

const OF_CHILD: readonly string[] = ['birth_date_missing', 'weight_missing', 'weight_outdated', 'weight_implausible']
const OF_PRODUCT: readonly string[] = ['concentration_missing', 'ingredient_unknown']

/** The page on which the first gap the guard names can be filled; '' where there is none. */
function pageForGap({ ingredients }: DoseCheckJson, childId: string, productId: string | null): string {
  const reasons = ingredients.flatMap(({ evidence }) => evidence.map(({ reason }) => reason))
  const isIn = (gaps: readonly string[]): boolean => reasons.some((reason) => gaps.includes(reason))
  if (isIn(OF_CHILD)) return `/package-more/pages/child/child?id=${childId}`
  return isIn(OF_PRODUCT) && productId !== null ? `/package-more/pages/product/product?id=${productId}` : ''
}
