import { checkDose } from '../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../shared/dosing/dose-check-json.ts'
import { doseQuestion } from '../../shared/dosing/question.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { entryFromJson } from '../../shared/record/entry-json.ts'
import type { DoseEntry } from '../../shared/record/entry.ts'
import { DAY, formatStamp } from '../../shared/time/instant.ts'
import { doseText } from '../../shared/words/medicine.ts'
import { momentText } from '../../shared/words/time.ts'
import { checkSentence, verdictSentence, verdictTitle, type VerdictContext } from '../../shared/words/verdict.ts'
import type { ScreenState } from '../behaviors/screen.ts'
import { isOffline } from '../services/sync/connection.ts'
import type { CurrentChild } from '../stores/current-child.ts'
import { roleOf } from '../stores/records/family.ts'
import type { Intent } from '../stores/records/intents.ts'
import { situationOf } from './situation.ts'
import { asksAgain, toneOf, type Tone } from './verdict-tone.ts'

/** Somebody has said 我要喂: who, what, since when, and what is to be said of it. */
export interface IntentCard {
  readonly id: string
  /** It has run out without an answer: everybody is asked. */
  readonly isAsking: boolean
  readonly sentence: string
  readonly note: string
  readonly verdict: { readonly tone: Tone; readonly title: string; readonly sentence: string } | null
  /** The two answers; empty where they are not this person's to give. */
  readonly given: string
  readonly notGiven: string
}

/** Those of the child that nobody has answered, the latest first. After a day they stand against nothing any more. */
export const intentCards = (current: CurrentChild, state: ScreenState): readonly IntentCard[] =>
  state.family.intents
    .filter(({ childId, outcome }) => childId === current.child.id && outcome === null)
    .filter((one) => one.state !== 'failed' && state.now - one.at < DAY)
    .sort((a, b) => b.at - a.at)
    .map((intent) => intentCard(intent, current, state))

export function intentCard(intent: Intent, current: CurrentChild, state: ScreenState): IntentCard {
  const { now, texts } = state
  const isOwn = intent.accountId === state.open?.accountId
  const isAsking = intent.expiresAt <= now
  const mayAnswer = (isOwn || isAsking) && state.open !== null && roleOf(state.family, state.open) !== 'viewer'
  return {
    id: intent.id,
    isAsking,
    ...wordsOf(intent, isOwn, isAsking, current, state),
    verdict: isAsking ? null : verdictOf(intent, isOwn, current, state),
    given: mayAnswer ? texts.intent.given : '',
    notGiven: mayAnswer ? texts.intent.notGiven : '',
  }
}

function wordsOf(
  intent: Intent,
  isOwn: boolean,
  isAsking: boolean,
  { record, zone }: CurrentChild,
  { now, preferences: { language }, texts, connection }: ScreenState,
): Pick<IntentCard, 'sentence' | 'note'> {
  const words = texts.intent
  const who = isOwn ? words.me : (intent.by ?? words.someone)
  const what = doseText(doseOf(intent), record.products, language)
  const said = words.said(who, momentText(intent.at, now, zone, language), what)
  if (isAsking) return { sentence: words.asks(said), note: words.asksWhy }
  if (!isOwn) return { sentence: words.running(said), note: '' }
  if (intent.state === 'saved') return { sentence: words.heard(said), note: words.next }
  const isCutOff = isOffline(connection) || connection.problem !== null
  return { sentence: (isCutOff ? words.unheard : words.sending)(said), note: words.next }
}

/** The dose it would be, with the time at which it was said. */
export const doseOf = ({ id, at, medicine }: Intent): DoseEntry =>
  entryFromJson({ kind: 'dose', id, at: formatStamp({ at, offsetMinutes: 0 }), ...medicine }) as DoseEntry

/** What the guard said when it was made; of somebody else's only what stands against it. */
function verdictOf(intent: Intent, isOwn: boolean, current: CurrentChild, state: ScreenState): IntentCard['verdict'] {
  const check = checkOf(intent, current, state)
  if (!check || !(isOwn || asksAgain(check.verdict))) return null
  const { language } = state.preferences
  const context = { ...current.record, now: state.now, zone: current.zone, language }
  return {
    tone: toneOf(check.verdict),
    title: verdictTitle(check.verdict, language),
    sentence: checkSentence(check, context) + whoElse(check, context),
  }
}

/** Who else is giving it, where something stricter has been said already. */
function whoElse(check: DoseCheckJson, context: VerdictContext): string {
  const one = check.ingredients.find(({ rules }) => rules.includes('in_progress'))
  return one && check.verdict !== 'in_progress' ? verdictSentence({ ...one, verdict: 'in_progress' }, context) : ''
}

/** The server's word, until what somebody else was giving has been answered: then this phone knows better. */
function checkOf(intent: Intent, current: CurrentChild, state: ScreenState): DoseCheckJson | null {
  const { check } = intent
  if (!check?.rules.includes('in_progress')) return check
  const others = state.family.intents.filter(({ id, childId, outcome }) => {
    return id !== intent.id && childId === intent.childId && outcome === null
  })
  if (others.length > 0) return check
  const situation = { ...situationOf(current, state), intents: [] }
  const again = checkDose(current.record, doseQuestion(intent.medicine), state.now, situation)
  return doseCheckToJson(again, current.zone)
}
