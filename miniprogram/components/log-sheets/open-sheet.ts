import type { DoseEntry, Entry } from '../../../shared/record/entry.ts'
import { YES_NO_UNKNOWN } from '../../../shared/record/entry.ts'
import type { Language } from '../../../shared/words/language.ts'
import { ingredientName } from '../../../shared/words/medicine.ts'
import { symptomName } from '../../../shared/words/symptom.ts'
import type { Preferences } from '../../stores/preferences.store.ts'
import type { Texts } from '../../texts/texts.ts'
import { NOW, choiceOf, type TimeChoice } from '../../views/time-choice.ts'
import { clockText, type Zone } from '../../../shared/time/zone.ts'
import { HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { ChoiceDraft } from '../choice-sheet/choice-draft.ts'
import type { Chip } from '../chips/chips.ts'
import type { DoseDraft } from '../dose-sheet/dose-draft.ts'
import type { NoteDraft } from '../note-sheet/note-draft.ts'
import { digitsOf, type TemperatureDraft } from '../temperature-sheet/temperature-draft.ts'

/** A sheet that is open, and what it begins with. */
export type OpenSheet =
  | { readonly kind: 'temperature'; readonly initial: TemperatureDraft }
  /** `mayAnnounce`: whether 我要喂 can be said instead of 已经喂了. */
  | { readonly kind: 'dose'; readonly initial: DoseDraft; readonly mayAnnounce?: boolean }
  | { readonly kind: 'intent'; readonly intentId: string }
  | { readonly kind: 'symptom' }
  | { readonly kind: 'note'; readonly initial: NoteDraft }
  | {
      readonly kind: 'choice'
      readonly initial: ChoiceDraft
      readonly title: string
      readonly options: readonly Chip[]
    }

export type SheetKind = Exclude<OpenSheet['kind'], 'choice' | 'intent'>

const NO_DOSE: DoseDraft = {
  productId: null,
  isChosen: false,
  name: '',
  antipyretic: 'unknown',
  amount: null,
  typed: null,
  outcome: null,
  time: NOW,
}

/** The sheet for something new. `mayAnnounce`: there is a family to say 我要喂 to. */
export function newSheet(kind: SheetKind, { site }: Preferences, mayAnnounce: boolean): OpenSheet {
  switch (kind) {
    case 'temperature':
      return { kind, initial: { digits: '', site, time: NOW } }
    case 'dose':
      return { kind, initial: NO_DOSE, mayAnnounce }
    case 'symptom':
      return { kind }
    case 'note':
      return { kind, initial: { text: '', time: NOW } }
  }
}

/** The sheet that changes an entry. */
export function sheetOf(entry: Entry, zone: Zone, { unit, language }: Preferences, texts: Texts): OpenSheet {
  const time = choiceOf(entry.at, zone)
  switch (entry.kind) {
    case 'temperature':
      return { kind: entry.kind, initial: { digits: digitsOf(entry.temperature, unit), site: entry.site, time } }
    case 'dose':
      return { kind: entry.kind, initial: doseDraftOf(entry, time, language) }
    case 'note':
      return { kind: entry.kind, initial: { text: entry.text, time } }
    case 'symptom':
      return {
        kind: 'choice',
        title: symptomName(entry.code, language),
        options: (['no', 'yes'] as const).map((value) => ({ value, name: texts.symptom[value] })),
        initial: { value: entry.present ? 'yes' : 'no', time },
      }
    case 'answer':
      return {
        kind: 'choice',
        title: texts.entry.questions[entry.question],
        options: YES_NO_UNKNOWN.map((value) => ({ value, name: texts.entry.answer[value] })),
        initial: { value: entry.value, time },
      }
  }
}

/** The sheet for the dose that an intent has become: all of it is filled in, with the time at which it was said. */
export function givenSheet(dose: DoseEntry, now: Instant, zone: Zone, language: Language): OpenSheet {
  const time: TimeChoice =
    now - dose.at < LATELY ? { kind: 'clock', clock: clockText(dose.at, zone) } : choiceOf(dose.at, zone)
  return { kind: 'dose', initial: doseDraftOf(dose, time, language) }
}

/** Within this time a clock says without a date which moment is meant. */
const LATELY = 12 * HOUR

const doseDraftOf = (entry: DoseEntry, time: TimeChoice, language: Language): DoseDraft => ({
  productId: entry.productId,
  isChosen: true,
  name: entry.medicine ?? (entry.ingredient === null ? '' : ingredientName(entry.ingredient, language)),
  isPieces: entry.productId === null && entry.pieces !== null,
  antipyretic: entry.antipyretic ?? 'unknown',
  amount: entry.volume ?? entry.pieces ?? null,
  typed: null,
  outcome: entry.outcome,
  time,
})
